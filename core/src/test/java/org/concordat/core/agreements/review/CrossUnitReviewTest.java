package org.concordat.core.agreements.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.core.agreements.Bank.CRITICAL;
import static org.concordat.core.agreements.Bank.MARGINAL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Bank;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.needs.WorkspaceNeeds;
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
import org.concordat.core.alignment.Unit;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;

class CrossUnitReviewTest {
  private static CrossUnitReview review(Agreement agreement, Agreement... others) {
    return CrossUnitReview.of(Bank.needs(), agreement, List.of(others));
  }

  private static Agreement payments() {
    return Bank.agreement(
        "payments",
        Bank.line("clearing", Bank.CLEARING, CRITICAL, Bank.served("high", CRITICAL, "900")));
  }

  @Test
  void a_unit_that_meets_its_own_need_beneath_hurts_nobody() {
    assertThat(review(Bank.mortgages()).hurts()).isEmpty();
  }

  @Test
  void a_lower_level_hurts_whoever_shares_what_is_beneath_with_the_way_and_the_reason() {
    List<Hurt> hurts = review(Bank.cheapMortgages()).hurts();

    assertThat(hurts)
        .extracting(h -> h.requirement().asset())
        .containsExactly("core-banking", "data-centre");
    Hurt system = hurts.getFirst();
    assertThat(system.unit()).isEqualTo("payments");
    assertThat(system.way()).containsExactly(Bank.BROKERING, Bank.SYSTEM);
    assertThat(system.needed()).isEqualTo(3);
    assertThat(system.there()).isEqualTo(1);
    assertThat(Objects.requireNonNull(system.reason()).path())
        .containsExactly(
            "core-banking/availability", "clearing/availability", "penalty", "same-day");
    assertThat(review(Bank.cheapMortgages()).unitsToAsk()).containsExactly("payments");
  }

  @Test
  void what_the_other_unit_has_agreed_for_itself_is_there() {
    assertThat(review(Bank.cheapMortgages(), payments()).hurts()).isEmpty();
  }

  @Test
  void a_level_that_suits_the_unit_itself_may_still_be_too_low_for_another() {
    Agreement system =
        Bank.agreement(
            "mortgages",
            Bank.line("system", Bank.SYSTEM, MARGINAL, Bank.served("raised", MARGINAL, "300")));

    assertThat(review(system).hurts())
        .singleElement()
        .satisfies(
            h -> {
              assertThat(h.isDirect()).isTrue();
              assertThat(h.needed()).isEqualTo(3);
              assertThat(h.there()).isEqualTo(2);
            });
  }

  @Test
  void a_direct_hurt_is_listed_and_asks_nobody_where_the_other_units_agreement_covers_it() {
    Agreement system =
        Bank.agreement(
            "mortgages",
            Bank.line("system", Bank.SYSTEM, MARGINAL, Bank.served("raised", MARGINAL, "300")));
    CrossUnitReview review = review(system, payments());

    assertThat(review.hurts()).singleElement().matches(Hurt::isCovered);
    assertThat(review.unitsToAsk()).isEmpty();
  }

  /** The oracle carries levels down until nothing moves, and looks at everything. */
  @Test
  void whom_an_agreement_hurts_is_what_its_definition_says() {
    for (long seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      Workspace workspace = workspace(random);
      WorkspaceNeeds needs = new WorkspaceNeeds(workspace);
      Agreement agreement = agreement(random, "u0");
      List<Agreement> others = random.nextBoolean() ? List.of(agreement(random, "u1")) : List.of();

      Set<String> expected = new HashSet<>();
      Map<Requirement, Integer> agreed = down(workspace, List.of(agreement), false);
      Map<Requirement, Integer> ideal = down(workspace, List.of(agreement), true);
      List<Agreement> all = new ArrayList<>(others);
      all.add(agreement);
      Map<Requirement, Integer> asked = down(workspace, all, false);
      Set<Requirement> below = new HashSet<>();
      agreement.lines().stream()
          .filter(AgreementLine::fallsShort)
          .forEach(l -> below(workspace, l.requirement(), l.requirement(), below));
      for (String unit : List.of("u1", "u2")) {
        for (Asset asset : workspace.assets()) {
          Requirement at = new Requirement(asset.id(), "availability");
          int need = needs.needNumber(unit, at);
          boolean isLine = agreement.lines().stream().anyMatch(l -> l.requirement().equals(at));
          boolean isDirect = isLine && need > agreement.agreed(at);
          boolean isBeneath =
              below.contains(at)
                  && agreed.getOrDefault(at, 0) < ideal.getOrDefault(at, 0)
                  && need > asked.getOrDefault(at, 0);
          if (isDirect || isBeneath) {
            expected.add(unit + " " + at + " " + isDirect);
          }
        }
      }

      List<Hurt> hurts = CrossUnitReview.of(needs, agreement, others).hurts();
      assertThat(hurts.stream().map(h -> h.unit() + " " + h.requirement() + " " + h.isDirect()))
          .as("seed " + seed)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static void below(
      Workspace workspace, Requirement start, Requirement from, Set<Requirement> found) {
    for (Dependency dependency : workspace.dependencies()) {
      Requirement on = new Requirement(dependency.on(), "availability");
      if (dependency.from().equals(from.asset()) && !on.equals(start) && found.add(on)) {
        below(workspace, start, on, found);
      }
    }
  }

  private static Map<Requirement, Integer> down(
      Workspace workspace, List<Agreement> agreements, boolean ideal) {
    Map<Requirement, Integer> levels = new HashMap<>();
    workspace.assets().forEach(a -> levels.put(new Requirement(a.id(), "availability"), 0));
    for (Agreement agreement : agreements) {
      for (AgreementLine line : agreement.lines()) {
        int level =
            ideal ? Math.max(line.agreedNumber(), line.neededNumber()) : line.agreedNumber();
        levels.merge(line.requirement(), level, Math::max);
      }
    }
    // A level moves one asset a round at least, so eight assets and three levels settle in 24.
    for (int round = 0; round < 24; round++) {
      for (Dependency d : workspace.dependencies()) {
        levels.merge(
            new Requirement(d.on(), "availability"),
            Math.min(
                levels.getOrDefault(new Requirement(d.from(), "availability"), 0),
                d.strengthOn(workspace.scale()).number()),
            Math::max);
      }
    }
    return levels;
  }

  private static Agreement agreement(Random random, String unit) {
    List<AgreementLine> lines = new ArrayList<>();
    for (int asset = 0; asset < 8; asset++) {
      if (random.nextInt(3) == 0) {
        int agreed = random.nextInt(4);
        Level level = Level.of(Math.max(1, agreed));
        Provision provision =
            agreed == 0
                ? new Provision.Unserved()
                : new Provision.Served("s", "l" + agreed, level, BigDecimal.ONE, Bank.monthly("1"));
        lines.add(
            Bank.line(
                "l" + asset,
                new Requirement("a" + asset, "availability"),
                Level.of(1 + random.nextInt(3)),
                provision));
      }
    }
    return Bank.agreement(unit, lines.toArray(AgreementLine[]::new));
  }

  private static Workspace workspace(Random random) {
    List<Unit> units = new ArrayList<>();
    List<Factor> factors = new ArrayList<>();
    List<Impact> impacts = new ArrayList<>();
    for (int u = 0; u < 3; u++) {
      units.add(
          new Unit(
              "u" + u,
              "U",
              null,
              List.of(new Goal("g" + u, "G", Level.of(1 + random.nextInt(3))))));
      factors.add(new Factor("f" + u, "F", null));
      impacts.add(new Impact.FactorImpact("f" + u, "g" + u, Judgement.of(CRITICAL)));
    }
    List<Asset> assets = new ArrayList<>();
    for (int a = 0; a < 8; a++) {
      assets.add(new Asset("a" + a, "A", AssetKind.TECHNICAL, null, List.of("availability")));
      for (int u = 0; u < 3; u++) {
        if (random.nextInt(4) == 0) {
          impacts.add(
              Bank.impact(
                  new Requirement("a" + a, "availability"),
                  "f" + u,
                  Level.of(1 + random.nextInt(3))));
        }
      }
    }
    List<Dependency> dependencies = new ArrayList<>();
    for (int from = 0; from < 8; from++) {
      for (int on = 0; on < 8; on++) {
        if (from != on && random.nextInt(6) == 0) {
          dependencies.add(
              new Dependency("a" + from, "a" + on, Level.of(1 + random.nextInt(3)), null, null));
        }
      }
    }
    return new Workspace(
        new Organisation("o", "O", null),
        ImpactScale.DEFAULT,
        Combination.DEFAULT,
        Inheritance.DEFAULT,
        List.of(),
        units,
        factors,
        assets,
        dependencies,
        impacts,
        List.of());
  }
}
