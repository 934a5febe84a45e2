package org.concordat.formats.budget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.budget.Budget;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
import org.concordat.core.alignment.budget.BudgetRules;
import org.concordat.core.alignment.budget.Outlay;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.core.alignment.budget.Service;
import org.concordat.core.alignment.budget.Together;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.YamlNode;
import org.concordat.formats.yaml.YamlRoot;
import org.jspecify.annotations.Nullable;

/** Reads a budget question in YAML. */
final class BudgetYaml {
  private static final List<String> TOP = List.of("years", "together", "budgets", "controls");
  private static final List<String> CONTROL =
      List.of(
          "id",
          "name",
          "outlays",
          "serves",
          "needs",
          "excludes",
          "earliest",
          "in-place",
          "implements");
  private static final List<String> OUTLAY = List.of("once", "yearly");

  private final Source source;
  private final ImpactScale scale;
  private final BudgetCase standing;
  private final FindingList findings;
  private final SourceProblems problems;
  private final List<YamlNode.Mapping> controlNodes = new ArrayList<>();
  private final List<YamlNode> budgetNodes = new ArrayList<>();

  BudgetYaml(Source source, ImpactScale scale, BudgetCase standing, FindingList findings) {
    this.source = source;
    this.scale = scale;
    this.standing = standing;
    this.findings = findings;
    problems = new SourceProblems(source.name(), findings);
  }

  BudgetFile.Draft read() throws InvalidInput {
    KeyPath top = KeyPath.of("");
    EntryReader reader =
        new EntryReader(YamlRoot.read(source, problems, "write 'controls:'"), top, TOP, problems);
    Integer years = reader.count("years");
    Together together = reader.word(Together.class, "together", "how controls join");
    int horizon = years == null ? standing.years() : years;
    List<Budget> budgets =
        reader.node("budgets") == null ? standing.budgets() : budgets(reader, horizon);
    List<BudgetControl> controls = new ArrayList<>();
    YamlNode.Sequence list = reader.list("controls", "- {id: mfa, name: Second factor}");
    if (list != null) {
      for (int i = 0; i < list.items().size(); i++) {
        controls.add(control(list.items().get(i), KeyPath.of("controls").item(i)));
      }
    }
    if (controls.isEmpty()) {
      findings.error(Place.of(source.name()), "the file has no controls", null);
    }
    return new BudgetFile.Draft(
        new BudgetCase(
            horizon, together == null ? standing.together() : together, budgets, controls),
        new Places());
  }

  private List<Budget> budgets(EntryReader reader, int years) {
    List<Budget> budgets = new ArrayList<>();
    YamlNode.Mapping mapping = reader.mapping("budgets", "money: [60000, 40000]");
    if (mapping != null) {
      for (YamlNode.Pair pair : mapping.pairs()) {
        KeyPath path = KeyPath.of("budgets").key(pair.key().text());
        List<Quantity> amounts = new ArrayList<>();
        if (pair.value() instanceof YamlNode.Sequence sequence) {
          for (int i = 0; i < sequence.items().size(); i++) {
            amounts.add(quantity(sequence.items().get(i), path.item(i)));
          }
        } else {
          amounts.addAll(Collections.nCopies(Math.max(1, years), quantity(pair.value(), path)));
        }
        budgetNodes.add(pair.key());
        budgets.add(new Budget(pair.key().text(), amounts));
      }
    }
    return budgets;
  }

  private Quantity quantity(YamlNode node, KeyPath path) {
    Optional<Quantity> quantity =
        node instanceof YamlNode.Scalar scalar ? Quantity.parse(scalar.text()) : Optional.empty();
    if (quantity.isEmpty() && !(node instanceof YamlNode.Refused)) {
      problems.error(node, path, node.inWords() + " is no amount", "write " + Quantity.SHAPE);
    }
    return quantity.orElse(Quantity.ZERO);
  }

  private BudgetControl control(YamlNode node, KeyPath path) {
    YamlNode.Mapping mapping =
        node instanceof YamlNode.Mapping m
            ? m
            : new YamlNode.Mapping(List.of(), node.line(), node.column());
    controlNodes.add(mapping);
    EntryReader reader =
        node instanceof YamlNode.Mapping m
            ? new EntryReader(m, path, CONTROL, problems)
            : EntryReader.ofNothing(node, path, CONTROL, problems);
    String id = reader.requiredIdentifier("id", () -> "unnamed-" + controlNodes.size());
    String name = reader.text("name");
    Integer earliest = reader.count("earliest");
    return new BudgetControl(
        id,
        name == null ? id : name,
        outlays(reader, path),
        services(reader, path),
        names(reader, "needs", path),
        names(reader, "excludes", path),
        earliest == null ? 1 : earliest,
        Objects.equals(reader.truth("in-place"), true),
        reader.parsed(
            "implements",
            "a control of a standard",
            ControlTable::parseRef,
            _ -> "write catalogue and control, such as iso27001-2022/A.8.5"));
  }

  private Map<String, Outlay> outlays(EntryReader reader, KeyPath path) {
    Map<String, Outlay> outlays = new LinkedHashMap<>();
    YamlNode.Mapping mapping = reader.mapping("outlays", "money: {once: 12000, yearly: 500}");
    if (mapping != null) {
      for (YamlNode.Pair pair : mapping.pairs()) {
        KeyPath at = path.key("outlays").key(pair.key().text());
        if (pair.value() instanceof YamlNode.Mapping parts) {
          EntryReader each = new EntryReader(parts, at, OUTLAY, problems);
          outlays.put(
              pair.key().text(), new Outlay(part(each, "once", at), part(each, "yearly", at)));
        } else {
          outlays.put(pair.key().text(), new Outlay(quantity(pair.value(), at), Quantity.ZERO));
        }
      }
    }
    return outlays;
  }

  private Quantity part(EntryReader reader, String key, KeyPath path) {
    YamlNode node = reader.node(key);
    return node == null ? Quantity.ZERO : quantity(node, path.key(key));
  }

  private List<Service> services(EntryReader reader, KeyPath path) {
    List<Service> services = new ArrayList<>();
    YamlNode.Mapping mapping = reader.mapping("serves", "claims-db/integrity: critical");
    if (mapping != null) {
      for (YamlNode.Pair pair : mapping.pairs()) {
        KeyPath at = path.key("serves").key(pair.key().text());
        Requirement requirement = Requirement.parse(pair.key().text()).orElse(null);
        Level level =
            pair.value() instanceof YamlNode.Scalar scalar
                ? scale.level(scalar.text()).orElse(null)
                : null;
        if (requirement == null) {
          problems.error(
              pair.key(),
              at,
              pair.key().inWords() + " is no requirement",
              "write asset/property, such as claims-db/integrity");
        }
        if (level == null) {
          problems.error(
              pair.value(),
              at,
              pair.value().inWords() + " is no level of the scale",
              "write one of " + String.join(", ", scale.names()));
        }
        if (requirement != null && level != null) {
          services.add(new Service(requirement, level));
        }
      }
    }
    return services;
  }

  private List<String> names(EntryReader reader, String key, KeyPath path) {
    List<String> names = new ArrayList<>();
    YamlNode.Sequence list = reader.list(key, "[mfa, logging]");
    if (list != null) {
      for (int i = 0; i < list.items().size(); i++) {
        if (list.items().get(i) instanceof YamlNode.Scalar scalar) {
          names.add(scalar.text());
        } else {
          problems.error(
              list.items().get(i),
              path.key(key).item(i),
              "expected the id of a control, found " + list.items().get(i).inWords(),
              null);
        }
      }
    }
    return names;
  }

  private final class Places implements BudgetRules.Places {
    @Override
    public Place control(int index, String key) {
      YamlNode.Mapping mapping =
          controlNodes.get(Math.min(index, Math.max(0, controlNodes.size() - 1)));
      YamlNode at = valueOf(mapping, key);
      return place(at == null ? mapping : at, "controls[" + index + "]." + key);
    }

    private static @Nullable YamlNode valueOf(YamlNode.Mapping mapping, String key) {
      return mapping.pairs().stream()
          .filter(p -> p.key().text().equals(key))
          .<YamlNode>map(YamlNode.Pair::key)
          .findFirst()
          .orElse(null);
    }

    @Override
    public Place budget(int index) {
      return index < budgetNodes.size()
          ? place(budgetNodes.get(index), "budgets")
          : Place.of(source.name());
    }

    private Place place(YamlNode node, String key) {
      return Place.of(source.name(), node.line(), node.column(), key);
    }
  }
}
