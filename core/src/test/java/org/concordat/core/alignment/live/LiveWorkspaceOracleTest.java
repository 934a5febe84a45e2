package org.concordat.core.alignment.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.PriorityView;
import org.concordat.core.alignment.priorities.RandomWorkspaces;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.core.workspace.WorkspaceRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The live workspace against the value: after any sequence of change lists it is what applying them
 * to the value one by one gives, and answers what is reckoned from that value from scratch.
 */
class LiveWorkspaceOracleTest {
  private static final int SEQUENCES = 600;
  private static final int LISTS = 12;
  private static final int PATHS = 3;

  /** One in so many lists of changes is made while somebody reads what was before. */
  private static final int READ_MEANWHILE = 7;

  /** One workspace is asked only after so many lists, so that it has several to follow at once. */
  private static final int RARELY = 5;

  private int sound;
  private int stale;
  private int unsound;

  @Test
  void any_sequence_of_changes_gives_what_the_value_gives() {
    for (long seed = 0; seed < SEQUENCES; seed++) {
      Random random = new Random(seed);
      Workspace value = RandomWorkspaces.of(seed);
      LiveWorkspace live = LiveWorkspace.of(value);
      LiveWorkspace rarelyAsked = LiveWorkspace.of(value);
      RandomChanges dice = new RandomChanges(random);
      for (int i = 0; i < LISTS; i++) {
        List<WorkspaceChange> changes = dice.of(value);
        String name = "seed " + seed + ", list " + i + " " + changes;
        Workspace before = value;
        value = step(name, live, value, changes);
        if (!value.equals(before)) {
          rarelyAsked.take(rarelyAsked.prepare(changes));
        }
        if (i % RARELY == 0) {
          assertSame(name + ", rarely asked", rarelyAsked, value);
        }
      }
    }
    assertThat(sound).as("sound lists").isGreaterThan(1_000);
    assertThat(unsound).as("unsound lists").isGreaterThan(300);
    assertThat(stale).as("stale lists").isGreaterThan(100);
  }

  private Workspace step(
      String name, LiveWorkspace live, Workspace value, List<WorkspaceChange> changes) {
    Workspace after = slowly(value, changes);
    Verdict verdict = live.check(changes);
    if (after == null) {
      stale++;
      assertThat(verdict).as(name).isNotInstanceOf(Verdict.Sound.class);
      if (!message(value, changes).contains("has no unit")) {
        assertThat(verdict).as(name).isInstanceOf(Verdict.Stale.class);
      }
    } else if (!errors(after).isEmpty()) {
      unsound++;
      assertThat(verdict).as(name).isInstanceOf(Verdict.Unsound.class);
    } else {
      sound++;
      assertThat(verdict).as(name).isInstanceOf(Verdict.Sound.class);
      Applied applied =
          sound % READ_MEANWHILE == 0
              ? live.read(snapshot -> changedMeanwhile(name, snapshot, live, value, changes))
              : live.apply(changes);
      assertSame(name, live, after);
      assertMoved(name, applied, value, after);
      return after;
    }
    assertThatThrownBy(() -> live.apply(changes))
        .as(name)
        .isInstanceOf(IllegalArgumentException.class);
    assertSame(name, live, value);
    return value;
  }

  /** Whoever has begun to read goes on with what there was, asked for early or late. */
  private static Applied changedMeanwhile(
      String name,
      Snapshot snapshot,
      LiveWorkspace live,
      Workspace value,
      List<WorkspaceChange> changes) {
    LiveWorkspace.Prepared prepared = live.prepare(changes);
    assertSame(name + ", prepared", live, value);
    live.take(prepared);
    assertSame(name + ", as it was", snapshot, value);
    return prepared.applied();
  }

  private static @Nullable Workspace slowly(Workspace value, List<WorkspaceChange> changes) {
    try {
      return WorkspaceDiff.apply(value, changes);
    } catch (IllegalArgumentException stale) {
      return null;
    }
  }

  private static String message(Workspace value, List<WorkspaceChange> changes) {
    return String.valueOf(catchThrowable(() -> WorkspaceDiff.apply(value, changes)).getMessage());
  }

  private static List<Finding> errors(Workspace workspace) {
    return WorkspaceRules.check(workspace).stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .toList();
  }

  private static void assertSame(String name, LiveWorkspace live, Workspace value) {
    live.read(
        snapshot -> {
          assertSame(name, snapshot, value);
          return snapshot.revision();
        });
  }

  private static void assertSame(String name, Snapshot snapshot, Workspace value) {
    assertThat(snapshot.workspace()).as(name).isEqualTo(value);
    Priorities expected = Priorities.of(value);
    List<Priority> all = expected.list(expected.size(), PATHS);
    assertThat(snapshot.top(snapshot.requirementCount(), PATHS)).as(name).isEqualTo(all);
    for (Unit unit : value.units()) {
      Priorities ofUnit = Priorities.ofUnit(value, unit.id());
      assertThat(snapshot.topOfUnit(unit.id(), snapshot.requirementCount(), PATHS))
          .as(name + ", unit " + unit.id())
          .isEqualTo(ofUnit.list(ofUnit.size(), PATHS));
    }
    for (Priority priority : all) {
      Requirement requirement = priority.requirement();
      assertThat(snapshot.need(requirement)).as(name).isEqualTo(priority.score());
      assertThat(snapshot.rank(requirement)).as(name).isEqualTo(priority.rank());
    }
  }

  private static void assertMoved(String name, Applied applied, Workspace before, Workspace after) {
    Map<Requirement, Double> was = needs(before);
    Map<Requirement, Double> is = needs(after);
    Map<Requirement, Priorities.Moved> moved = new TreeMap<>();
    List<Requirement> all = new ArrayList<>(was.keySet());
    is.keySet().stream().filter(r -> !was.containsKey(r)).forEach(all::add);
    for (Requirement requirement : all) {
      double scoreWas = was.getOrDefault(requirement, 0.0);
      double scoreIs = is.getOrDefault(requirement, 0.0);
      if (PriorityView.key(scoreWas) != PriorityView.key(scoreIs)) {
        moved.put(requirement, new Priorities.Moved(requirement, scoreWas, scoreIs));
      }
    }
    assertThat(applied.moved()).as(name).isEqualTo(List.copyOf(moved.values()));
    assertThat(applied.appeared())
        .as(name)
        .isEqualTo(is.keySet().stream().filter(r -> !was.containsKey(r)).sorted().toList());
    assertThat(applied.gone())
        .as(name)
        .isEqualTo(was.keySet().stream().filter(r -> !is.containsKey(r)).sorted().toList());
  }

  private static Map<Requirement, Double> needs(Workspace workspace) {
    Priorities priorities = Priorities.of(workspace);
    Map<Requirement, Double> needs = new HashMap<>();
    priorities
        .list(priorities.size(), 0)
        .forEach(priority -> needs.put(priority.requirement(), priority.score()));
    return needs;
  }
}
