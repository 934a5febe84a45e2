package org.concordat.core.alignment.priorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.findings.Finding.Severity;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceEntry;
import org.concordat.core.workspace.WorkspaceRules;
import org.junit.jupiter.api.Test;

/** What moved between two workspaces, and what moved it. */
class PriorityShiftsTest {
  private static final int PAIRS = 400;

  /** A workspace and what somebody made of it: some entries changed, added or removed. */
  private static Workspace edited(Workspace workspace, Random random) {
    List<WorkspaceEntry> entries = new ArrayList<>(WorkspaceEntry.of(workspace).values());
    List<WorkspaceChange> changes = new ArrayList<>();
    for (WorkspaceEntry entry : entries) {
      boolean isLink =
          entry instanceof WorkspaceEntry.OfImpact || entry instanceof WorkspaceEntry.OfDependency;
      if (isLink && random.nextInt(6) == 0) {
        changes.add(new WorkspaceChange(entry, null));
      } else if (entry instanceof WorkspaceEntry.OfGoal(var unit, var goal)
          && random.nextInt(4) == 0) {
        changes.add(
            new WorkspaceChange(
                entry,
                new WorkspaceEntry.OfGoal(
                    unit,
                    new org.concordat.core.alignment.Goal(
                        goal.id(), goal.name(), org.concordat.core.alignment.Level.of(1)))));
      }
    }
    return WorkspaceChange.apply(workspace, changes);
  }

  @Test
  void making_all_changes_gives_the_other_workspace() {
    for (long seed = 0; seed < PAIRS; seed++) {
      Workspace before = RandomWorkspaces.of(seed);
      Workspace after = edited(before, new Random(seed));
      List<WorkspaceChange> changes = WorkspaceChange.between(before, after);
      List<WorkspaceChange> back = new ArrayList<>();
      changes.forEach(c -> back.add(c.inverse()));

      Map<String, WorkspaceEntry> expected = WorkspaceEntry.of(after);
      assertThat(WorkspaceEntry.of(WorkspaceChange.apply(before, changes)))
          .as("seed " + seed)
          .isEqualTo(expected);
      assertThat(WorkspaceEntry.of(WorkspaceChange.apply(after, back)))
          .as("seed " + seed)
          .isEqualTo(WorkspaceEntry.of(before));
      assertThat(WorkspaceChange.between(after, after)).as("seed " + seed).isEmpty();
    }
  }

  @Test
  void the_order_of_entries_is_no_change() {
    Workspace workspace = RandomWorkspaces.of(7, 9);
    List<WorkspaceEntry> entries = new ArrayList<>(WorkspaceEntry.of(workspace).values());
    Collections.shuffle(entries, new Random(1));

    assertThat(WorkspaceChange.between(workspace, WorkspaceEntry.workspace(entries))).isEmpty();
  }

  @Test
  void every_moved_score_is_listed_with_a_cause_and_nothing_else_is() {
    for (long seed = 0; seed < PAIRS; seed++) {
      Workspace before = RandomWorkspaces.of(seed);
      Workspace after = edited(before, new Random(seed));
      if (hasErrors(after)) {
        continue;
      }
      SlowPriorities old = SlowPriorities.of(before);
      SlowPriorities now = SlowPriorities.of(after);
      List<Requirement> moved =
          old.listed().stream().filter(r -> !old.score(r).equals(now.score(r))).sorted().toList();

      PriorityShifts shifts = PriorityShifts.between(before, after);

      assertThat(shifts.moved().stream().map(PriorityShifts.Shift::requirement).sorted())
          .as("seed " + seed)
          .isEqualTo(moved);
      assertThat(shifts.moved()).as("seed " + seed).allMatch(s -> !s.causes().isEmpty());
    }
  }

  @Test
  void without_its_only_cause_a_requirement_would_not_have_moved_as_it_did() {
    int seen = 0;
    for (long seed = 0; seed < PAIRS; seed++) {
      Workspace before = RandomWorkspaces.of(seed);
      Workspace after = edited(before, new Random(seed));
      if (hasErrors(after)) {
        continue;
      }
      for (PriorityShifts.Shift shift : PriorityShifts.between(before, after).moved()) {
        if (shift.causes().size() == 1) {
          Workspace without =
              WorkspaceChange.apply(after, List.of(shift.causes().getFirst().inverse()));
          Requirement requirement = shift.requirement();
          assertThat(SlowPriorities.of(without).score(requirement))
              .as("seed " + seed + ", " + requirement)
              .isNotEqualTo(SlowPriorities.of(after).score(requirement));
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(50);
  }

  private static boolean hasErrors(Workspace workspace) {
    return WorkspaceRules.check(workspace).stream().anyMatch(f -> f.severity() == Severity.ERROR);
  }
}
