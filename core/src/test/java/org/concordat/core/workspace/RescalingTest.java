package org.concordat.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.priorities.RandomWorkspaces;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.WorkspaceChange.CombinationChange;
import org.concordat.core.workspace.WorkspaceChange.ScaleChange;
import org.junit.jupiter.api.Test;

class RescalingTest {
  private static List<Integer> numbers(Rescaling rescaling) {
    return rescaling.levels().stream().map(Level::number).toList();
  }

  @Test
  void a_level_becomes_the_one_whose_share_is_nearest() {
    assertThat(numbers(Rescaling.proportional(3, 5))).containsExactly(2, 3, 5);
    assertThat(numbers(Rescaling.proportional(5, 3))).containsExactly(1, 1, 2, 2, 3);
    assertThat(numbers(Rescaling.proportional(4, 4))).containsExactly(1, 2, 3, 4);
    assertThat(numbers(Rescaling.proportional(2, 100))).containsExactly(50, 100);
  }

  @Test
  void for_all_sizes_levels_keep_their_order_and_the_top_stays_the_top() {
    for (int from = ImpactScale.SMALLEST; from <= 30; from++) {
      for (int to = ImpactScale.SMALLEST; to <= 30; to++) {
        List<Integer> levels = numbers(Rescaling.proportional(from, to));
        assertThat(levels).as(from + " to " + to).isSorted().last().isEqualTo(to);
        assertThat(levels.getFirst()).as(from + " to " + to).isPositive();
        for (int level = 1; level <= from; level++) {
          double exact = (double) level * to / from;
          assertThat(Math.abs(levels.get(level - 1) - exact))
              .as("level %d, %d to %d", level, from, to)
              .isLessThanOrEqualTo(exact < 0.5 ? 1 : 0.5);
        }
      }
    }
  }

  /** Random workspaces on another scale: nothing is lost, and the rules hold as before. */
  @Test
  void a_workspace_on_another_scale_says_the_same_things_of_the_same_entries() {
    for (long seed = 0; seed < 300; seed++) {
      Workspace before = RandomWorkspaces.of(seed, 12);
      int size = 2 + (int) (seed % 9);
      Rescaling rescaling = Rescaling.proportional(before.scale().size(), size);
      ImpactScale scale =
          new ImpactScale(IntStream.rangeClosed(1, size).mapToObj(i -> "level " + i).toList());
      List<WorkspaceChange> changes = new ArrayList<>(rescaling.changes(before));
      changes.add(new ScaleChange(before.scale(), scale));
      if (!before.combination().equals(Combination.DEFAULT)) {
        changes.add(new CombinationChange(before.combination(), Combination.DEFAULT));
      }

      Workspace after = WorkspaceDiff.apply(before, changes);

      assertThat(errors(after)).as("seed " + seed).isEqualTo(errors(before));
      assertThat(after.impacts().stream().map(i -> i.judgement().level()).toList())
          .as("seed " + seed)
          .containsExactlyInAnyOrderElementsOf(
              before.impacts().stream()
                  .map(i -> rescaling.levels().get(i.judgement().level().number() - 1))
                  .toList());
      assertThat(after.dependencies().stream().filter(d -> d.strength() == null).count())
          .as("seed " + seed)
          .isEqualTo(before.dependencies().stream().filter(d -> d.strength() == null).count());
      assertThat(Rescaling.uses(after).stream().mapToInt(Rescaling.Uses::judgements).sum())
          .isEqualTo(before.impacts().size());
    }
  }

  private static List<Finding> errors(Workspace workspace) {
    return WorkspaceRules.check(workspace).stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .toList();
  }

  @Test
  void a_rescaling_fits_the_scale_that_it_was_made_for() {
    Workspace workspace = Workspace.empty(new Organisation("acme", "Acme", null));

    assertThat(Rescaling.uses(workspace)).hasSize(workspace.scale().size());
    assertThatThrownBy(() -> Rescaling.proportional(7, 3).changes(workspace))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 levels, not 7");
  }
}
