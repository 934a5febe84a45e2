package org.concordat.core.alignment.priorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The oracle itself, on cases small enough to check by hand: three levels, one property. */
class SlowPrioritiesTest {
  private static final Combination WEAKEST = Combination.DEFAULT;
  private static final Redundancy ONE_OF_THE_GROUP = new Redundancy("web", 1);

  @Test
  void a_need_travels_down_a_chain_and_every_step_is_listed() {
    // process -2-> db; process -3-> loss -3-> goal
    SlowPriorities priorities =
        priorities(
            WEAKEST,
            null,
            List.of(new Dependency("process", "db", Level.of(2), null, null)),
            judged("process", 3));

    assertThat(priorities.score(need("db"))).isEqualTo(Fraction.of(2, 3));
    assertThat(priorities.own(need("db"))).isEqualTo(Fraction.ZERO);
    assertThat(priorities.rank(need("db"))).isEqualTo(2);
    assertThat(priorities.rationale(need("db")))
        .containsExactly(
            new SlowPriorities.Path(
                List.of("db/availability", "process/availability", "loss", "goal"),
                List.of(2, 3, 3, 3),
                Fraction.of(2, 3)));
  }

  @Test
  void a_cycle_hands_needs_round_and_ends() {
    // process -2-> db -2-> process; process -2-> loss
    SlowPriorities priorities =
        priorities(
            new Combination(new Along.Product(), Across.MAXIMUM),
            null,
            List.of(
                new Dependency("process", "db", Level.of(2), null, null),
                new Dependency("db", "process", Level.of(2), null, null)),
            judged("process", 2));

    assertThat(priorities.score(need("process"))).isEqualTo(Fraction.of(2, 3));
    assertThat(priorities.score(need("db"))).isEqualTo(Fraction.of(4, 9));
  }

  @Test
  void an_average_counts_declared_links_that_lead_nowhere() {
    // db -3-> loss -3-> goal; db -3-> idle, which has no goal
    SlowPriorities priorities =
        priorities(
            new Combination(new Along.WeakestLink(), Across.AVERAGE),
            null,
            List.of(),
            judged("db", 3),
            new RequirementImpact(need("db"), "idle", Judgement.of(Level.of(3))));

    assertThat(priorities.score(need("db"))).isEqualTo(Fraction.of(1, 2));
  }

  @Test
  void several_requirements_of_one_level_raise_what_is_inherited() {
    SlowPriorities two =
        priorities(
            WEAKEST,
            2,
            List.of(new Dependency("p1", "db"), new Dependency("p2", "db")),
            judged("p1", 1),
            judged("p2", 1));
    SlowPriorities oneInParallel =
        priorities(
            WEAKEST,
            2,
            List.of(new Dependency("p1", "db"), new Dependency("p1", "db")),
            judged("p1", 1));

    assertThat(two.score(need("db"))).isEqualTo(Fraction.of(2, 3));
    assertThat(oneInParallel.score(need("db"))).isEqualTo(Fraction.of(1, 3));
  }

  /**
   * p1 and p2 hand 1/3 to db, which together would raise it to 2/3; but p4 hands on 1/2 by way of
   * p3, which shows the higher level 2. That 1/2 arrives later than the others. The 2/3 of the
   * meantime must not keep itself alive in the cycle of db and copy.
   */
  @Test
  void cumulation_starts_from_what_is_handed_without_it() {
    SlowPriorities priorities =
        priorities(
            new Combination(new Along.WeakestLink(), Across.AVERAGE),
            3,
            List.of(
                new Dependency("p1", "db"),
                new Dependency("p2", "db"),
                new Dependency("p5", "db"),
                new Dependency("p4", "p3"),
                new Dependency("p3", "db"),
                new Dependency("db", "copy"),
                new Dependency("copy", "db")),
            judged("p1", 1),
            judged("p2", 1),
            judged("p5", 1),
            judged("p4", 3),
            new RequirementImpact(need("p4"), "idle", Judgement.of(Level.of(3))));

    assertThat(priorities.score(need("p3"))).isEqualTo(Fraction.of(1, 2));
    assertThat(priorities.score(need("db"))).isEqualTo(Fraction.of(1, 2));
    assertThat(priorities.score(need("copy"))).isEqualTo(Fraction.of(1, 2));
  }

  @Test
  void a_spare_member_is_needed_one_level_less() {
    SlowPriorities priorities =
        priorities(
            WEAKEST,
            null,
            List.of(
                new Dependency("process", "db", null, null, ONE_OF_THE_GROUP),
                new Dependency("process", "copy", null, null, ONE_OF_THE_GROUP)),
            judged("process", 3));

    assertThat(priorities.score(need("db"))).isEqualTo(Fraction.of(2, 3));
  }

  @Test
  void a_group_of_one_member_spares_nothing() {
    SlowPriorities priorities =
        priorities(
            WEAKEST,
            null,
            List.of(
                new Dependency("process", "db", null, null, ONE_OF_THE_GROUP),
                new Dependency("process", "db", null, null, ONE_OF_THE_GROUP)),
            judged("process", 3));

    assertThat(priorities.score(need("db"))).isEqualTo(Fraction.of(1, 1));
  }

  @Test
  void the_agreed_judgement_counts_and_else_the_higher_median() {
    Impact low = judgedBy("j", 1, false);
    Impact high = judgedBy("k", 3, false);
    Impact agreed = judgedBy("l", 2, true);

    assertThat(priorities(WEAKEST, null, List.of(), low, high).score(need("db")))
        .isEqualTo(Fraction.of(1, 1));
    assertThat(priorities(WEAKEST, null, List.of(), low, high, agreed).score(need("db")))
        .isEqualTo(Fraction.of(2, 3));
  }

  @Test
  void random_workspaces_reach_every_kind_of_outcome() {
    Set<String> seen = new HashSet<>();
    for (long seed = 0; seed < 400; seed++) {
      Workspace workspace = RandomWorkspaces.of(seed);
      SlowPriorities priorities = SlowPriorities.of(workspace);
      for (var entry : priorities.needs().entrySet()) {
        SlowPriorities.Need need = entry.getValue();
        boolean none = need.score().isZero();
        assertThat(priorities.rationale(entry.getKey()).isEmpty())
            .as("a need has a reason and no need has none, %s of seed %d", entry.getKey(), seed)
            .isEqualTo(none);
        seen.add(none ? "none" : need.own().equals(need.score()) ? "own" : "inherited");
      }
    }
    assertThat(seen).containsExactlyInAnyOrder("none", "own", "inherited");
  }

  private static Requirement need(String asset) {
    return new Requirement(asset, "availability");
  }

  private static Impact judged(String asset, int level) {
    return new RequirementImpact(need(asset), "loss", Judgement.of(Level.of(level)));
  }

  private static Impact judgedBy(String judge, int level, boolean agreed) {
    return new RequirementImpact(
        need("db"), "loss", new Judgement(Level.of(level), judge, null, null, agreed));
  }

  /** The factor "loss" leads to a goal at the top level, "idle" to none. */
  private static SlowPriorities priorities(
      Combination combination,
      @Nullable Integer cumulation,
      List<Dependency> dependencies,
      Impact... judgements) {
    List<Impact> impacts = new ArrayList<>(Arrays.asList(judgements));
    impacts.add(new FactorImpact("loss", "goal", Judgement.of(Level.of(3))));
    return SlowPriorities.of(
        new Workspace(
            new Organisation("acme", "Acme Insurance", "insurance"),
            ImpactScale.DEFAULT,
            combination,
            new Inheritance(cumulation),
            List.of(),
            List.of(new Unit("claims", "Claims", null, List.of(new Goal("goal", "Goal", null)))),
            List.of(new Factor("loss", "Loss", null), new Factor("idle", "Idle", null)),
            Stream.of("process", "db", "copy", "p1", "p2", "p3", "p4", "p5")
                .map(id -> new Asset(id, id, AssetKind.PROCESS, null, List.of("availability")))
                .toList(),
            dependencies,
            impacts,
            List.of()));
  }
}
