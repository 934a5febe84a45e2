package org.concordat.formats.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads the keys that state one thing for the whole workspace. */
final class HeaderReader {
  private final Draft draft;
  private final SourceProblems problems;

  HeaderReader(Draft draft, SourceProblems problems) {
    this.draft = draft;
    this.problems = problems;
  }

  void read(Keys.Header header, YamlNode node) {
    KeyPath path = KeyPath.of(header.key());
    switch (header) {
      case ORGANISATION -> {
        EntryReader entry = entry(node, path, Keys.ORGANISATION, "{id: acme, name: Acme}");
        if (entry != null) {
          draft.organisation = organisation(entry);
        }
      }
      case SCALE -> readScale(node, path);
      case COMBINATION -> {
        EntryReader entry = entry(node, path, Keys.COMBINATION, "{along: weakest-link}");
        if (entry != null) {
          draft.combination = combination(entry);
        }
      }
      case INHERITANCE -> {
        EntryReader entry = entry(node, path, Keys.INHERITANCE, "{cumulation: 3}");
        if (entry != null) {
          draft.inheritance = new Inheritance(entry.count("cumulation"));
        }
      }
    }
  }

  private @Nullable EntryReader entry(
      YamlNode node, KeyPath path, List<String> known, String example) {
    return switch (node) {
      case YamlNode.Mapping mapping -> new EntryReader(mapping, path, known, problems);
      case YamlNode.Refused _ -> null;
      default -> {
        problems.error(
            node, path, "expected keys such as " + example + ", found " + node.inWords(), null);
        yield null;
      }
    };
  }

  private Organisation organisation(EntryReader entry) {
    String id = entry.requiredIdentifier("id", draft::standIn);
    String name = entry.text("name");
    return new Organisation(id, name == null ? id : name, entry.text("industry"));
  }

  /** Until every level of the scale can be read, no level of an entry can be judged. */
  private void readScale(YamlNode node, KeyPath path) {
    draft.incomplete = true;
    if (!(node instanceof YamlNode.Sequence(List<YamlNode> items, _, _))) {
      if (!(node instanceof YamlNode.Refused)) {
        problems.error(
            node,
            path,
            "expected a list of levels, found " + node.inWords(),
            "write the levels in ascending order, such as [low, medium, high]");
      }
      return;
    }
    List<String> names = new ArrayList<>();
    Set<String> distinct = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      String problem = problemOfLevel(items.get(i), distinct);
      if (problem == null) {
        names.add(((YamlNode.Scalar) items.get(i)).text());
      } else if (!problem.isEmpty()) {
        problems.error(items.get(i), path.item(i), problem, null);
      }
    }
    if (items.size() < ImpactScale.SMALLEST || items.size() > ImpactScale.LARGEST) {
      problems.error(
          node,
          path,
          "a scale of " + items.size() + (items.size() == 1 ? " level" : " levels"),
          "a scale has " + ImpactScale.SMALLEST + " to " + ImpactScale.LARGEST + " levels");
    } else if (names.size() == items.size()) {
      draft.scale = new ImpactScale(names);
      draft.incomplete = false;
    }
  }

  /** What is wrong with a level's name; empty when it was reported before, null when nothing is. */
  private static @Nullable String problemOfLevel(YamlNode item, Set<String> distinct) {
    return switch (item) {
      case YamlNode.Refused _ -> "";
      case YamlNode.Scalar level when level.isNull() || level.text().isBlank() ->
          "a level has no name";
      case YamlNode.Scalar level when level.text().equals(ImpactScale.NONE) ->
          "a level is called 'none', which is how a score of 0 is shown";
      case YamlNode.Scalar level when !distinct.add(level.text()) ->
          "the level '" + level.text() + "' stands twice";
      case YamlNode.Scalar _ -> null;
      default -> "expected the name of a level, found " + item.inWords();
    };
  }

  private Combination combination(EntryReader entry) {
    Along along = along(entry);
    Combination.Across across = entry.word(Combination.Across.class, "across", "a way to combine");
    return new Combination(
        along == null ? Combination.DEFAULT.along() : along,
        across == null ? Combination.DEFAULT.across() : across);
  }

  private @Nullable Along along(EntryReader entry) {
    if (entry.node("along") instanceof YamlNode.Mapping mapping) {
      EntryReader inner = new EntryReader(mapping, entry.path("along"), Keys.MATRIX, problems);
      return inner.require("matrix", "write one list of levels for each level of the scale")
          ? matrix(inner)
          : null;
    }
    return entry.<Along>parsed(
        "along",
        "a way to combine",
        text ->
            switch (text) {
              case "weakest-link" -> Optional.of(new Along.WeakestLink());
              case "product" -> Optional.of(new Along.Product());
              default -> Optional.empty();
            },
        _ -> "allowed are weakest-link, product, {matrix: [[...], ...]}");
  }

  private @Nullable Along matrix(EntryReader entry) {
    YamlNode.Sequence list = entry.list("matrix", "[[low, low], [low, high]]");
    if (list == null) {
      return null;
    }
    KeyPath path = entry.path("matrix");
    List<List<Level>> rows = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      if (list.items().get(i) instanceof YamlNode.Sequence(List<YamlNode> cells, _, _)) {
        rows.add(row(entry, cells, path.item(i)));
      } else {
        entry.wrongAt(list.items().get(i), path.item(i), "a row such as [low, high]");
      }
    }
    return entry.isBroken() ? null : new Along.Matrix(rows);
  }

  private List<Level> row(EntryReader entry, List<YamlNode> cells, KeyPath path) {
    List<Level> row = new ArrayList<>();
    for (int j = 0; j < cells.size(); j++) {
      if (cells.get(j) instanceof YamlNode.Scalar level) {
        row.add(draft.levels.provisional(level.text()));
      } else {
        entry.wrongAt(cells.get(j), path.item(j), "a level");
      }
    }
    return row;
  }
}
