package org.concordat.core.alignment.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Impact;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Place;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.jspecify.annotations.Nullable;

/**
 * As much of a workspace after some changes as rules must look at, with the change that each entry
 * is there for, so that findings can name changes instead of places in lists.
 */
final class SmallWorkspace {
  private static final Pattern ENTRY =
      Pattern.compile("(\\w+)\\[(\\d+)](?:\\.goals\\[(\\d+)])?(.*)");

  /**
   * An entry of one of the long lists.
   *
   * @param change the place of the change that it is there for
   * @param changed whether that change made it what it is
   */
  private record Entry<T>(T entry, int change, boolean changed) {}

  private final Workspace settings;
  private final List<WorkspaceChange> changes;
  private final List<Entry<Asset>> assets = new ArrayList<>();
  private final List<Entry<Dependency>> dependencies = new ArrayList<>();
  private final List<Entry<Impact>> impacts = new ArrayList<>();

  SmallWorkspace(Frame frame, List<WorkspaceChange> changes) {
    this.settings = frame.workspace;
    this.changes = changes;
  }

  /** A whole workspace, where a setting puts every entry in doubt. */
  static SmallWorkspace whole(Workspace workspace, List<WorkspaceChange> changes) {
    SmallWorkspace whole = new SmallWorkspace(Frame.of(workspace), changes);
    int setting = whole.changeOfSettings();
    workspace.assets().forEach(asset -> whole.add(asset, setting, false));
    workspace.dependencies().forEach(dependency -> whole.add(dependency, setting, false));
    workspace.impacts().forEach(impact -> whole.add(impact, setting, false));
    return whole;
  }

  void add(Asset asset, int change, boolean changed) {
    assets.add(new Entry<>(asset, change, changed));
  }

  void add(Dependency dependency, int change, boolean changed) {
    dependencies.add(new Entry<>(dependency, change, changed));
  }

  void add(Impact impact, int change, boolean changed) {
    impacts.add(new Entry<>(impact, change, changed));
  }

  /** The assets that dependencies and impacts refer to. */
  Set<String> referredAssets() {
    Set<String> ids = new LinkedHashSet<>();
    for (Entry<Dependency> dependency : dependencies) {
      ids.add(dependency.entry.from());
      ids.add(dependency.entry.on());
    }
    for (Entry<Impact> impact : impacts) {
      if (impact.entry instanceof Impact.RequirementImpact(var requirement, _, _)) {
        ids.add(requirement.asset());
      }
    }
    return ids;
  }

  Workspace workspace() {
    return new Workspace(
        settings.organisation(),
        settings.scale(),
        settings.combination(),
        settings.inheritance(),
        settings.properties(),
        settings.units(),
        settings.factors(),
        entries(assets),
        entries(dependencies),
        entries(impacts),
        List.of());
  }

  private static <T> List<T> entries(List<Entry<T>> list) {
    return list.stream().map(Entry::entry).toList();
  }

  /** A finding about this workspace, at the change that leads to it. */
  Finding placed(Finding finding) {
    String key = finding.place().key();
    Matcher matcher = key == null ? null : ENTRY.matcher(key);
    if (matcher == null || !matcher.matches()) {
      return at(changeOfSettings(), finding);
    }
    int index = Integer.parseInt(matcher.group(2));
    String rest = matcher.group(4);
    return switch (matcher.group(1)) {
      case "assets" -> at(assets.get(index), "asset '" + idOf(index) + "'", rest, finding);
      case "dependencies" -> {
        Dependency of = dependencies.get(index).entry;
        String name = "dependency of '" + of.from() + "' on '" + of.on() + "'";
        yield at(dependencies.get(index), name, rest, finding);
      }
      case "impacts" -> {
        Impact.Link link = impacts.get(index).entry.link();
        String name = "impact of '" + link.from() + "' on '" + link.to() + "'";
        yield at(impacts.get(index), name, rest, finding);
      }
      default -> at(changeOf(shortEntry(matcher.group(1), index, matcher.group(3))), finding);
    };
  }

  private String idOf(int asset) {
    return assets.get(asset).entry.id();
  }

  private static Finding at(int change, Finding finding) {
    return Finding.error(
        Place.ofKey("changes[" + change + "]"), finding.problem(), finding.remedy());
  }

  private static Finding at(Entry<?> entry, String name, String rest, Finding finding) {
    return entry.changed
        ? Finding.error(
            Place.ofKey("changes[" + entry.change + "]" + rest),
            finding.problem(),
            finding.remedy())
        : Finding.error(
            Place.ofKey("changes[" + entry.change + "]"),
            "the " + name + " would be wrong: " + finding.problem(),
            finding.remedy());
  }

  /** The key of changes of an entry of a short list, see {@link WorkspaceChange#key}. */
  private String shortEntry(String list, int index, @Nullable String goal) {
    return switch (list) {
      case "properties" -> "property " + settings.properties().get(index).id();
      case "factors" -> "factor " + settings.factors().get(index).id();
      default ->
          goal == null
              ? "unit " + settings.units().get(index).id()
              : "goal " + settings.units().get(index).goals().get(Integer.parseInt(goal)).id();
    };
  }

  private int changeOf(String key) {
    Map<String, Integer> byKey = new HashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      byKey.putIfAbsent(changes.get(i).key(), i);
    }
    return byKey.getOrDefault(key, changeOfSettings());
  }

  private int changeOfSettings() {
    for (int i = 0; i < changes.size(); i++) {
      if (!(changes.get(i) instanceof WorkspaceChange.EntryChange)) {
        return i;
      }
    }
    return 0;
  }
}
