package org.concordat.core.alignment.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.concordat.core.alignment.attacks.TreeEdit.Direction;
import org.concordat.core.alignment.attacks.TreeEdit.Tie;
import org.concordat.core.findings.InvalidInput;
import org.junit.jupiter.api.Test;

class TreeEditTest {
  //      root
  //     /    \
  //  inside   b
  //    |
  //    a -| wall
  private static final AttackTree TREE =
      new Plant()
          .step("a", 3)
          .step("b", 5)
          .measure("wall", 2)
          .counter("a", "wall")
          .or("inside", "a")
          .or("root", "inside", "b")
          .tree();

  @Test
  void a_step_that_gets_a_part_hands_on_what_is_known_of_it() throws Exception {
    AttackTree after = new TreeEdit.Add("b", Tie.PART, "c", "Climb").applyTo(TREE);

    assertThat(after.node("b")).isInstanceOf(TreeNode.Gate.class);
    assertThat(after.node("c"))
        .isEqualTo(
            new TreeNode.AttackStep(
                "c", "Climb", new StepValues(5.0, null, null, null), List.of()));
  }

  @Test
  void a_counter_belongs_to_the_other_actor() throws Exception {
    AttackTree after = new TreeEdit.Add("wall", Tie.COUNTER, "ladder", "Ladder").applyTo(TREE);

    assertThat(after.node("ladder").actor()).isEqualTo(Actor.ATTACKER);
    assertThat(after.node("wall").counteredBy()).containsExactly("ladder");
  }

  @Test
  void nodes_move_among_their_neighbours_in_and_out() throws Exception {
    AttackTree down = new TreeEdit.Move("inside", "root", Direction.DOWN).applyTo(TREE);
    assertThat(down.node("root").parts()).containsExactly("b", "inside");

    AttackTree in = new TreeEdit.Indent("b", "root").applyTo(TREE);
    assertThat(in.node("inside").parts()).containsExactly("a", "b");

    AttackTree out = new TreeEdit.Outdent("b", "inside", "root").applyTo(in);
    assertThat(out.node("root").parts()).containsExactly("inside", "b");
    assertThat(out.node("inside").parts()).containsExactly("a");
  }

  @Test
  void what_hangs_on_nothing_any_more_goes_and_an_empty_goal_becomes_a_step() throws Exception {
    AttackTree after = new TreeEdit.Remove("a", "inside").applyTo(TREE);

    assertThat(after.byId()).containsOnlyKeys("b", "inside", "root");
    assertThat(after.node("inside")).isInstanceOf(TreeNode.AttackStep.class);
  }

  @Test
  void a_node_may_serve_twice_but_never_itself() throws Exception {
    AttackTree after = new TreeEdit.Share("root", Tie.PART, "a").applyTo(TREE);
    assertThat(after.node("root").parts()).containsExactly("inside", "b", "a");

    assertThatThrownBy(() -> new TreeEdit.Share("inside", Tie.PART, "root").applyTo(TREE))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("circle");
    assertThatThrownBy(() -> new TreeEdit.Share("root", Tie.PART, "wall").applyTo(TREE))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("belongs to the defender");
  }

  @Test
  void what_somebody_else_has_removed_is_told() {
    assertThatThrownBy(() -> new TreeEdit.Refine("gone", Refinement.AND).applyTo(TREE))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("there is no node 'gone' any more");
  }

  @Test
  void values_change_within_the_rules() throws Exception {
    TreeNode dearer =
        new TreeNode.AttackStep("b", "b", new StepValues(9.0, 0.5, 2, 1.0), List.of());
    assertThat(new TreeEdit.Change(dearer).applyTo(TREE).node("b")).isEqualTo(dearer);

    TreeNode wrong =
        new TreeNode.AttackStep("b", "b", new StepValues(null, 2.0, null, null), List.of());
    assertThatThrownBy(() -> new TreeEdit.Change(wrong).applyTo(TREE))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("2.0 is no probability");
  }
}
