package org.concordat.core.alignment.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnalysisTest {
  @Test
  void a_step_that_serves_two_goals_is_paid_once() throws Exception {
    //      both
    //     /    \
    //   one    two
    //   / \    / \
    //  a   b==b   c      a: 3, b: 2, c: 4
    AttackTree tree =
        new Plant()
            .step("a", 3)
            .step("b", 2)
            .step("c", 4)
            .or("one", "a", "b")
            .or("two", "b", "c")
            .and("both", "one", "two")
            .tree();

    Attack cheapest = analysis(tree).cheapest().orElseThrow();

    assertThat(cheapest.steps()).containsExactly("b");
    assertThat(cheapest.cost()).isEqualTo(2);
  }

  @Test
  void success_counts_a_shared_step_once() throws Exception {
    AttackTree tree =
        new Plant()
            .step("a", null, 0.5, null, null)
            .step("b", null, 0.5, null, null)
            .step("c", null, 0.5, null, null)
            .or("one", "a", "b")
            .or("two", "b", "c")
            .and("both", "one", "two")
            .tree();

    // P(b) + P(not b) P(a) P(c); node by node it would be 0.75 * 0.75.
    assertThat(analysis(tree).success()).isCloseTo(0.625, within(1e-12));
  }

  @Test
  void in_a_sequence_times_add_and_side_by_side_the_slowest_counts() throws Exception {
    AttackTree tree =
        new Plant()
            .timed("scan", 0, 2)
            .timed("bribe", 0, 5)
            .timed("enter", 0, 1)
            .and("prepare", "scan", "bribe")
            .sand("break-in", "prepare", "enter")
            .tree();

    assertThat(analysis(tree).fastest().orElseThrow().time()).isEqualTo(OptionalDouble.of(6));
  }

  @Test
  void what_an_earlier_part_has_done_a_sequence_does_not_do_again() throws Exception {
    AttackTree tree =
        new Plant()
            .timed("key", 0, 4)
            .timed("door", 0, 1)
            .and("inside", "key", "door")
            .sand("in-and-out", "key", "inside")
            .tree();

    assertThat(analysis(tree).fastest().orElseThrow().time()).isEqualTo(OptionalDouble.of(5));
  }

  @Test
  void two_sequences_that_share_a_step_make_one_chain() throws Exception {
    AttackTree tree =
        new Plant()
            .timed("a", 0, 1)
            .timed("b", 0, 2)
            .timed("c", 0, 4)
            .sand("first", "a", "b")
            .sand("then", "b", "c")
            .and("both", "first", "then")
            .tree();

    assertThat(analysis(tree).fastest().orElseThrow().time()).isEqualTo(OptionalDouble.of(7));
  }

  @Test
  void sequences_that_contradict_each_other_cannot_be_carried_out() throws Exception {
    AttackTree tree =
        new Plant()
            .timed("a", 1, 1)
            .timed("b", 1, 2)
            .sand("forth", "a", "b")
            .sand("back", "b", "a")
            .and("both", "forth", "back")
            .tree();

    assertThat(analysis(tree).fastest()).isEmpty();
    assertThat(analysis(tree).cheapest().orElseThrow().time()).isEmpty();
  }

  @Test
  void a_countermeasure_undoes_a_step_until_it_is_undone_itself() throws Exception {
    AttackTree tree =
        new Plant()
            .step("steal-password", 10)
            .step("steal-token", 25)
            .measure("second-factor", 5)
            .or("sign-in", "steal-password")
            .counter("second-factor", "steal-token")
            .counter("steal-password", "second-factor")
            .tree();

    assertThat(analysis(tree).cheapest().orElseThrow().cost()).isEqualTo(10);
    Attack with =
        Analysis.of(tree, Set.of("second-factor"), Limits.DEFAULT).cheapest().orElseThrow();
    assertThat(with.steps()).containsExactly("steal-password", "steal-token");
    assertThat(with.cost()).isEqualTo(35);
  }

  @Test
  void without_any_attack_there_are_no_figures() throws Exception {
    AttackTree tree =
        new Plant()
            .step("dig", 1)
            .measure("rock", 100)
            .or("tunnel", "dig")
            .counter("tunnel", "rock")
            .tree();

    Analysis analysis = Analysis.of(tree, Set.of("rock"), Limits.DEFAULT);

    assertThat(analysis.isPossible()).isFalse();
    assertThat(analysis.cheapest()).isEmpty();
    assertThat(analysis.fastest()).isEmpty();
    assertThat(analysis.success()).isZero();
    assertThat(analysis.costAgainstProbability()).isEmpty();
    assertThat(analysis.costAgainstTime()).isEmpty();
  }

  @Test
  void what_is_not_known_is_told_and_counts_as_the_attacker_likes() throws Exception {
    AttackTree tree =
        new Plant().step("a", 3).step("b", null, 0.5, 2, 1.0).and("both", "a", "b").tree();

    Analysis analysis = analysis(tree);

    assertThat(analysis.unknown().cost()).containsExactly("b");
    assertThat(analysis.unknown().probability()).containsExactly("a");
    assertThat(analysis.unknown().skill()).containsExactly("a");
    assertThat(analysis.unknown().time()).containsExactly("a");
    assertThat(analysis.cheapest().orElseThrow().cost()).isEqualTo(3);
    assertThat(analysis.success()).isEqualTo(0.5);
  }

  @Test
  void a_step_that_can_no_longer_matter_lacks_nothing() {
    AttackTree tree =
        new Plant()
            .step("a", 1.0, 1.0, 1, 1.0)
            .step("b", null, null, null, null)
            .measure("wall", 1)
            .or("either", "a", "b")
            .counter("b", "wall")
            .tree();

    assertThat(analysis(tree).unknown().cost()).containsExactly("b");
    assertThat(Analysis.of(tree, Set.of("wall"), Limits.DEFAULT).unknown().cost()).isEmpty();
  }

  @Test
  void a_tree_that_is_too_large_says_what_to_do() {
    Plant plant = new Plant();
    String[] pairs = new String[20];
    for (int i = 0; i < pairs.length; i++) {
      plant.step("a" + i, 1).step("b" + i, 1).or("pair" + i, "a" + i, "b" + i);
      pairs[i] = "pair" + i;
    }
    AttackTree tree = plant.and("all", pairs).tree();

    assertThatThrownBy(() -> Analysis.of(tree, Set.of(), new Limits(30, 1000, 1000)).success())
        .isInstanceOf(TreeTooLarge.class)
        .hasMessage(
            "evaluating this tree would take more than 30 nodes of a decision diagram; make a tree"
                + " of its own of a branch, share fewer nodes, or raise the limit");
  }

  @Test
  void a_countermeasure_that_is_none_is_refused() {
    AttackTree tree = new Plant().step("a", 1).or("root", "a").tree();

    assertThatThrownBy(() -> Analysis.of(tree, Set.of("a"), Limits.DEFAULT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attack tree 'tree' has no countermeasure [a]");
  }

  private static Analysis analysis(AttackTree tree) {
    return Analysis.of(tree, Set.of(), Limits.DEFAULT);
  }
}
