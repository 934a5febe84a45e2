package org.concordat.formats.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.concordat.core.alignment.attacks.Actor;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.AttackTree.Units;
import org.concordat.core.alignment.attacks.Refinement;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.core.alignment.attacks.TreeRules;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.Words;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads the keys of one attack tree. */
final class AttackTreeReader {
  private static final List<String> TOP = List.of("attack-tree", "name", "units", "root", "nodes");
  private static final List<String> UNITS = List.of("cost", "time");
  private static final List<String> NODE =
      List.of(
          "id",
          "name",
          "actor",
          "or",
          "and",
          "sand",
          "countered-by",
          "cost",
          "probability",
          "skill",
          "time",
          "in-place");

  private final SourceProblems problems;
  private final FindingList findings;
  private final List<TreeNode> nodes = new ArrayList<>();

  /** Where the nodes stand, in the same order. */
  private final List<YamlNode.Mapping> places = new ArrayList<>();

  private final List<KeyPath> paths = new ArrayList<>();
  private boolean isIncomplete;

  AttackTreeReader(SourceProblems problems, FindingList findings) {
    this.problems = problems;
    this.findings = findings;
  }

  AttackTreeFile.Read read(YamlNode.Mapping root) throws InvalidInput {
    EntryReader top = new EntryReader(root, new KeyPath(null, "", 0), TOP, problems);
    String id = top.requiredIdentifier("attack-tree", () -> "?");
    String goal = top.requiredIdentifier("root", () -> "?");
    String name = Objects.requireNonNullElse(top.text("name"), "");
    Units units = units(top);
    readNodes(top);
    isIncomplete |= top.isBroken();
    if (!isIncomplete) {
      TreeRules.check(goal, nodes, (node, key) -> place(root, node, key)).forEach(findings::add);
    }
    if (findings.hasErrors()) {
      throw new InvalidInput(findings.list());
    }
    return new AttackTreeFile.Read(new AttackTree(id, name, units, goal, nodes), findings.list());
  }

  private Place place(YamlNode.Mapping root, int node, String key) {
    YamlNode.Mapping mapping = node < 0 ? root : places.get(node);
    KeyPath path = node < 0 ? KeyPath.of(key) : paths.get(node);
    YamlNode at = mapping;
    String written = key.equals("parts") && node >= 0 ? refinementKey(mapping) : key;
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (pair.key().text().equals(written)) {
        at = pair.value();
      }
    }
    KeyPath whole = node < 0 || written.isEmpty() ? path : path.key(written);
    return Place.of(problems.file(), at.line(), at.column(), whole.toString());
  }

  private static String refinementKey(YamlNode.Mapping mapping) {
    for (YamlNode.Pair pair : mapping.pairs()) {
      if (Words.find(Refinement.class, pair.key().text()).isPresent()) {
        return pair.key().text();
      }
    }
    return "";
  }

  private Units units(EntryReader top) {
    YamlNode.Mapping mapping = top.mapping("units", "{cost: EUR, time: hours}");
    if (mapping == null) {
      return Units.UNSAID;
    }
    EntryReader units = new EntryReader(mapping, KeyPath.of("units"), UNITS, problems);
    Units read =
        new Units(
            Objects.requireNonNullElse(units.text("cost"), ""),
            Objects.requireNonNullElse(units.text("time"), ""));
    top.joinBroken(units);
    return read;
  }

  private void readNodes(EntryReader top) {
    if (!top.require("nodes", "list the nodes of the tree below it")) {
      return;
    }
    YamlNode.Sequence list = top.list("nodes", "[{id: goal, or: [step]}, {id: step, cost: 5}]");
    for (int i = 0; list != null && i < list.items().size(); i++) {
      KeyPath path = KeyPath.of("nodes").item(i);
      if (list.items().get(i) instanceof YamlNode.Mapping mapping) {
        EntryReader entry = new EntryReader(mapping, path, NODE, problems);
        nodes.add(node(entry, mapping));
        places.add(mapping);
        paths.add(path);
        isIncomplete |= entry.isBroken();
      } else {
        EntryReader.ofNothing(list.items().get(i), path, NODE, problems);
        isIncomplete = true;
      }
    }
  }

  private TreeNode node(EntryReader entry, YamlNode.Mapping mapping) {
    String id = entry.requiredIdentifier("id", () -> "?");
    String name = Objects.requireNonNullElse(entry.text("name"), "");
    Actor actor =
        Objects.requireNonNullElse(entry.word(Actor.class, "actor", "an actor"), Actor.ATTACKER);
    List<String> counters = ids(entry, "countered-by");
    List<Refinement> refinements =
        List.of(Refinement.values()).stream().filter(r -> entry.node(Words.of(r)) != null).toList();
    if (refinements.size() > 1) {
      entry.reportWhole("a node is refined in two ways", "keep one of the keys or, and, sand");
    }
    if (!refinements.isEmpty()) {
      Refinement refinement = refinements.getFirst();
      refuse(entry, mapping, "a node that is made of others", "cost", "probability", "skill");
      refuse(entry, mapping, "a node that is made of others", "time", "in-place");
      return new TreeNode.Gate(
          id, name, actor, refinement, ids(entry, Words.of(refinement)), counters);
    }
    Double cost = number(entry, "cost");
    if (actor == Actor.DEFENDER) {
      refuse(entry, mapping, "a countermeasure", "probability", "skill", "time");
      return new TreeNode.Countermeasure(
          id, name, cost, Boolean.TRUE.equals(entry.truth("in-place")), counters);
    }
    refuse(entry, mapping, "a step of the attacker", "in-place");
    return new TreeNode.AttackStep(
        id,
        name,
        new StepValues(
            cost,
            number(entry, "probability"),
            entry.parsed("skill", "a whole number", parse(Integer::valueOf), _ -> "such as 3"),
            number(entry, "time")),
        counters);
  }

  private void refuse(EntryReader entry, YamlNode.Mapping mapping, String what, String... keys) {
    for (YamlNode.Pair pair : mapping.pairs()) {
      String key = pair.key().text();
      if (List.of(keys).contains(key)) {
        entry.reportAt(
            pair.key(),
            entry.path(key),
            what + " has no '" + key + "'",
            what.equals("a countermeasure")
                ? "doubt in a countermeasure is an attack step that counters it"
                : "take it out");
      }
    }
  }

  private static @Nullable Double number(EntryReader entry, String key) {
    return entry.parsed(key, "a number", parse(Double::valueOf), _ -> "such as 0.5 or 200");
  }

  private static <T> Function<String, Optional<T>> parse(Function<String, T> parse) {
    return text -> {
      try {
        return Optional.of(parse.apply(text));
      } catch (NumberFormatException _) {
        return Optional.empty();
      }
    };
  }

  private List<String> ids(EntryReader entry, String key) {
    YamlNode.Sequence list = entry.list(key, "[a, b]");
    List<String> ids = new ArrayList<>();
    for (int i = 0; list != null && i < list.items().size(); i++) {
      YamlNode item = list.items().get(i);
      KeyPath path = entry.path(key).item(i);
      if (item instanceof YamlNode.Scalar scalar) {
        String id = entry.identifierIn(scalar, path);
        if (id != null) {
          ids.add(id);
        }
      } else {
        entry.wrongAt(item, path, "the id of a node");
      }
    }
    return ids;
  }
}
