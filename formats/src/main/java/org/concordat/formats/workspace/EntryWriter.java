package org.concordat.formats.workspace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Origin;
import org.concordat.core.workspace.PropertyDefinition;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;

/** Writes single entries in the canonical form: keys in a fixed order, defaults left out. */
final class EntryWriter {
  private final ImpactScale scale;

  EntryWriter(ImpactScale scale) {
    this.scale = scale;
  }

  boolean hasScaleOf(EntryWriter other) {
    return scale.equals(other.scale);
  }

  /** The line of a header key; empty when the workspace has the default. */
  static String header(Keys.Header header, Workspace workspace) {
    String value =
        switch (header) {
          case ORGANISATION -> organisation(workspace.organisation());
          case SCALE ->
              workspace.scale().equals(ImpactScale.DEFAULT) ? "" : list(workspace.scale().names());
          case COMBINATION -> combination(workspace.combination(), workspace.scale());
          case INHERITANCE -> inheritance(workspace.inheritance());
        };
    return value.isEmpty() ? "" : header.key() + ": " + value;
  }

  /** The lines of an entry, the first of them after its dash. */
  List<String> lines(Object entry) {
    return switch (entry) {
      case PropertyDefinition property -> List.of(property(property));
      case Unit unit -> unit(unit);
      case Goal goal -> List.of(goal(goal));
      case Factor factor -> List.of(factor(factor));
      case Asset asset -> List.of(asset(asset));
      case Dependency dependency -> List.of(dependency(dependency));
      case Impact impact -> List.of(impact(impact));
      case Origin origin -> List.of(origin(origin));
      default -> throw new IllegalArgumentException("no entry of a workspace: " + entry);
    };
  }

  private static String organisation(Organisation organisation) {
    return new Flow()
        .text("id", organisation.id())
        .text("name", nameUnlessId(organisation.name(), organisation.id()))
        .text("industry", organisation.industry())
        .toString();
  }

  private static String combination(Combination combination, ImpactScale scale) {
    if (combination.equals(Combination.DEFAULT)) {
      return "";
    }
    String along =
        switch (combination.along()) {
          case Along.WeakestLink _ -> null;
          case Along.Product _ -> "product";
          case Along.Matrix(List<List<Level>> rows) -> "{matrix: " + matrix(rows, scale) + "}";
        };
    boolean isAcrossDefault = combination.across() == Combination.DEFAULT.across();
    return new Flow()
        .raw("along", along)
        .raw("across", isAcrossDefault ? null : Words.of(combination.across()))
        .toString();
  }

  private static String matrix(List<List<Level>> rows, ImpactScale scale) {
    return rows.stream()
        .map(row -> list(row.stream().map(scale::name).toList()))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String inheritance(Inheritance inheritance) {
    Integer cumulation = inheritance.cumulation();
    return cumulation == null ? "" : "{cumulation: " + cumulation + "}";
  }

  private static String property(PropertyDefinition property) {
    return new Flow()
        .text("id", property.id())
        .text("name", nameUnlessId(property.name(), property.id()))
        .text("description", property.description())
        .toString();
  }

  private List<String> unit(Unit unit) {
    List<String> lines = new ArrayList<>();
    lines.add("id: " + ScalarText.of(unit.id()));
    addLine(lines, "name", nameUnlessId(unit.name(), unit.id()));
    addLine(lines, "discipline", unit.discipline() == null ? null : Words.of(unit.discipline()));
    addLine(lines, "description", unit.description());
    if (!unit.goals().isEmpty()) {
      lines.add("goals:");
      unit.goals().forEach(goal -> lines.add("  - " + goal(goal)));
    }
    return lines;
  }

  private static void addLine(List<String> lines, String key, @Nullable String value) {
    if (value != null) {
      lines.add(key + ": " + ScalarText.of(value));
    }
  }

  private String goal(Goal goal) {
    return new Flow()
        .text("id", goal.id())
        .text("name", nameUnlessId(goal.name(), goal.id()))
        .text("importance", level(goal.importance()))
        .text("description", goal.description())
        .toString();
  }

  private static String factor(Factor factor) {
    Boolean controllable = factor.controllable();
    return new Flow()
        .text("id", factor.id())
        .text("name", nameUnlessId(factor.name(), factor.id()))
        .raw("controllable", controllable == null ? null : controllable.toString())
        .text("description", factor.description())
        .toString();
  }

  private static String asset(Asset asset) {
    boolean isClassic = asset.properties().equals(SecurityProperty.CLASSIC);
    return new Flow()
        .text("id", asset.id())
        .text("name", nameUnlessId(asset.name(), asset.id()))
        .text("kind", asset.kind() == AssetKind.INFORMATION ? null : Words.of(asset.kind()))
        .text("unit", asset.unit())
        .raw("properties", isClassic ? null : list(asset.properties()))
        .text("description", asset.description())
        .toString();
  }

  private String dependency(Dependency dependency) {
    Flow flow =
        new Flow()
            .text("from", dependency.from())
            .text("on", dependency.on())
            .text("strength", level(dependency.strength()));
    Map<String, String> carries = dependency.carries();
    if (carries != null) {
      Flow pairs = new Flow();
      carries.forEach(pairs::property);
      flow.raw("carries", pairs.toString());
    }
    if (dependency.redundancy() != null) {
      Flow redundancy =
          new Flow()
              .text("group", dependency.redundancy().group())
              .raw("needs", Integer.toString(dependency.redundancy().needs()));
      flow.raw("redundancy", redundancy.toString());
    }
    return flow.toString();
  }

  private String impact(Impact impact) {
    Flow flow = new Flow();
    switch (impact) {
      case Impact.RequirementImpact(var requirement, var factor, _) ->
          flow.text("requirement", requirement.id()).text("factor", factor);
      case Impact.FactorImpact(var factor, var goal, _) ->
          flow.text("factor", factor).text("goal", goal);
    }
    Judgement judgement = impact.judgement();
    return flow.text("level", level(judgement.level()))
        .text("by", judgement.by())
        .raw("on", judgement.on() == null ? null : date(judgement.on()))
        .text("because", judgement.because())
        .raw("agreed", judgement.agreed() ? "true" : null)
        .toString();
  }

  /** Years of four digits stand plain; a date before or after them starts with a sign. */
  private static String date(LocalDate date) {
    String text = date.toString();
    return Character.isDigit(text.charAt(0)) ? text : ScalarText.of(text);
  }

  private static String origin(Origin origin) {
    return new Flow()
        .text("source", origin.source())
        .text("element", origin.element())
        .text("kind", Words.of(origin.kind()))
        .text("id", origin.id())
        .toString();
  }

  private static @Nullable String nameUnlessId(String name, String id) {
    return name.equals(id) ? null : name;
  }

  private @Nullable String level(@Nullable Level level) {
    return level == null ? null : scale.name(level);
  }

  private static String list(List<String> texts) {
    return texts.stream().map(ScalarText::of).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Pairs of keys and values in braces; those without a value are left out. */
  private static final class Flow {
    /** A longer key needs the question mark of YAML. */
    private static final int SIMPLE_KEY = 1000;

    private final List<String> pairs = new ArrayList<>();

    /** A key of the format, and a value that is YAML already. */
    Flow raw(String key, @Nullable String value) {
      if (value != null) {
        pairs.add(key + ": " + value);
      }
      return this;
    }

    Flow text(String key, @Nullable String value) {
      return raw(key, value == null ? null : ScalarText.of(value));
    }

    /** A property that needs another: both are words of the organisation. */
    Flow property(String needing, String needed) {
      String key = ScalarText.of(needing);
      return text(key.length() > SIMPLE_KEY ? "? " + key + " " : key, needed);
    }

    @Override
    public String toString() {
      return "{" + String.join(", ", pairs) + "}";
    }
  }
}
