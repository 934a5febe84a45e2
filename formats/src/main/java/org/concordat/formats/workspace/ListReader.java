package org.concordat.formats.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.Words;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads the entries of the top-level lists. */
final class ListReader {
  private final Draft draft;
  private final SourceProblems problems;

  ListReader(Draft draft, SourceProblems problems) {
    this.draft = draft;
    this.problems = problems;
  }

  /** Adds the entry to its list, as well as it can be read. */
  void read(Keys.Listed list, YamlNode node, KeyPath path) {
    EntryReader entry =
        switch (list) {
          case PROPERTIES -> entry(node, path, Keys.PROPERTY);
          case UNITS -> entry(node, path, Keys.UNIT);
          case FACTORS -> entry(node, path, Keys.FACTOR);
          case ASSETS -> entry(node, path, Keys.ASSET);
          case DEPENDENCIES -> entry(node, path, Keys.DEPENDENCY);
          case IMPACTS -> entry(node, path, Keys.IMPACT);
          case IMPORTS -> entry(node, path, Keys.IMPORT);
        };
    switch (list) {
      case PROPERTIES -> draft.properties.add(property(entry));
      case UNITS -> draft.units.add(unit(entry));
      case FACTORS -> draft.factors.add(factor(entry));
      case ASSETS -> draft.assets.add(asset(entry));
      case DEPENDENCIES -> draft.dependencies.add(dependency(entry));
      case IMPACTS -> draft.impacts.add(impact(entry));
      case IMPORTS -> draft.origins.add(origin(entry));
    }
    draft.hasBroken |= entry.isBroken();
  }

  /** A reader of the entry; of an empty one when it is no mapping, which is reported. */
  private EntryReader entry(YamlNode node, KeyPath path, List<String> known) {
    if (node instanceof YamlNode.Mapping mapping) {
      return new EntryReader(mapping, path, known, problems);
    }
    return EntryReader.ofNothing(node, path, known, problems);
  }

  private String idOf(EntryReader entry) {
    return entry.requiredIdentifier("id", draft::standIn);
  }

  private static String nameOf(EntryReader entry, String id) {
    String name = entry.text("name");
    return name == null ? id : name;
  }

  private PropertyDefinition property(EntryReader entry) {
    String id = idOf(entry);
    return new PropertyDefinition(id, nameOf(entry, id), entry.text("description"));
  }

  private Unit unit(EntryReader entry) {
    String id = idOf(entry);
    List<Goal> goals = new ArrayList<>();
    YamlNode.Sequence list = entry.list("goals", "[{id: fast-settlement}]");
    if (list != null) {
      KeyPath path = entry.path("goals");
      for (int i = 0; i < list.items().size(); i++) {
        EntryReader inner = entry(list.items().get(i), path.item(i), Keys.GOAL);
        goals.add(goal(inner));
        entry.joinBroken(inner);
      }
    }
    return new Unit(
        id,
        nameOf(entry, id),
        entry.word(ValueDiscipline.class, "discipline", "a value discipline"),
        entry.text("description"),
        goals);
  }

  private Goal goal(EntryReader entry) {
    String id = idOf(entry);
    return new Goal(id, nameOf(entry, id), level(entry, "importance"), entry.text("description"));
  }

  private Factor factor(EntryReader entry) {
    String id = idOf(entry);
    return new Factor(
        id, nameOf(entry, id), entry.truth("controllable"), entry.text("description"));
  }

  private Asset asset(EntryReader entry) {
    String id = idOf(entry);
    AssetKind kind = entry.word(AssetKind.class, "kind", "a kind of asset");
    YamlNode.Sequence list = entry.list("properties", "[confidentiality, integrity]");
    return new Asset(
        id,
        nameOf(entry, id),
        kind == null ? AssetKind.INFORMATION : kind,
        entry.identifier("unit"),
        entry.text("description"),
        list == null ? SecurityProperty.CLASSIC : propertiesIn(entry, list));
  }

  private List<String> propertiesIn(EntryReader entry, YamlNode.Sequence list) {
    Set<String> names = new LinkedHashSet<>();
    KeyPath path = entry.path("properties");
    for (int i = 0; i < list.items().size(); i++) {
      YamlNode item = list.items().get(i);
      String name = null;
      if (item instanceof YamlNode.Scalar scalar) {
        name = entry.identifierIn(scalar, path.item(i));
      } else {
        entry.wrongAt(item, path.item(i), "a property");
      }
      if (name != null && !names.add(name)) {
        entry.reportAt(
            item, path.item(i), "the property '" + name + "' stands twice", "keep one of the two");
        name = null;
      }
      if (name == null) {
        names.add(draft.standIn());
      }
    }
    return List.copyOf(names);
  }

  private Dependency dependency(EntryReader entry) {
    return new Dependency(
        entry.requiredIdentifier("from", draft::standIn),
        entry.requiredIdentifier("on", draft::standIn),
        level(entry, "strength"),
        entry.identifiers("carries", "{availability: availability}", "a property"),
        redundancy(entry));
  }

  private @Nullable Redundancy redundancy(EntryReader entry) {
    YamlNode.Mapping mapping = entry.mapping("redundancy", "{group: web, needs: 1}");
    if (mapping == null) {
      return null;
    }
    EntryReader inner =
        new EntryReader(mapping, entry.path("redundancy"), Keys.REDUNDANCY, problems);
    String group = inner.requiredIdentifier("group", draft::standIn);
    Integer needs =
        inner.require("needs", "state how many members of the group are needed, such as 1")
            ? inner.count("needs")
            : null;
    entry.joinBroken(inner);
    return needs == null ? new Redundancy(draft.standIn(), 1) : new Redundancy(group, needs);
  }

  private Impact impact(EntryReader entry) {
    Judgement judgement = judgement(entry);
    String factor = entry.requiredIdentifier("factor", draft::standIn);
    boolean fromRequirement = entry.node("requirement") != null;
    if (fromRequirement && entry.node("goal") != null) {
      entry.reportWhole(
          "an impact links a requirement to a factor or a factor to a goal, not all three",
          "make two impacts of it");
    } else if (!fromRequirement) {
      entry.require("goal", "state a 'requirement' or a 'goal' beside the 'factor'");
    }
    if (fromRequirement) {
      Requirement requirement =
          entry.parsed(
              "requirement",
              "a requirement",
              Requirement::parse,
              _ -> "write asset/property, such as claims-db/availability");
      Requirement known =
          requirement == null
              ? new Requirement(draft.standIn(), SecurityProperty.INTEGRITY)
              : requirement;
      return new Impact.RequirementImpact(known, factor, judgement);
    }
    String goal = entry.identifier("goal");
    return new Impact.FactorImpact(factor, goal == null ? draft.standIn() : goal, judgement);
  }

  private Judgement judgement(EntryReader entry) {
    Level level =
        entry.require("level", "state a level of the scale") ? level(entry, "level") : null;
    Boolean agreed = entry.truth("agreed");
    String by = entry.text("by");
    LocalDate on = entry.date("on");
    String because = entry.text("because");
    return new Judgement(
        level == null ? draft.levels.unstated() : level,
        entry.isBroken() ? draft.standIn() : by,
        on,
        because,
        agreed != null && agreed);
  }

  private @Nullable Level level(EntryReader entry, String key) {
    String text = entry.text(key);
    return text == null ? null : draft.levels.provisional(text);
  }

  private Origin origin(EntryReader entry) {
    boolean hasKind =
        entry.require("kind", "allowed are " + String.join(", ", Words.all(Origin.Kind.class)));
    Origin.Kind kind = hasKind ? entry.word(Origin.Kind.class, "kind", "a kind of entry") : null;
    return new Origin(
        entry.requiredText("source", "name the file or system it came from"),
        entry.requiredText("element", "name the element in the source"),
        Optional.ofNullable(kind).orElse(Origin.Kind.ASSET),
        entry.requiredText("id", "name the entry's id here"));
  }
}
