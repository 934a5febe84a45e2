package org.concordat.formats.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.whatif.DraftEdit;
import org.concordat.core.alignment.whatif.StructureEdit;
import org.concordat.core.alignment.whatif.Trial;
import org.concordat.core.alignment.whatif.VocabularyEdit;
import org.concordat.core.alignment.whatif.VocabularyEdit.Named;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;

/** Makes an edit of what is said; whoever asks knows where the keys stand. */
public final class EditReading {
  /** How levels join along a path; an own table stands beside it. */
  public enum AlongWord {
    WEAKEST_LINK,
    PRODUCT
  }

  private final Said said;
  private final ImpactScale scale;
  private final FindingList findings;

  private EditReading(Said said, ImpactScale scale, FindingList findings) {
    this.said = said;
    this.scale = scale;
    this.findings = findings;
  }

  /**
   * The edit that is said, or null when something is wrong with it.
   *
   * @param trial what it comes on top of: its levels are those that count
   * @param findings receives what is wrong; the place of each is a key, such as {@code
   *     matrix[0][1]}
   */
  public static @Nullable DraftEdit edit(
      Trying trying, Said said, Trial trial, FindingList findings) {
    EditReading reading = new EditReading(said, trial.read(Snapshot::scale), findings);
    int before = findings.list().size();
    reading.checkKeys(trying);
    Level level = reading.level();
    if (findings.list().size() > before) {
      return null;
    }
    DraftEdit edit = reading.edit(trying, level, trial);
    return findings.list().size() > before ? null : edit;
  }

  private void checkKeys(Trying trying) {
    for (String key : needed(trying)) {
      if (!said.keys().contains(key)) {
        error(key, "must be said", null);
      }
    }
    for (String key : said.keys()) {
      if (!key.equals(Trying.TRY) && !trying.keys().contains(key)) {
        List<String> keys = trying.keys();
        error(
            key,
            "says nothing of '" + Words.of(trying) + "'",
            keys.isEmpty() ? "leave it out" : "the keys here are " + String.join(", ", keys));
      }
    }
    if (trying == Trying.LINK && said.text("level") == null && !said.flag("gone")) {
      error("level", "must be said, unless the link is gone", null);
    }
  }

  private List<String> needed(Trying trying) {
    List<String> needed = new ArrayList<>(trying.needed());
    if (trying == Trying.NAME && !Words.of(Named.ORGANISATION).equals(said.text("what"))) {
      needed.add(1, "id");
    }
    return needed;
  }

  private void error(String key, String problem, @Nullable String remedy) {
    findings.error(Place.ofKey(key), problem, remedy);
  }

  private @Nullable Level level() {
    String text = said.text("level");
    return text == null ? null : level(text, "level", scale);
  }

  private @Nullable Level level(String text, String key, ImpactScale of) {
    Level level = of.level(text).orElse(null);
    if (level == null) {
      String nearest = NearestName.among(of.names()).remedyFor(text);
      String all = "there are " + String.join(", ", of.names());
      error(
          key,
          "'" + text + "' is no level of the scale",
          nearest == null ? all : nearest + " " + capital(all));
    }
    return level;
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private String needed(String key) {
    return Objects.requireNonNullElse(said.text(key), "");
  }

  private DraftEdit edit(Trying trying, @Nullable Level level, Trial trial) {
    boolean gone = said.flag("gone");
    String id = said.text("id");
    return switch (trying) {
      case LINK ->
          new DraftEdit.LinkLevel(
              new Impact.Link(needed("from"), needed("to")), gone ? null : level);
      case GOAL -> new DraftEdit.GoalImportance(needed("id"), level, gone);
      case GOAL_UNIT -> new DraftEdit.GoalUnit(needed("id"), needed("unit"));
      case NEW_GOAL -> new DraftEdit.NewGoal(id, needed("unit"), needed("name"), level);
      case DEPENDENCY ->
          new StructureEdit.AssetDependency(needed("from"), needed("to"), level, gone);
      case PASSING ->
          new StructureEdit.Passing(
              needed("from"), needed("to"), said.pairs("carries"), said.redundancy("redundancy"));
      case NEW_ASSET ->
          new StructureEdit.NewAsset(
              id,
              needed("name"),
              word(AssetKind.class, "kind", AssetKind.INFORMATION),
              said.text("unit"));
      case ASSET_GONE -> new StructureEdit.AssetGone(needed("id"));
      case NEW_UNIT -> new StructureEdit.NewUnit(id, needed("name"));
      case UNIT_GONE -> new StructureEdit.UnitGone(needed("id"));
      case PROPERTIES -> new VocabularyEdit.AssetProperties(needed("id"), said.texts("properties"));
      case NEW_PROPERTY -> new VocabularyEdit.NewProperty(id, needed("name"));
      case PROPERTY_GONE -> new VocabularyEdit.PropertyGone(needed("id"));
      case NEW_FACTOR -> new VocabularyEdit.NewFactor(id, needed("name"));
      case FACTOR_GONE -> new VocabularyEdit.FactorGone(needed("id"));
      case NAME ->
          new VocabularyEdit.Renamed(
              word(Named.class, "what", Named.ORGANISATION), needed("id"), needed("name"));
      case JOINING -> joining();
      case CARRY_OVER -> trial.carryOver();
    };
  }

  /** The constant that is said; a word that is none is told, and stands for another meanwhile. */
  private <E extends Enum<E>> E word(Class<E> type, String key, E otherwise) {
    String text = needed(key);
    E found = Words.find(type, text).orElse(null);
    if (found == null) {
      List<String> words = Words.all(type);
      String nearest = NearestName.among(words).remedyFor(text);
      error(key, "'" + text + "' is none of " + String.join(", ", words), nearest);
    }
    return found == null ? otherwise : found;
  }

  private DraftEdit joining() {
    List<String> levels = said.texts("levels");
    ImpactScale wanted = scale;
    try {
      wanted = levels.isEmpty() ? scale : new ImpactScale(levels);
    } catch (IllegalArgumentException e) {
      error("levels", String.valueOf(e.getMessage()), null);
    }
    return new DraftEdit.Joining(
        levels.isEmpty() ? null : levels,
        along(wanted),
        said.text("across") == null ? null : word(Across.class, "across", Across.MAXIMUM),
        said.count("cumulation"));
  }

  private @Nullable Along along(ImpactScale wanted) {
    if (said.keys().contains("matrix")) {
      return matrix(wanted);
    }
    if (said.text("along") == null) {
      return null;
    }
    return switch (word(AlongWord.class, "along", AlongWord.WEAKEST_LINK)) {
      case WEAKEST_LINK -> new Along.WeakestLink();
      case PRODUCT -> new Along.Product();
    };
  }

  /** The own table; rows that are too long or too short break a rule that is told later. */
  private Along matrix(ImpactScale wanted) {
    List<List<Level>> rows = new ArrayList<>();
    List<List<String>> said = this.said.rows("matrix");
    for (int i = 0; i < said.size(); i++) {
      List<Level> row = new ArrayList<>();
      for (int j = 0; j < said.get(i).size(); j++) {
        Level level = level(said.get(i).get(j), "matrix[" + i + "][" + j + "]", wanted);
        if (level != null) {
          row.add(level);
        }
      }
      rows.add(row);
    }
    return new Along.Matrix(rows);
  }
}
