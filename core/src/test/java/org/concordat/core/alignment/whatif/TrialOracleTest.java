package org.concordat.core.alignment.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.PriorityView;
import org.concordat.core.alignment.priorities.RandomWorkspaces;
import org.concordat.core.alignment.whatif.DraftEffect.Extent;
import org.concordat.core.alignment.whatif.DraftEffect.Shift;
import org.concordat.core.alignment.whatif.DraftEffect.Standing;
import org.concordat.core.alignment.whatif.VocabularyEdit.Named;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.core.workspace.WorkspaceRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compares with changing the workspace by what was tried out and ranking everything anew. */
class TrialOracleTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Extent ALL = new Extent(Integer.MAX_VALUE, Integer.MAX_VALUE);

  @Test
  void what_edits_move_is_what_reckoning_anew_says() {
    int compared = 0;
    int refused = 0;
    Map<Class<?>, Integer> done = new HashMap<>();
    for (long seed = 0; seed < 600; seed++) {
      Workspace before = RandomWorkspaces.of(seed);
      Random random = new Random(seed);
      Trial trial = Trial.on(LiveWorkspace.of(before), List.of());
      for (int i = random.nextInt(1, 5); i > 0; i--) {
        DraftEdit edit = edit(trial.read(Snapshot::workspace), random);
        var changes = trial.changes();
        if (add(trial, edit)) {
          done.merge(edit.getClass(), 1, Integer::sum);
        } else {
          refused++;
          assertThat(trial.changes()).as("seed " + seed).isEqualTo(changes);
        }
      }
      Workspace after = WorkspaceDiff.apply(before, trial.changes());
      String where = "seed " + seed + ", " + trial.changes();
      assertThat(WorkspaceDiff.between(after, trial.read(Snapshot::workspace))).as(where).isEmpty();
      assertThat(WorkspaceRules.check(after))
          .as(where)
          .noneMatch(finding -> finding.severity().name().equals("ERROR"));
      compared += compare(before, after, trial.effect(ALL), where);
    }
    assertThat(compared).isGreaterThan(450);
    assertThat(refused).isLessThan(800);
    assertThat(done.keySet()).contains(StructureEdit.Passing.class, StructureEdit.UnitGone.class);
    assertThat(done).hasSizeGreaterThanOrEqualTo(15);
  }

  private static boolean add(Trial trial, DraftEdit edit) {
    try {
      return trial.add(edit, "somebody", TODAY) instanceof Verdict.Sound;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static DraftEdit edit(Workspace workspace, Random random) {
    if (workspace.assets().isEmpty()) {
      return new StructureEdit.NewAsset("Another asset", AssetKind.TECHNICAL, null);
    }
    List<Unit> units = workspace.units();
    List<String> goals =
        units.stream().flatMap(unit -> unit.goals().stream()).map(Goal::id).toList();
    String goal = any(goals, random);
    String unit = any(units.stream().map(Unit::id).toList(), random);
    String factor = any(workspace.factors().stream().map(f -> f.id()).toList(), random);
    Asset asset = workspace.assets().get(random.nextInt(workspace.assets().size()));
    Asset other = workspace.assets().get(random.nextInt(workspace.assets().size()));
    Level level = Level.of(random.nextInt(1, workspace.scale().size() + 1));
    return switch (random.nextInt(17)) {
      case 0 -> new DraftEdit.LinkLevel(new Impact.Link(requirement(asset, random), factor), level);
      case 1 ->
          workspace.impacts().isEmpty()
              ? new DraftEdit.GoalUnit(goal, unit)
              : new DraftEdit.LinkLevel(workspace.impacts().getFirst().link(), null);
      case 2 -> new DraftEdit.GoalImportance(goal, level, random.nextInt(3) == 0);
      case 3 -> new DraftEdit.GoalUnit(goal, unit);
      case 4 -> new DraftEdit.NewGoal(unit, "Another goal", level);
      case 5 ->
          new StructureEdit.AssetDependency(asset.id(), other.id(), level, random.nextInt(3) == 0);
      case 6, 7 -> passing(workspace, random);
      case 8 -> new StructureEdit.NewAsset("Another asset", AssetKind.TECHNICAL, unit);
      case 9 -> new StructureEdit.AssetGone(asset.id());
      case 10 -> new StructureEdit.NewUnit(null, "Another unit");
      case 11 -> new StructureEdit.UnitGone(unit);
      case 12 -> new VocabularyEdit.AssetProperties(asset.id(), other.properties());
      case 13 -> new VocabularyEdit.FactorGone(factor);
      case 14 -> new VocabularyEdit.NewFactor("Another factor");
      case 15 -> new VocabularyEdit.Renamed(Named.ASSET, asset.id(), "Otherwise");
      default ->
          new DraftEdit.Joining(
              random.nextBoolean() ? List.of("low", "middle", "high", "top") : null,
              new Along.WeakestLink(),
              Across.MAXIMUM,
              random.nextBoolean() ? 2 : null);
    };
  }

  private static DraftEdit passing(Workspace workspace, Random random) {
    if (workspace.dependencies().isEmpty()) {
      return new StructureEdit.NewUnit(null, "Another unit");
    }
    Dependency one = workspace.dependencies().get(random.nextInt(workspace.dependencies().size()));
    TreeMap<String, String> carries = new TreeMap<>();
    Asset from = asset(one.from(), workspace);
    Asset on = asset(one.on(), workspace);
    if (!from.properties().isEmpty() && !on.properties().isEmpty()) {
      carries.put(from.properties().getFirst(), on.properties().getLast());
    }
    return new StructureEdit.Passing(
        one.from(),
        one.on(),
        random.nextInt(3) == 0 ? null : carries,
        random.nextInt(3) == 0 ? null : new Redundancy("group", 1 + random.nextInt(2)));
  }

  private static Asset asset(String id, Workspace workspace) {
    return workspace.assets().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  private static String requirement(Asset asset, Random random) {
    return asset.id() + "/" + any(asset.properties(), random);
  }

  private static String any(List<String> ids, Random random) {
    return ids.isEmpty() ? "none-at-all" : ids.get(random.nextInt(ids.size()));
  }

  private static int compare(Workspace before, Workspace after, DraftEffect effect, String where) {
    Map<Requirement, Priority> was = priorities(before);
    Map<Requirement, Priority> is = priorities(after);
    TreeSet<Requirement> moved = new TreeSet<>(was.keySet());
    moved.addAll(is.keySet());
    moved.removeIf(
        each -> PriorityView.key(score(was.get(each))) == PriorityView.key(score(is.get(each))));
    TreeSet<Requirement> alone = new TreeSet<>(is.keySet());
    alone.removeAll(moved);
    alone.removeIf(each -> units(before, was.get(each), after, is.get(each)).isEmpty());
    if (!before.scale().equals(after.scale())) {
      alone.clear();
    }
    assertThat(effect.moved()).as(where).isEqualTo(moved.size());
    assertThat(effect.forUnits()).as(where).isEqualTo(alone.size());
    assertThat(effect.shifts().subList(0, moved.size()))
        .as(where)
        .extracting(Shift::requirement)
        .containsExactlyInAnyOrderElementsOf(moved);
    assertThat(effect.shifts().subList(moved.size(), effect.shifts().size()))
        .as(where)
        .extracting(Shift::requirement)
        .containsExactlyInAnyOrderElementsOf(alone);
    double last = 2;
    for (Shift shift : effect.shifts()) {
      String which = where + ", " + shift;
      Priority then = was.get(shift.requirement());
      Priority now = is.get(shift.requirement());
      assertStanding(shift.before(), then, before.scale(), which);
      assertStanding(shift.after(), now, after.scale(), which);
      assertThat(shift.units().stream().map(unit -> unit.id() + unit.before() + unit.after()))
          .as(which)
          .containsExactlyInAnyOrderElementsOf(units(before, then, after, now));
      double far = Math.abs(score(then) - score(now));
      assertThat(far).as(which).isLessThanOrEqualTo(last + 1e-9);
      last = far;
    }
    return effect.moved();
  }

  private static Map<Requirement, Priority> priorities(Workspace workspace) {
    Map<Requirement, Priority> all = new HashMap<>();
    Priorities.of(workspace)
        .list(Integer.MAX_VALUE, 1)
        .forEach(priority -> all.put(priority.requirement(), priority));
    return all;
  }

  private static double score(@Nullable Priority priority) {
    return priority == null ? 0 : priority.score();
  }

  private static void assertStanding(
      @Nullable Standing standing, @Nullable Priority priority, ImpactScale scale, String which) {
    assertThat(standing == null).as(which).isEqualTo(priority == null);
    if (standing != null && priority != null) {
      assertThat(standing.rank()).as(which).isEqualTo(priority.rank());
      assertThat(standing.level()).as(which).isEqualTo(priority.level());
      assertThat(standing.level()).as(which).isEqualTo(scale.shownName(standing.score()));
      assertThat(standing.reason() == null).as(which).isEqualTo(priority.rationale().isEmpty());
    }
  }

  private static List<String> units(
      Workspace before, @Nullable Priority was, Workspace after, @Nullable Priority is) {
    TreeSet<String> all = new TreeSet<>();
    before.units().forEach(unit -> all.add(unit.id()));
    after.units().forEach(unit -> all.add(unit.id()));
    List<String> told = new ArrayList<>();
    for (String unit : all) {
      String from = before.scale().shownName(need(was, unit));
      String to = after.scale().shownName(need(is, unit));
      if (!from.equals(to)) {
        told.add(unit + from + to);
      }
    }
    return told;
  }

  private static double need(@Nullable Priority priority, String unit) {
    return priority == null ? 0 : priority.units().getOrDefault(unit, 0.0);
  }
}
