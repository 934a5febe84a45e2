package org.concordat.server.agreements.pages;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Phase;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.evaluation.Verdict;
import org.concordat.core.agreements.learning.Lesson;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.scraping.ScrapeSource;
import org.concordat.server.web.PageModel;
import org.concordat.server.web.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * Whether an agreement is kept.
 *
 * @param evaluation null while it is not measured
 * @param lessons what the results teach
 * @param scrapes where measurements are fetched
 * @param mayFetch whether the administrator has allowed to fetch from anywhere
 * @param measures whether the reader may hand in measurements
 * @param now the time where the agreement is at home
 */
public record ResultsPage(
    AgreementKey key,
    Agreement document,
    @Nullable Evaluation evaluation,
    List<Lesson> lessons,
    List<ScrapeSource.Known> scrapes,
    boolean mayFetch,
    Labels names,
    boolean measures,
    LocalDateTime now)
    implements PageModel {
  /** So many windows of a target are shown. */
  private static final int SHOWN = 12;

  public ResultsPage {
    lessons = List.copyOf(lessons);
    scrapes = List.copyOf(scrapes);
  }

  /** The targets; none while it is not measured. */
  public List<TargetEvaluation> targets() {
    return evaluation == null ? List.of() : evaluation.targets();
  }

  /** The last windows of a target, the latest first. */
  public List<Result> last(TargetEvaluation target) {
    return target.results().reversed().stream().limit(SHOWN).toList();
  }

  /** How often targets were breached in windows that are closed. */
  public long breaches() {
    return targets().stream()
        .flatMap(each -> each.closed().stream())
        .filter(each -> each.verdict() == Verdict.BREACHED)
        .count();
  }

  /** How many targets are breached in a window that still runs. */
  public long breachedAlready() {
    return targets().stream()
        .flatMap(each -> each.results().stream())
        .filter(each -> each.phase() != Phase.CLOSED && each.verdict() == Verdict.BREACHED)
        .count();
  }

  /** How many windows of targets are closed and judged. */
  public long judged() {
    return targets().stream().mapToLong(each -> each.closed().size()).sum();
  }

  public Money credits() {
    return evaluation == null
        ? Money.none(document.currency())
        : evaluation.credits(document.currency());
  }

  /** The requirement and the measure of a target. */
  public String target(Surroundings here, String id) {
    return document
        .targets()
        .filter(each -> each.target().id().equals(id))
        .findFirst()
        .map(
            each ->
                names.requirement(here, each.line().requirement())
                    + ", "
                    + Amounts.measure(here, each.target().terms().measure()))
        .orElse(id);
  }

  /** A value of a target's measure. */
  public String value(Surroundings here, String id, BigDecimal value) {
    return document
        .targets()
        .filter(each -> each.target().id().equals(id))
        .findFirst()
        .map(each -> Amounts.value(here, each.target().terms().measure(), value))
        .orElseGet(value::toPlainString);
  }

  /** Which fields a measurement of a target has. */
  public static String fields(Measure measure) {
    return switch (measure) {
      case Measure.SuccessRatio _, Measure.Occurrences _ -> "counts";
      case Measure.Availability _ -> "downtime";
      case Measure.WithinTime _, Measure.LongestTime _ -> "took";
      case Measure.SampleMean _, Measure.WorstSample _, Measure.SamplesWithin _ -> "sample";
    };
  }

  /** A part of one as a whole number of hundredths, for the width of a bar. */
  public static int hundredths(@Nullable BigDecimal part) {
    return part == null ? 0 : Math.clamp(Math.round(part.doubleValue() * 100), 0, 100);
  }

  @Override
  public String template() {
    return "agreements/results";
  }
}
