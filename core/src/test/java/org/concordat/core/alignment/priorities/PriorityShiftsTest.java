package org.concordat.core.alignment.priorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.FactorImpact;
import org.concordat.core.alignment.Impact.RequirementImpact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.PriorityShifts.Attribution;
import org.concordat.core.alignment.priorities.PriorityShifts.RankShift;
import org.concordat.core.alignment.priorities.PriorityShifts.Shift;
import org.concordat.core.workspace.ChangeWording;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * An insurer between two years. Claims are settled in a process on a database; customers see a
 * portal.
 *
 * <pre>
 * settling ──> claims-db          availability ──> productivity ──> settle (Claims)
 * portal                          availability ──> reputation ────> image  (Sales)
 * </pre>
 */
class PriorityShiftsTest {
  private static final Level NEGLIGIBLE = Level.of(1);
  private static final Level MARGINAL = Level.of(2);
  private static final Level CRITICAL = Level.of(3);
  private static final List<Dependency> DEPENDENCIES =
      List.of(new Dependency("settling", "claims-db"));
  private static final List<Impact> LAST_YEAR =
      List.of(
          judged("settling", "productivity", "j.doe", CRITICAL),
          judged("portal", "reputation", "k.lee", MARGINAL),
          new FactorImpact("productivity", "settle", Judgement.of(CRITICAL)),
          new FactorImpact("reputation", "image", Judgement.of(CRITICAL)));

  @Test
  void a_vision_that_changes_moves_what_serves_it_and_lets_others_pass() {
    Workspace lastYear = insurer(MARGINAL, "Image", DEPENDENCIES, LAST_YEAR);
    Workspace thisYear = insurer(CRITICAL, "Image with customers", DEPENDENCIES, LAST_YEAR);

    PriorityShifts shifts = PriorityShifts.between(lastYear, thisYear);

    assertThat(shifts.moved())
        .extracting(shift -> told(shift, lastYear, thisYear))
        .containsExactly(
            "claims-db/availability 1 marginal → 1 critical:"
                + " Importance of goal Settle within a day: marginal → critical",
            "settling/availability 1 marginal → 1 critical:"
                + " Importance of goal Settle within a day: marginal → critical");
    assertThat(shifts.reranked())
        .containsExactly(new RankShift(availability("portal"), 1, 3, 2.0 / 3));
    assertThat(shifts.withoutEffect())
        .extracting(new ChangeWording(lastYear, thisYear)::describe)
        .containsExactly("Goal Image with customers: name Image → Image with customers");
    assertThat(shifts.moved().getFirst().pathAfter().orElseThrow().path())
        .containsExactly(
            "claims-db/availability", "settling/availability", "productivity", "settle");
  }

  @Test
  void a_new_dependency_and_a_new_judgement_are_each_found_where_they_matter() {
    Workspace lastYear = insurer(CRITICAL, "Image", List.of(), LAST_YEAR);
    Workspace thisYear =
        insurer(
            CRITICAL,
            "Image",
            DEPENDENCIES,
            Stream.of(
                    judged("settling", "productivity", "j.doe", CRITICAL),
                    judged("portal", "reputation", "k.lee", NEGLIGIBLE),
                    new FactorImpact("productivity", "settle", Judgement.of(CRITICAL)),
                    new FactorImpact("reputation", "image", Judgement.of(CRITICAL)))
                .toList());

    PriorityShifts shifts = PriorityShifts.between(lastYear, thisYear);

    assertThat(shifts.moved())
        .extracting(shift -> told(shift, lastYear, thisYear))
        .containsExactly(
            "claims-db/availability 3 none → 1 critical:"
                + " Settling now depends on Claims database, strength critical (not stated)",
            "portal/availability 2 marginal → 3 negligible:"
                + " k.lee judged portal/availability → Reputation damage negligible instead of"
                + " marginal");
    assertThat(shifts.reranked()).isEmpty();
    assertThat(shifts.withoutEffect()).isEmpty();
  }

  @Test
  void a_requirement_that_comes_or_goes_names_the_change_of_its_asset() {
    Workspace lastYear = insurer(CRITICAL, "Image", List.of(), List.of());
    Workspace thisYear =
        new Workspace(
            lastYear.organisation(),
            lastYear.scale(),
            lastYear.combination(),
            lastYear.inheritance(),
            List.of(),
            lastYear.units(),
            lastYear.factors(),
            List.of(asset("settling"), asset("portal"), asset("archive")),
            List.of(),
            List.of(),
            List.of());

    PriorityShifts shifts = PriorityShifts.between(lastYear, thisYear);

    assertThat(shifts.moved())
        .extracting(shift -> told(shift, lastYear, thisYear))
        .containsExactly(
            "archive/availability not there → 1 none: Asset Archive (process) added: availability",
            "claims-db/availability 1 none → not there: Asset Claims database removed");
  }

  /** Any two of the three would do, so none of them matters on its own. */
  @Test
  void judges_who_move_the_median_only_together_are_named_together() {
    List<Impact> before =
        Stream.of("j.doe", "k.lee", "m.roe")
            .<Impact>map(judge -> judged("settling", "productivity", judge, NEGLIGIBLE))
            .toList();
    List<Impact> after =
        Stream.of("j.doe", "k.lee", "m.roe")
            .<Impact>map(judge -> judged("settling", "productivity", judge, CRITICAL))
            .toList();
    Impact hurts = new FactorImpact("productivity", "settle", Judgement.of(CRITICAL));
    Workspace lastYear = insurer(CRITICAL, "Image", List.of(), with(before, hurts));
    Workspace thisYear = insurer(CRITICAL, "Image", List.of(), with(after, hurts));

    Shift shift = PriorityShifts.between(lastYear, thisYear).moved().getFirst();

    assertThat(shift.attribution()).isEqualTo(Attribution.TOGETHER);
    assertThat(shift.causes()).hasSize(2);
  }

  @Test
  void without_the_means_to_try_out_the_changes_on_the_best_paths_are_named() {
    Workspace lastYear = insurer(MARGINAL, "Image", DEPENDENCIES, LAST_YEAR);
    Workspace thisYear =
        insurer(
            CRITICAL,
            "Image",
            DEPENDENCIES,
            with(LAST_YEAR, judged("portal", "productivity", "j.doe", NEGLIGIBLE)));

    PriorityShifts shifts = PriorityShifts.between(lastYear, thisYear, 1);

    assertThat(shifts.moved())
        .allMatch(shift -> shift.attribution() == Attribution.PATHS)
        .extracting(shift -> told(shift, lastYear, thisYear))
        .containsExactly(
            "claims-db/availability 1 marginal → 1 critical:"
                + " Importance of goal Settle within a day: marginal → critical",
            "settling/availability 1 marginal → 1 critical:"
                + " Importance of goal Settle within a day: marginal → critical");
  }

  @Test
  void reasons_dates_and_names_of_levels_move_nothing() {
    Workspace lastYear = insurer(CRITICAL, "Image", DEPENDENCIES, LAST_YEAR);
    Impact restated =
        new RequirementImpact(
            availability("settling"),
            "productivity",
            new Judgement(CRITICAL, "j.doe", LocalDate.of(2026, 3, 2), "paper is slow", false));
    Workspace renamed =
        insurer(
            CRITICAL,
            "Image",
            DEPENDENCIES,
            Stream.concat(Stream.of(restated), LAST_YEAR.stream().skip(1)).toList());
    Workspace thisYear =
        new Workspace(
            renamed.organisation(),
            new ImpactScale(List.of("low", "medium", "high")),
            renamed.combination(),
            renamed.inheritance(),
            renamed.properties(),
            renamed.units(),
            renamed.factors(),
            renamed.assets(),
            renamed.dependencies(),
            renamed.impacts(),
            renamed.origins());

    PriorityShifts shifts = PriorityShifts.between(lastYear, thisYear);

    assertThat(shifts.moved()).isEmpty();
    assertThat(shifts.reranked()).isEmpty();
    assertThat(shifts.withoutEffect()).isEqualTo(shifts.changes()).hasSize(2);
  }

  private static String told(Shift shift, Workspace before, Workspace after) {
    ChangeWording wording = new ChangeWording(before, after);
    return shift.requirement()
        + " "
        + told(shift.before())
        + " → "
        + told(shift.after())
        + ": "
        + String.join("; ", shift.causes().stream().map(wording::describe).toList());
  }

  private static String told(@Nullable Priority priority) {
    return priority == null ? "not there" : priority.rank() + " " + priority.level();
  }

  private static Requirement availability(String asset) {
    return new Requirement(asset, "availability");
  }

  private static Impact judged(String asset, String factor, String judge, Level level) {
    return new RequirementImpact(
        availability(asset), factor, new Judgement(level, judge, null, null, false));
  }

  private static List<Impact> with(List<Impact> impacts, Impact another) {
    return Stream.concat(impacts.stream(), Stream.of(another)).toList();
  }

  private static Asset asset(String id) {
    String name =
        switch (id) {
          case "claims-db" -> "Claims database";
          case "settling" -> "Settling";
          case "portal" -> "Portal";
          default -> "Archive";
        };
    return new Asset(id, name, AssetKind.PROCESS, null, List.of("availability"));
  }

  private static Workspace insurer(
      Level settling, String image, List<Dependency> dependencies, List<Impact> impacts) {
    return new Workspace(
        new Organisation("acme", "Acme Insurance", "insurance"),
        ImpactScale.DEFAULT,
        Combination.DEFAULT,
        Inheritance.DEFAULT,
        List.of(),
        List.of(
            new Unit(
                "claims",
                "Claims handling",
                null,
                List.of(new Goal("settle", "Settle within a day", settling))),
            new Unit("sales", "Sales", null, List.of(new Goal("image", image, CRITICAL)))),
        List.of(
            new Factor("productivity", "Loss of productivity", true),
            new Factor("reputation", "Reputation damage", false)),
        List.of(asset("settling"), asset("portal"), asset("claims-db")),
        dependencies,
        impacts,
        List.of());
  }
}
