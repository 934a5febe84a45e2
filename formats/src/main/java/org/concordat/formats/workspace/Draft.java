package org.concordat.formats.workspace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A workspace while it is being read, file by file. Each entry keeps its position, also one that
 * could not be read: a stand-in takes its place, and findings that come of the stand-in are held
 * back.
 */
final class Draft {
  /** What stands in for an id that cannot be read; a number makes it unique. */
  private static final String STAND_IN = "concordat.unreadable.";

  @Nullable Organisation organisation;
  @Nullable ImpactScale scale;
  @Nullable Combination combination;
  @Nullable Inheritance inheritance;

  final List<PropertyDefinition> properties = new ArrayList<>();
  final List<Unit> units = new ArrayList<>();
  final List<Factor> factors = new ArrayList<>();
  final List<Asset> assets = new ArrayList<>();
  final List<Dependency> dependencies = new ArrayList<>();
  final List<Impact> impacts = new ArrayList<>();
  final List<Origin> origins = new ArrayList<>();

  final LevelTexts levels = new LevelTexts();

  /** The file in which a header key stands, by its position among the sources. */
  final Map<Keys.Header, Integer> headerFiles = new EnumMap<>(Keys.Header.class);

  /** Whether some file states the version of the format. */
  boolean versionStated;

  /** Whether some entry could not be read whole, so that a warning may be wrong. */
  boolean hasBroken;

  /** Whether whole lists or files are missing, so that references cannot be judged. */
  boolean incomplete;

  private final List<Map<Keys.Listed, Integer>> starts = new ArrayList<>();
  private int standIns;

  /** Begins the next file; its entries follow those of the files before. */
  void beginFile() {
    Map<Keys.Listed, Integer> start = new EnumMap<>(Keys.Listed.class);
    for (Keys.Listed list : Keys.Listed.values()) {
      start.put(list, entries(list).size());
    }
    starts.add(start);
  }

  List<?> entries(Keys.Listed list) {
    return switch (list) {
      case PROPERTIES -> properties;
      case UNITS -> units;
      case FACTORS -> factors;
      case ASSETS -> assets;
      case DEPENDENCIES -> dependencies;
      case IMPACTS -> impacts;
      case IMPORTS -> origins;
    };
  }

  int fileCount() {
    return starts.size();
  }

  /** Where the entries of a file begin in the joined list; for the file after the last, the end. */
  int start(int file, Keys.Listed list) {
    return file == starts.size() ? entries(list).size() : starts.get(file).getOrDefault(list, 0);
  }

  /** The file that holds the entry at that position of the joined list. */
  int fileOf(Keys.Listed list, int index) {
    int file = starts.size() - 1;
    while (file > 0 && start(file, list) > index) {
      file--;
    }
    return file;
  }

  String standIn() {
    return STAND_IN + standIns++;
  }

  /** Whether the finding is about a stand-in, and so only follows from one reported already. */
  static boolean isConsequence(Finding finding) {
    String remedy = finding.remedy() == null ? "" : finding.remedy();
    return finding.problem().contains(STAND_IN) || remedy.contains(STAND_IN);
  }

  /** The workspace that was read; levels that the scale does not have are reported. */
  Workspace finish(FindingList findings) {
    ImpactScale known = scale == null ? ImpactScale.DEFAULT : scale;
    LevelTexts.Resolution resolution = levels.resolve(known, findings);
    Combination stated = combination == null ? Combination.DEFAULT : combination;
    Combination resolved = resolution.combination(stated);
    resolution.units(units);
    resolution.dependencies(dependencies);
    resolution.impacts(impacts);
    return new Workspace(
        organisation == null ? new Organisation(standIn(), "", null) : organisation,
        known,
        resolved,
        inheritance == null ? Inheritance.DEFAULT : inheritance,
        properties,
        units,
        factors,
        assets,
        dependencies,
        impacts,
        origins);
  }
}
