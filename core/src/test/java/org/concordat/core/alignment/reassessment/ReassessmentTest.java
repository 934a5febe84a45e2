package org.concordat.core.alignment.reassessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.reassessment.Due.Reason;
import org.concordat.core.alignment.reassessment.Due.Subject;
import org.concordat.core.alignment.reassessment.Incident.Severity;
import org.concordat.core.alignment.reassessment.ThingChange.Kind;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReassessmentTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Requirement DATABASE = new Requirement("claims-db", "availability");
  private static final Impact.Link STOPS = new Impact.Link("claims-db/availability", "standstill");
  private static final Impact.Link HURTS = new Impact.Link("standstill", "fast");

  private final List<Impact> impacts = new ArrayList<>();
  private final List<ThingChange> changes = new ArrayList<>();
  private final List<Incident> incidents = new ArrayList<>();
  private ReviewIntervals intervals = new ReviewIntervals(12, 24);
  private Reassessment.Moments moments = Reassessment.Moments.NONE;
  private Experience experience = Experience.NONE;

  private void stops(@Nullable LocalDate on, boolean agreed) {
    Judgement judgement = new Judgement(Level.of(3), "j.doe", on, null, agreed);
    impacts.add(new Impact.RequirementImpact(DATABASE, "standstill", judgement));
  }

  private void hurts(@Nullable LocalDate on) {
    Judgement judgement = new Judgement(Level.of(3), "j.doe", on, null, false);
    impacts.add(new Impact.FactorImpact("standstill", "fast", judgement));
  }

  private void changed(Kind kind, String id, LocalDate on) {
    changes.add(new ThingChange(kind, id, noon(on)));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private Incident incident(Severity severity, LocalDate on, LocalDate recordedOn) {
    Incident incident =
        new Incident(
            "i" + incidents.size(), DATABASE, on, severity, "The disk failed", noon(recordedOn));
    incidents.add(incident);
    return incident;
  }

  private List<Due> due() {
    Workspace empty = Workspace.empty(new Organisation("acme", "Acme", null));
    Workspace workspace =
        new Workspace(
            empty.organisation(),
            empty.scale(),
            empty.combination(),
            empty.inheritance(),
            List.of(),
            List.of(new Unit("claims", "Claims", null, List.of(new Goal("fast", "Fast", null)))),
            List.of(),
            List.of(),
            List.of(),
            impacts,
            List.of());
    return new Reassessment(
            intervals, TODAY, ZoneOffset.UTC, changes, incidents, moments, experience)
        .of(workspace);
  }

  @Test
  void a_judgement_is_due_on_the_day_on_which_its_interval_ends() {
    stops(LocalDate.of(2025, 11, 26), false);

    assertThat(due())
        .containsExactly(
            new Due(
                new Subject.Judged(STOPS, LocalDate.of(2025, 11, 26)),
                List.of(new Reason.Lapsed(TODAY))));
  }

  @Test
  void a_day_before_it_is_not() {
    stops(LocalDate.of(2025, 11, 27), false);

    assertThat(due()).isEmpty();
  }

  @Test
  void each_kind_has_its_own_interval_and_may_have_none() {
    stops(LocalDate.of(2025, 1, 1), false);
    hurts(LocalDate.of(2025, 1, 1));

    assertThat(due()).extracting(Due::subject).hasSize(1);

    intervals = new ReviewIntervals(null, null);
    assertThat(due()).isEmpty();
  }

  @Test
  void a_judgement_without_a_day_is_due_where_there_is_an_interval() {
    stops(null, false);

    assertThat(due())
        .containsExactly(new Due(new Subject.Judged(STOPS, null), List.of(new Reason.Undated())));
  }

  @Test
  void the_last_of_several_judgements_counts_unless_one_is_agreed() {
    stops(LocalDate.of(2020, 1, 1), false);
    stops(LocalDate.of(2026, 1, 1), false);

    assertThat(due()).isEmpty();

    stops(LocalDate.of(2024, 1, 1), true);
    assertThat(due())
        .extracting(Due::subject)
        .containsExactly(new Subject.Judged(STOPS, LocalDate.of(2024, 1, 1)));
  }

  @Test
  void a_later_change_of_asset_factor_goal_or_unit_is_a_reason() {
    stops(LocalDate.of(2026, 5, 1), false);
    hurts(LocalDate.of(2026, 5, 1));
    changed(Kind.ASSET, "claims-db", LocalDate.of(2026, 5, 2));
    changed(Kind.FACTOR, "standstill", LocalDate.of(2026, 6, 1));
    changed(Kind.GOAL, "fast", LocalDate.of(2026, 7, 1));
    changed(Kind.UNIT, "claims", LocalDate.of(2026, 8, 1));

    assertThat(due())
        .extracting(due -> due.reasons().stream().map(ReassessmentTest::kind).toList())
        .containsExactly(
            List.of(Kind.ASSET, Kind.FACTOR), List.of(Kind.FACTOR, Kind.GOAL, Kind.UNIT));
  }

  private static Kind kind(Reason reason) {
    return ((Reason.Changed) reason).change().kind();
  }

  @Test
  void a_change_on_the_day_of_the_judgement_is_none_after_it() {
    stops(LocalDate.of(2026, 5, 1), false);
    changed(Kind.ASSET, "claims-db", LocalDate.of(2026, 5, 1));

    assertThat(due()).isEmpty();
  }

  @Test
  void unless_the_hour_of_the_judgement_is_known() {
    stops(LocalDate.of(2026, 5, 1), false);
    changed(Kind.ASSET, "claims-db", LocalDate.of(2026, 5, 1));
    moments = _ -> Instant.parse("2026-05-01T11:59:00Z");

    assertThat(due()).hasSize(1);
  }

  @Test
  void writing_an_old_judgement_down_makes_it_no_younger() {
    stops(LocalDate.of(2026, 5, 1), false);
    changed(Kind.ASSET, "claims-db", LocalDate.of(2026, 5, 3));
    moments = _ -> Instant.parse("2026-06-01T08:00:00Z");

    assertThat(due()).hasSize(1);
  }

  @Test
  void an_incident_after_the_judgement_is_the_gravest_reason() {
    stops(LocalDate.of(2025, 5, 1), false);
    Incident low = incident(Severity.LOW, LocalDate.of(2026, 5, 2), TODAY);
    Incident high = incident(Severity.HIGH, LocalDate.of(2026, 5, 1), TODAY);

    assertThat(due().getFirst().reasons())
        .containsExactly(
            new Reason.Happened(high),
            new Reason.Happened(low),
            new Reason.Lapsed(LocalDate.of(2026, 5, 1)));
  }

  @Test
  void who_judges_after_an_incident_was_recorded_has_looked_again() {
    stops(TODAY, false);
    incident(Severity.HIGH, TODAY, TODAY);
    moments = _ -> noon(TODAY).plusSeconds(60);

    assertThat(due()).isEmpty();
  }

  @Test
  void an_incident_on_a_requirement_that_nobody_judged_stands_by_itself() {
    Incident incident = incident(Severity.MEDIUM, LocalDate.of(2026, 5, 2), TODAY);

    assertThat(due())
        .containsExactly(
            new Due(new Subject.Unjudged(DATABASE), List.of(new Reason.Happened(incident))));
  }

  @Test
  void incidents_come_before_changes_and_these_before_dates() {
    stops(LocalDate.of(2026, 1, 1), false);
    hurts(LocalDate.of(2020, 1, 1));
    incident(Severity.LOW, LocalDate.of(2026, 5, 2), TODAY);

    assertThat(due())
        .extracting(due -> ((Subject.Judged) due.subject()).link())
        .containsExactly(STOPS, HURTS);
  }

  @Test
  void an_interval_of_no_month_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReviewIntervals(0, 1))
        .withMessageContaining("from 1 to 120");
  }

  private void damage(int level, LocalDate on) {
    incidents.add(
        new Incident(
            "d" + incidents.size(),
            DATABASE,
            on,
            Severity.LOW,
            "The disk failed",
            noon(on),
            List.of(new Incident.Harm("standstill", Level.of(level)))));
  }

  private static LocalDate ago(int days) {
    return TODAY.minusDays(days);
  }

  @Test
  void damage_beyond_the_judgement_contradicts_it_and_damage_as_judged_confirms_it() {
    stops(ago(60), false);
    damage(3, ago(50));
    assertThat(due()).isEmpty();

    damage(4, ago(40));

    assertThat(due())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.subject()).isEqualTo(new Subject.Judged(STOPS, ago(60)));
              assertThat(found.reasons())
                  .containsExactly(
                      new Reason.Contradicted(
                          Due.Contradiction.HIGHER_THAN_JUDGED,
                          Level.of(3),
                          Level.of(4),
                          List.of(incidents.getLast())));
            });
  }

  @Test
  void damage_that_the_judges_knew_contradicts_nothing() {
    stops(ago(60), false);
    damage(4, ago(60));

    assertThat(due()).isEmpty();
  }

  @Test
  void three_damages_all_below_the_judgement_contradict_it_and_two_do_not() {
    stops(ago(60), false);
    damage(1, ago(50));
    damage(2, ago(40));
    assertThat(due()).isEmpty();

    damage(1, ago(30));
    assertThat(due().getFirst().reasons())
        .containsExactly(
            new Reason.Contradicted(
                Due.Contradiction.LOWER_EVERY_TIME, Level.of(3), Level.of(2), incidents));

    damage(3, ago(20));
    assertThat(due()).isEmpty();
  }

  @Test
  void damage_that_nobody_judged_asks_for_a_first_judgement() {
    damage(1, ago(50));

    assertThat(due())
        .containsExactly(
            new Due(
                new Subject.Judged(STOPS, null),
                List.of(
                    new Reason.Contradicted(
                        Due.Contradiction.NOT_JUDGED, null, Level.of(1), incidents))));
  }

  @Test
  void breaches_without_harm_put_a_need_in_question_until_it_is_judged_anew() {
    experience =
        new Experience(List.of(new Experience.Doubt(DATABASE, "claims/1", 3, ago(30))), List.of());
    stops(ago(60), false);
    assertThat(due().getFirst().reasons())
        .containsExactly(new Reason.BrokenWithoutHarm("claims/1", 3, ago(30)));

    impacts.clear();
    stops(ago(29), false);
    assertThat(due()).isEmpty();
  }

  @Test
  void targets_to_change_stand_in_the_same_list() {
    Due target =
        new Due(
            new Subject.Promised("claims/1", "up", DATABASE),
            List.of(new Reason.NeverMet(3, new java.math.BigDecimal("0.98"))));
    experience = new Experience(List.of(), List.of(target));

    assertThat(due()).containsExactly(target);
  }
}
