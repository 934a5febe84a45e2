package org.concordat.core.alignment.priorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** The production company of the seed text: what its control system must give, and why. */
class PrioritiesTest {
  private static final Level NEGLIGIBLE = Level.of(1);
  private static final Level MARGINAL = Level.of(2);
  private static final Level CRITICAL = Level.of(3);

  private static Workspace company(List<Dependency> dependencies, Impact... impacts) {
    return new Workspace(
        new Organisation("plant", "Plant", null),
        ImpactScale.DEFAULT,
        Combination.DEFAULT,
        Inheritance.DEFAULT,
        List.of(),
        List.of(
            new Unit(
                "production",
                "Production",
                null,
                List.of(new Goal("efficiency", "Efficiency", null))),
            new Unit("sales", "Sales", null, List.of(new Goal("image", "Image", MARGINAL)))),
        List.of(
            new Factor("productivity-loss", "Loss of productivity", true),
            new Factor("reputation", "Reputation damage", false)),
        List.of(
            asset("control-system", AssetKind.TECHNICAL),
            asset("plc-network", AssetKind.TECHNICAL)),
        dependencies,
        List.of(impacts),
        List.of());
  }

  private static Asset asset(String id, AssetKind kind) {
    return new Asset(id, id, kind, null, SecurityProperty.CLASSIC);
  }

  private static Impact on(String requirement, String factor, Level level) {
    return new Impact.RequirementImpact(
        Requirement.parse(requirement).orElseThrow(), factor, Judgement.of(level));
  }

  private static Impact hurts(String factor, String goal, Level level) {
    return new Impact.FactorImpact(factor, goal, Judgement.of(level));
  }

  private static final List<Dependency> NETWORK =
      List.of(new Dependency("control-system", "plc-network", MARGINAL, null, null));

  private static final Impact[] IMPACTS = {
    on("control-system/availability", "productivity-loss", CRITICAL),
    on("control-system/confidentiality", "reputation", CRITICAL),
    hurts("productivity-loss", "efficiency", CRITICAL),
    hurts("reputation", "image", CRITICAL)
  };

  @Test
  void a_critical_link_on_a_critical_link_comes_first_and_says_why() {
    Priorities priorities = Priorities.of(company(List.of(), IMPACTS));

    Priority first = priorities.list(1, 3).getFirst();

    assertThat(first.requirement().id()).isEqualTo("control-system/availability");
    assertThat(first.level()).isEqualTo("critical");
    assertThat(first.rationale())
        .containsExactly(
            new RationalePath(
                List.of("control-system/availability", "productivity-loss", "efficiency"),
                List.of(CRITICAL, CRITICAL, CRITICAL),
                1.0));
  }

  @Test
  void equal_needs_share_a_rank_and_the_next_rank_counts_them_all() {
    Priorities priorities =
        Priorities.of(
            company(
                NETWORK,
                on("control-system/availability", "productivity-loss", MARGINAL),
                on("control-system/integrity", "productivity-loss", NEGLIGIBLE),
                hurts("productivity-loss", "efficiency", CRITICAL)));

    assertThat(priorities.list(6, 0))
        .extracting(p -> p.rank() + " " + p.requirement().id())
        .containsExactly(
            "1 control-system/availability",
            "1 plc-network/availability",
            "3 control-system/integrity",
            "3 plc-network/integrity",
            "5 control-system/confidentiality",
            "5 plc-network/confidentiality");
  }

  @Test
  void what_depends_hands_its_need_down_no_stronger_than_the_dependency() {
    Priorities priorities = Priorities.of(company(NETWORK, IMPACTS));

    Priority network = priorities.of(new Requirement("plc-network", "availability"), 3);

    assertThat(network.score()).isEqualTo(2.0 / 3);
    assertThat(network.own()).isZero();
    assertThat(network.rationale())
        .containsExactly(
            new RationalePath(
                List.of(
                    "plc-network/availability",
                    "control-system/availability",
                    "productivity-loss",
                    "efficiency"),
                List.of(MARGINAL, CRITICAL, CRITICAL, CRITICAL),
                2.0 / 3));
  }

  @Test
  void each_unit_needs_what_its_own_goals_need() {
    Priorities priorities = Priorities.of(company(NETWORK, IMPACTS));

    assertThat(priorities.of(new Requirement("control-system", "availability"), 0).units())
        .isEqualTo(Map.of("production", 1.0, "sales", 0.0));
    assertThat(priorities.of(new Requirement("control-system", "confidentiality"), 0).units())
        .isEqualTo(Map.of("production", 0.0, "sales", 2.0 / 3));
  }

  @Test
  void a_change_mends_the_priorities_and_says_what_moved() {
    Priorities priorities = Priorities.of(company(NETWORK, IMPACTS));

    List<Priorities.Moved> moved =
        priorities.apply(new EstateChange.GoalImportanceSet("efficiency", NEGLIGIBLE));

    assertThat(moved)
        .containsExactlyInAnyOrder(
            new Priorities.Moved(new Requirement("control-system", "availability"), 1.0, 1.0 / 3),
            new Priorities.Moved(new Requirement("plc-network", "availability"), 2.0 / 3, 1.0 / 3));
    assertThat(priorities.list(1, 1).getFirst().requirement().id())
        .isEqualTo("control-system/confidentiality");
  }
}
