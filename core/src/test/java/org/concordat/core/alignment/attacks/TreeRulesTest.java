package org.concordat.core.alignment.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.attacks.AttackTree.Units;
import org.concordat.core.findings.Finding;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TreeRulesTest {
  @Test
  void all_that_is_broken_is_found_at_once_with_its_place() {
    List<TreeNode> nodes =
        new Plant()
            .step("a", -1.0, 1.5, 101, Double.NaN)
            .measure("wall", 2)
            .or("empty")
            .and("root", "a", "a", "b", "wall")
            .counter("root", "a")
            .nodes();

    assertThat(messages("rot", nodes))
        .containsExactly(
            "root: the root 'rot' is no node; did you mean 'root'?",
            "nodes[0].cost: -1.0 is not a cost that can be reckoned with; write a number from 0 to"
                + " a million million",
            "nodes[0].time: NaN is not a time that can be reckoned with; write a number from 0 to a"
                + " million million",
            "nodes[0].probability: 1.5 is no probability; write a number from 0 to 1",
            "nodes[0].skill: 101 is no level of skill; write a whole number from 0 to 100",
            "nodes[2].parts: 'empty' has no parts; name its parts, or make it a basic step",
            "nodes[3].parts: 'root' names 'a' twice",
            "nodes[3].parts: 'root' names 'b', which is no node; did you mean 'a'?",
            "nodes[3].parts: 'wall' belongs to the defender, which does not fit here; parts belong"
                + " to the same actor as the whole",
            "nodes[3].countered-by: 'a' belongs to the attacker, which does not fit here; a node is"
                + " countered by nodes of the other actor");
  }

  @Test
  void a_circle_is_told_with_its_way() {
    List<TreeNode> nodes =
        new Plant()
            .step("a", 1)
            .or("x", "y")
            .or("y", "z", "a")
            .or("z", "x")
            .or("root", "x")
            .nodes();

    assertThat(messages("root", nodes))
        .containsExactly(
            "nodes[1]: the tree goes in a circle: x \u2192 y \u2192 z \u2192 x; take one of these"
                + " links out");
  }

  @Test
  void a_circle_over_counters_is_one_as_well() {
    List<TreeNode> nodes =
        new Plant()
            .step("a", 1)
            .measure("wall", 1)
            .or("root", "a")
            .counter("a", "wall")
            .counter("wall", "a")
            .nodes();

    assertThat(messages("root", nodes)).hasSize(1).first().asString().contains("a \u2192 wall");
  }

  @Test
  void what_hangs_on_nothing_is_a_warning() {
    List<TreeNode> nodes = new Plant().step("a", 1).step("b", 1).or("root", "a").nodes();

    List<Finding> findings = TreeRules.check("root", nodes, TreeRules.BY_KEY);

    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().severity()).isEqualTo(Finding.Severity.WARNING);
  }

  @Test
  void the_root_is_the_attackers() {
    List<TreeNode> nodes = new Plant().measure("wall", 1).nodes();

    assertThat(messages("wall", nodes))
        .containsExactly(
            "root: the root 'wall' belongs to the defender; a tree starts from what the attacker"
                + " wants");
  }

  @Test
  void an_unsound_tree_cannot_be_made() {
    assertThatThrownBy(() -> new AttackTree("t", "", Units.UNSAID, "", List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the tree has no root");
  }

  @Test
  void a_deep_tree_is_walked_and_evaluated_without_end() {
    Plant plant = new Plant().step("s0", 1).or("g0", "s0");
    for (int i = 1; i < 2_400; i++) {
      plant.timed("s" + i, 1, 1).sand("g" + i, "g" + (i - 1), "s" + i);
    }
    AttackTree tree = plant.tree();

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          Analysis analysis = Analysis.of(tree, Set.of(), Limits.DEFAULT);
          assertThat(analysis.cheapest().orElseThrow().cost()).isEqualTo(2_400);
          assertThat(analysis.fastest().orElseThrow().time().orElseThrow()).isEqualTo(2_399);
        });
  }

  private static List<String> messages(String root, List<TreeNode> nodes) {
    return TreeRules.check(root, nodes, TreeRules.BY_KEY).stream().map(Finding::message).toList();
  }
}
