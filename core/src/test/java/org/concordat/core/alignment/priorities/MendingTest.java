package org.concordat.core.alignment.priorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** After any series of changes, mended priorities are those that are reckoned from scratch. */
class MendingTest {
  private static final int WORKSPACES = 600;
  private static final int CHANGES = 25;

  @Test
  void mending_gives_what_starting_over_gives() {
    for (long seed = 0; seed < WORKSPACES; seed++) {
      new Edited(seed).run(1 + (int) (seed % 12));
    }
  }

  @Test
  void mending_large_estates_gives_what_starting_over_gives() {
    for (long seed = 0; seed < 6; seed++) {
      new Edited(seed).run(1_500);
    }
  }

  /** A workspace that is changed step by step, beside priorities that are mended step by step. */
  private static final class Edited {
    private final long seed;
    private final Random random;

    Edited(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void run(int assets) {
      Workspace workspace = RandomWorkspaces.of(seed, assets);
      Priorities mended = Priorities.of(workspace);
      if (random.nextBoolean()) {
        mended.list(1, 1);
      }
      for (int step = 0; step < CHANGES; step++) {
        EstateChange change = change(workspace, step);
        if (change == null) {
          continue;
        }
        List<Priority> before = mended.list(Integer.MAX_VALUE, 0);
        workspace = with(workspace, change);
        List<Priorities.Moved> moved = mended.apply(change);
        Priorities fresh = Priorities.of(workspace);
        String name = "seed " + seed + ", step " + step + ", " + change;
        int paths = assets < 20 ? 2 : 0;
        assertThat(mended.list(Integer.MAX_VALUE, paths))
            .as(name)
            .isEqualTo(fresh.list(Integer.MAX_VALUE, paths));
        assertThat(moved(moved)).as(name).isEqualTo(differences(before, fresh));
      }
    }

    private static Map<Requirement, Double> moved(List<Priorities.Moved> moved) {
      Map<Requirement, Double> scores = new HashMap<>();
      moved.forEach(m -> scores.put(m.requirement(), m.now()));
      return scores;
    }

    private static Map<Requirement, Double> differences(List<Priority> before, Priorities now) {
      Map<Requirement, Double> scores = new HashMap<>();
      Set<Requirement> present = new HashSet<>();
      now.list(Integer.MAX_VALUE, 0).forEach(priority -> present.add(priority.requirement()));
      for (Priority priority : before) {
        Requirement requirement = priority.requirement();
        double score = present.contains(requirement) ? now.need(requirement) : 0;
        if (score != priority.score()) {
          scores.put(requirement, score);
        }
      }
      return scores;
    }

    private @Nullable EstateChange change(Workspace workspace, int step) {
      List<Goal> goals = workspace.units().stream().flatMap(u -> u.goals().stream()).toList();
      List<Factor> factors = workspace.factors();
      Asset asset = any(workspace.assets());
      return switch (random.nextInt(6)) {
        case 0 ->
            factors.isEmpty() || asset.properties().isEmpty()
                ? null
                : new EstateChange.RequirementImpactSet(
                    new Requirement(asset.id(), any(asset.properties())),
                    any(factors).id(),
                    levelOrNull(workspace));
        case 1 ->
            factors.isEmpty() || goals.isEmpty()
                ? null
                : new EstateChange.FactorImpactSet(
                    any(factors).id(), any(goals).id(), levelOrNull(workspace));
        case 2 ->
            goals.isEmpty()
                ? null
                : new EstateChange.GoalImportanceSet(any(goals).id(), level(workspace));
        case 3 -> dependencies(workspace, asset.id());
        case 4 -> removal(workspace);
        default ->
            new EstateChange.AssetAdded(
                new Asset(
                    "new-" + step,
                    "New",
                    AssetKind.TECHNICAL,
                    null,
                    any(workspace.assets()).properties()));
      };
    }

    /** Takes away an asset on which no other depends, but never the last one. */
    private @Nullable EstateChange removal(Workspace workspace) {
      List<Asset> free =
          workspace.assets().stream()
              .filter(
                  asset ->
                      workspace.dependencies().stream()
                          .noneMatch(
                              d -> d.on().equals(asset.id()) && !d.from().equals(asset.id())))
              .toList();
      return free.isEmpty() || workspace.assets().size() == 1
          ? null
          : new EstateChange.AssetRemoved(any(free).id());
    }

    /** Drops, weakens, strengthens or adds dependencies of one asset. */
    private EstateChange dependencies(Workspace workspace, String from) {
      List<Dependency> result = new ArrayList<>();
      for (Dependency dependency : workspace.dependencies()) {
        if (dependency.from().equals(from) && random.nextInt(3) > 0) {
          result.add(
              new Dependency(
                  from,
                  dependency.on(),
                  random.nextBoolean() ? dependency.strength() : level(workspace),
                  dependency.carries(),
                  dependency.redundancy()));
        }
      }
      while (random.nextInt(2) == 0) {
        result.add(new Dependency(from, any(workspace.assets()).id()));
      }
      return new EstateChange.DependenciesSet(from, result);
    }

    private <T> T any(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    private Level level(Workspace workspace) {
      return Level.of(1 + random.nextInt(workspace.scale().size()));
    }

    private @Nullable Level levelOrNull(Workspace workspace) {
      return random.nextInt(3) == 0 ? null : level(workspace);
    }
  }

  /** The same change made to the workspace: plainly, by writing its lists anew. */
  private static Workspace with(Workspace workspace, EstateChange change) {
    List<Unit> units = new ArrayList<>(workspace.units());
    List<Asset> assets = new ArrayList<>(workspace.assets());
    List<Dependency> dependencies = new ArrayList<>(workspace.dependencies());
    List<Impact> impacts = new ArrayList<>(workspace.impacts());
    switch (change) {
      case EstateChange.RequirementImpactSet(var requirement, var factor, var level) ->
          judge(
              impacts,
              level,
              l -> new Impact.RequirementImpact(requirement, factor, Judgement.of(l)),
              new Impact.Link(requirement.id(), factor));
      case EstateChange.FactorImpactSet(var factor, var goal, var level) ->
          judge(
              impacts,
              level,
              l -> new Impact.FactorImpact(factor, goal, Judgement.of(l)),
              new Impact.Link(factor, goal));
      case EstateChange.GoalImportanceSet(var id, var importance) ->
          units.replaceAll(
              unit ->
                  new Unit(
                      unit.id(),
                      unit.name(),
                      unit.discipline(),
                      unit.goals().stream()
                          .map(g -> g.id().equals(id) ? new Goal(id, g.name(), importance) : g)
                          .toList()));
      case EstateChange.DependenciesSet(var asset, var set) -> {
        dependencies.removeIf(d -> d.from().equals(asset));
        dependencies.addAll(set);
      }
      case EstateChange.AssetAdded(var asset) -> assets.add(asset);
      case EstateChange.UnitAdded _,
          EstateChange.UnitRemoved _,
          EstateChange.GoalSet _,
          EstateChange.GoalRemoved _,
          EstateChange.FactorAdded _,
          EstateChange.FactorRemoved _ ->
          throw new IllegalStateException("not thrown here: " + change);
      case EstateChange.AssetRemoved(var id) -> {
        assets.removeIf(asset -> asset.id().equals(id));
        dependencies.removeIf(dependency -> dependency.from().equals(id));
        impacts.removeIf(impact -> impact.link().from().startsWith(id + "/"));
      }
    }
    return new Workspace(
        workspace.organisation(),
        workspace.scale(),
        workspace.combination(),
        workspace.inheritance(),
        workspace.properties(),
        units,
        workspace.factors(),
        assets,
        dependencies,
        impacts,
        workspace.origins());
  }

  private static void judge(
      List<Impact> impacts,
      @Nullable Level level,
      java.util.function.Function<Level, Impact> judgement,
      Impact.Link link) {
    impacts.removeIf(i -> i.link().equals(link));
    if (level != null) {
      impacts.add(judgement.apply(level));
    }
  }

  @Test
  void a_change_that_names_something_unknown_is_refused_and_changes_nothing() {
    Workspace workspace = RandomWorkspaces.of(1, 5);
    Priorities priorities = Priorities.of(workspace);
    List<Priority> before = priorities.list(Integer.MAX_VALUE, 1);
    Map<String, EstateChange> changes = new TreeMap<>();
    changes.put("no goal 'nowhere'", new EstateChange.GoalImportanceSet("nowhere", Level.of(1)));
    changes.put(
        "no asset 'nowhere'",
        new EstateChange.DependenciesSet("a0", List.of(new Dependency("a0", "nowhere"))));
    changes.put(
        "no requirement 'nowhere/availability'",
        new EstateChange.RequirementImpactSet(
            new Requirement("nowhere", "availability"), "f0", Level.of(1)));

    changes.forEach(
        (message, change) ->
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> priorities.apply(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message));

    assertThat(priorities.list(Integer.MAX_VALUE, 1)).isEqualTo(before);
  }

  @Test
  void what_something_is_linked_to_is_not_removed() {
    Workspace workspace = RandomWorkspaces.of(7, 20);
    Priorities priorities = Priorities.of(workspace);
    List<Priority> before = priorities.list(Integer.MAX_VALUE, 1);
    Set<String> goals = new HashSet<>();
    Set<String> factors = new HashSet<>();
    for (Impact impact : workspace.impacts()) {
      switch (impact) {
        case Impact.RequirementImpact of -> factors.add(of.factor());
        case Impact.FactorImpact of -> goals.add(of.goal());
      }
    }
    List<EstateChange> removals = new ArrayList<>();
    factors.forEach(factor -> removals.add(new EstateChange.FactorRemoved(factor)));
    goals.forEach(goal -> removals.add(new EstateChange.GoalRemoved(goal)));
    workspace.units().stream()
        .filter(unit -> !unit.goals().isEmpty())
        .forEach(unit -> removals.add(new EstateChange.UnitRemoved(unit.id())));

    for (EstateChange removal : removals) {
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> priorities.apply(removal))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("still");
    }

    assertThat(removals).hasSizeGreaterThan(3);
    assertThat(priorities.list(Integer.MAX_VALUE, 1)).isEqualTo(before);
  }

  @Test
  void an_asset_on_which_others_depend_is_not_removed() {
    Workspace workspace = RandomWorkspaces.of(1, 5);
    Priorities priorities = Priorities.of(workspace);
    priorities.apply(new EstateChange.DependenciesSet("a0", List.of(new Dependency("a0", "a1"))));
    List<Priority> before = priorities.list(Integer.MAX_VALUE, 1);

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> priorities.apply(new EstateChange.AssetRemoved("a1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'a0' still depends on 'a1'");

    assertThat(priorities.list(Integer.MAX_VALUE, 1)).isEqualTo(before);
  }
}
