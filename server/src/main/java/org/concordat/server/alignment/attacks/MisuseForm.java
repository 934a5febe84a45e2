package org.concordat.server.alignment.attacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.MisuseCase;
import org.concordat.core.alignment.attacks.Refinement;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.core.alignment.attacks.TreeEdit;
import org.concordat.core.alignment.attacks.TreeEdit.Direction;
import org.concordat.core.alignment.attacks.TreeEdit.Tie;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.yaml.Words;
import org.concordat.server.alignment.NewId;
import org.jspecify.annotations.Nullable;

/** What the forms of a misuse case and of its tree ask for. */
final class MisuseForm {
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_TEXT = 20_000;

  private MisuseForm() {}

  /** The fields of a case. */
  record Story(
      @Nullable String name,
      @Nullable String who,
      @Nullable String goal,
      @Nullable String preconditions,
      @Nullable String course) {
    MisuseCase applyTo(MisuseCase present) {
      List<String> steps =
          prose(course).lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
      String shown = line(name);
      return new MisuseCase(
          present.id(),
          shown.isEmpty() ? present.name() : shown,
          present.violates(),
          line(who),
          prose(goal),
          prose(preconditions),
          steps,
          renamed(present.tree(), shown.isEmpty() ? present.name() : shown));
    }
  }

  static @Nullable AttackTree renamed(@Nullable AttackTree tree, String name) {
    return tree == null
        ? null
        : new AttackTree(tree.id(), name, tree.units(), tree.root(), tree.nodes());
  }

  /** A text in one line, without what no database takes. */
  static String line(@Nullable String text) {
    String plain = prose(text).replaceAll("\\s+", " ");
    return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
  }

  private static String prose(@Nullable String text) {
    String plain = text == null ? "" : text.replace("\0", "").strip();
    return plain.substring(0, Math.min(plain.length(), LONGEST_TEXT));
  }

  /** The form of one node in the outline; which button was pressed says which fields count. */
  record NodeForm(
      String edit,
      String node,
      @Nullable String under,
      @Nullable String above,
      @Nullable String name,
      @Nullable String refinement,
      @Nullable String cost,
      @Nullable String probability,
      @Nullable String skill,
      @Nullable String time,
      @Nullable String inPlace,
      @Nullable String fresh,
      @Nullable String shared) {
    /**
     * The steps that it asks for.
     *
     * @throws InvalidInput when a field holds what it cannot
     */
    List<TreeEdit> edits(AttackTree tree) throws InvalidInput {
      String whole = under == null ? "" : under;
      return switch (edit) {
        case "save" -> saved(tree);
        case "part", "counter" -> List.of(added(tree, tie()));
        case "share-part", "share-counter" ->
            List.of(new TreeEdit.Share(node, tie(), shared == null ? "" : shared));
        case "up" -> List.of(new TreeEdit.Move(node, whole, Direction.UP));
        case "down" -> List.of(new TreeEdit.Move(node, whole, Direction.DOWN));
        case "in" -> List.of(new TreeEdit.Indent(node, whole));
        case "out" -> List.of(new TreeEdit.Outdent(node, whole, above == null ? "" : above));
        case "remove" -> List.of(new TreeEdit.Remove(node, whole));
        default -> throw wrong("'" + edit + "' is nothing that can be done to a node");
      };
    }

    private Tie tie() {
      return edit.endsWith("counter") ? Tie.COUNTER : Tie.PART;
    }

    private TreeEdit added(AttackTree tree, Tie tie) throws InvalidInput {
      String title = line(fresh);
      if (title.isEmpty()) {
        throw wrong("a new node needs a name");
      }
      String id = NewId.of("", title, taken -> tree.byId().containsKey(taken));
      return new TreeEdit.Add(node, tie, id, title);
    }

    private List<TreeEdit> saved(AttackTree tree) throws InvalidInput {
      TreeNode present =
          Optional.ofNullable(tree.byId().get(node))
              .orElseThrow(() -> wrong("there is no node '" + node + "' any more"));
      List<String> counters = present.counteredBy();
      List<TreeEdit> edits = new ArrayList<>();
      edits.add(
          new TreeEdit.Change(
              switch (present) {
                case TreeNode.AttackStep _ ->
                    new TreeNode.AttackStep(
                        node,
                        line(name),
                        new StepValues(
                            number("cost", cost),
                            number("probability", probability),
                            whole(skill),
                            number("time", time)),
                        counters);
                case TreeNode.Countermeasure _ ->
                    new TreeNode.Countermeasure(
                        node, line(name), number("cost", cost), inPlace != null, counters);
                case TreeNode.Gate gate ->
                    new TreeNode.Gate(
                        node,
                        line(name),
                        gate.actor(),
                        Words.find(Refinement.class, refinement == null ? "" : refinement)
                            .orElse(gate.refinement()),
                        gate.parts(),
                        counters);
              }));
      return edits;
    }

    private static @Nullable Double number(String field, @Nullable String text)
        throws InvalidInput {
      if (text == null || text.isBlank()) {
        return null;
      }
      try {
        return Double.valueOf(text.strip().replace(',', '.'));
      } catch (NumberFormatException _) {
        throw wrong(field + ": '" + text.strip() + "' is no number");
      }
    }

    private static @Nullable Integer whole(@Nullable String text) throws InvalidInput {
      Double number = number("skill", text);
      if (number != null && number != Math.rint(number)) {
        throw wrong("skill: '" + text + "' is no whole number");
      }
      return number == null ? null : (Integer) number.intValue();
    }

    private static InvalidInput wrong(String problem) {
      return new InvalidInput(Finding.error(Place.NOWHERE, problem, null));
    }
  }
}
