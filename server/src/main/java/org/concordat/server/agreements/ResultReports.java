package org.concordat.server.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.RiskAcceptance;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.learning.Learning;
import org.concordat.core.agreements.learning.Lesson;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.alignment.reassessment.Incident;
import org.concordat.formats.results.ResultReport;
import org.concordat.server.deciding.Reviews;
import org.jspecify.annotations.Nullable;

/** What agreements came to, with what is to be told beside it. */
public final class ResultReports {
  private final Agreements agreements;
  private final Measurements measurements;
  private final Reviews reviews;
  private final Clock clock;

  ResultReports(Agreements agreements, Measurements measurements, Reviews reviews, Clock clock) {
    this.agreements = agreements;
    this.measurements = measurements;
    this.reviews = reviews;
    this.clock = clock;
  }

  /**
   * A report on an agreement.
   *
   * @param isMeasured whether the agreement holds, or did
   * @param report without results when it does not
   */
  public record Reported(AgreementState state, boolean isMeasured, ResultReport report) {
    public List<RiskAcceptance> risks() {
      return state.dossier().acceptances();
    }
  }

  /**
   * A report, or empty when there is no such agreement.
   *
   * @param from the first day that is told; null for the first of the term
   * @param until the last one; null for the last of the term
   * @throws IllegalArgumentException when the period ends before it begins
   */
  public Optional<Reported> of(
      UUID tenant, AgreementKey key, @Nullable LocalDate from, @Nullable LocalDate until) {
    return agreements.find(tenant, key).map(state -> of(tenant, key, state, from, until));
  }

  private Reported of(
      UUID tenant,
      AgreementKey key,
      AgreementState state,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {
    Agreement document = state.dossier().current();
    Term term = document.term();
    Term period = new Term(from == null ? term.from() : from, until == null ? term.until() : until);
    boolean isMeasured = Measurements.isMeasured(state);
    Evaluation evaluation =
        isMeasured
            ? measurements.evaluation(tenant, key, document)
            : new Evaluation(clock.instant(), List.of());
    return new Reported(state, isMeasured, new ResultReport(document, evaluation, period));
  }

  /** What the results of an organisation's agreement teach, beside its incidents. */
  public List<Lesson> lessons(UUID tenant, Reported told) {
    if (!told.isMeasured()) {
      return List.of();
    }
    Evaluation evaluation = told.report().evaluation();
    List<Incident> incidents = reviews.incidents(tenant);
    List<Lesson> lessons = new ArrayList<>(Learning.fromTargets(evaluation, Learning.ENOUGH));
    lessons.addAll(
        Learning.breachedWithoutHarm(evaluation, incidents, reviews.today().minusYears(1)));
    return lessons;
  }
}
