package org.concordat.formats.results;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.RiskAcceptance;
import org.concordat.core.agreements.evaluation.Forecast;
import org.concordat.core.agreements.evaluation.Phase;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.evaluation.Verdict;
import org.concordat.core.agreements.learning.Lesson;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.formats.documents.DocumentText;
import org.concordat.formats.documents.DocumentText.Column;
import org.concordat.formats.documents.DocumentText.Field;
import org.concordat.formats.documents.DocumentText.Part;
import org.concordat.formats.documents.Letterhead;
import org.concordat.formats.documents.PdfDocuments;

/**
 * Results as a document that one puts before a board: what is kept and what is not, where it goes,
 * what is due for it, which risks were accepted for which goals, and what should change.
 */
public final class ResultDocument {
  private static final String GOOD = "#1b7f4b";
  private static final String BAD = "#b3261e";
  private static final String OPEN = "#6b7280";

  private final ResultReport report;
  private final List<RiskAcceptance> risks;
  private final List<Lesson> lessons;
  private final ResultLanguage words;
  private final DocumentText text = new DocumentText();

  private ResultDocument(
      ResultReport report, List<RiskAcceptance> risks, List<Lesson> lessons, ResultLanguage words) {
    this.report = report;
    this.risks = risks;
    this.lessons = lessons;
    this.words = words;
  }

  /**
   * Writes a report as PDF.
   *
   * @param risks those that were accepted in the agreement
   * @param lessons what the results teach
   */
  public static byte[] write(
      Letterhead letterhead,
      ResultReport report,
      List<RiskAcceptance> risks,
      List<Lesson> lessons,
      ResultLanguage words) {
    ResultDocument made = new ResultDocument(report, risks, lessons, words);
    made.write();
    return PdfDocuments.write(
        letterhead, words.say(Phrase.TITLE, report.agreement().title()), made.text.toString());
  }

  private void write() {
    Agreement agreement = report.agreement();
    text.lead(words.say(Phrase.LEAD, agreement.unitName(), agreement.supplier()));
    text.paragraph(
        words.say(
            Phrase.PERIOD,
            words.day(report.period().from()),
            words.day(report.period().until()),
            words.moment(report.evaluation().asOf())));
    long met = report.count(Verdict.MET);
    long breached = report.count(Verdict.BREACHED);
    long unknown = report.count(Verdict.NOT_ENOUGH_DATA);
    text.figures(
        List.of(
            new Part(words.say(Phrase.WINDOWS_MET), met, GOOD),
            new Part(words.say(Phrase.WINDOWS_BREACHED), breached, BAD),
            new Part(words.say(Phrase.WINDOWS_WITHOUT), unknown, OPEN)));
    text.paragraph(words.say(Phrase.CREDITS, words.money(report.credits())));
    glance();
    risks();
    lessons();
    windows();
  }

  private void glance() {
    text.chapter(words.say(Phrase.GLANCE));
    text.table(
        List.of(
            Column.of(words.say(Phrase.REQUIREMENT), 29),
            Column.of(words.say(Phrase.TARGET), 27),
            Column.numbers(words.say(Phrase.KEPT), 10),
            Column.of(words.say(Phrase.OUTLOOK), 20),
            Column.numbers(words.say(Phrase.CREDIT), 14)),
        report.evaluation().targets().stream().map(this::glance).toList());
  }

  private List<Field> glance(TargetEvaluation target) {
    List<String> what = new ArrayList<>();
    what.add(words.requirement(target.line().requirement()));
    if (!target.line().goals().isEmpty()) {
      what.add(words.say(Phrase.GOALS, words.goals(target.line().goals())));
    }
    long met = report.count(target, Verdict.MET);
    long breached = report.count(target, Verdict.BREACHED);
    return List.of(
        new Field(what, ""),
        Field.of(words.target(target.target().terms()), "small"),
        Field.of(
            words.say(Phrase.KEPT_OF, met, met + breached),
            met + breached == 0 ? "" : breached == 0 ? "good" : "bad"),
        new Field(outlook(target), "small"),
        Field.of(words.money(report.credits(target))));
  }

  private List<String> outlook(TargetEvaluation target) {
    List<String> outlook = new ArrayList<>();
    if (target.trend() != null && target.trend().isClear()) {
      outlook.add(words.say(target.trend().slope() > 0 ? Phrase.TREND_UP : Phrase.TREND_DOWN));
    }
    Forecast forecast = target.forecast();
    if (forecast != null) {
      outlook.add(
          words.say(
              switch (forecast.chance()) {
                case UNLIKELY -> Phrase.CHANCE_UNLIKELY;
                case POSSIBLE -> Phrase.CHANCE_POSSIBLE;
                case LIKELY -> Phrase.CHANCE_LIKELY;
                case CERTAIN -> Phrase.CHANCE_CERTAIN;
              }));
      if (forecast.breachOn() != null) {
        outlook.add(words.say(Phrase.CHANCE_ON, words.day(forecast.breachOn())));
      }
    }
    if (outlook.isEmpty()) {
      outlook.add(words.say(Phrase.NO_OUTLOOK));
    }
    return outlook;
  }

  /** What is agreed below what is needed, accepted or not, with the goals that it puts at stake. */
  private void risks() {
    text.chapter(words.say(Phrase.RISKS));
    ImpactScale scale = report.agreement().scale();
    List<String> points = new ArrayList<>();
    for (AgreementLine line : report.agreement().shortfalls()) {
      StringBuilder point = new StringBuilder(words.requirement(line.requirement()));
      point
          .append(": ")
          .append(
              words.say(
                  Phrase.SHORTFALL,
                  level(scale, line.neededNumber()),
                  level(scale, line.agreedNumber())));
      risks.stream()
          .filter(risk -> risk.covers(line))
          .findFirst()
          .ifPresent(
              risk ->
                  point
                      .append(", ")
                      .append(
                          words.say(
                              Phrase.RISK,
                              words.day(risk.until()),
                              risk.because(),
                              words.money(risk.saving()))));
      if (!line.goals().isEmpty()) {
        point.append(" ").append(words.say(Phrase.AT_STAKE, words.goals(line.goals())));
      }
      points.add(point.toString());
    }
    points(points, Phrase.RISKS_NONE);
  }

  private String level(ImpactScale scale, int number) {
    return words.level(number == 0 ? ImpactScale.NONE : scale.name(Level.of(number)));
  }

  private void lessons() {
    text.chapter(words.say(Phrase.LESSONS));
    Map<String, TargetEvaluation> byId = new HashMap<>();
    report.evaluation().targets().forEach(target -> byId.put(target.target().id(), target));
    points(lessons.stream().map(lesson -> lesson(lesson, byId)).toList(), Phrase.LESSONS_NONE);
  }

  private String lesson(Lesson lesson, Map<String, TargetEvaluation> byId) {
    return switch (lesson) {
      case Lesson.AlwaysMetWithSlack(var target, _, var windows, var worst) ->
          changed(Phrase.SLACK, target, windows, worst, byId);
      case Lesson.NeverMet(var target, _, var windows, var best) ->
          changed(Phrase.NEVER, target, windows, best, byId);
      case Lesson.BreachedWithoutHarm(_, var requirement, var breaches, _) ->
          words.requirement(requirement) + ": " + words.say(Phrase.HARMLESS, breaches);
    };
  }

  private String changed(
      Phrase phrase, String id, int windows, BigDecimal value, Map<String, TargetEvaluation> byId) {
    TargetEvaluation target = byId.get(id);
    if (target == null) {
      throw new IllegalArgumentException("there is no target '" + id + "' to change");
    }
    return words.requirement(target.line().requirement())
        + ", "
        + words.target(target.target().terms())
        + ": "
        + words.say(phrase, windows, words.value(target.target().terms().measure(), value));
  }

  private void points(List<String> points, Phrase none) {
    if (points.isEmpty()) {
      text.paragraph(words.say(none));
    } else {
      text.list(points);
    }
  }

  private void windows() {
    text.chapter(words.say(Phrase.TARGETS));
    for (TargetEvaluation target : report.evaluation().targets()) {
      List<Result> results = report.results(target);
      if (results.isEmpty()) {
        text.section(words.requirement(target.line().requirement()));
        text.paragraph(words.say(Phrase.NOTHING_MEASURED));
        continue;
      }
      text.section(
          words.requirement(target.line().requirement())
              + ", "
              + words.target(target.target().terms()));
      if (results.stream().anyMatch(result -> result.value() != null)) {
        text.picture(ResultPicture.draw(report, target, words));
      }
      text.table(
          List.of(
              Column.of(words.say(Phrase.WINDOW), 32),
              Column.of(words.say(Phrase.VERDICT), 24),
              Column.numbers(words.say(Phrase.VALUE), 16),
              Column.numbers(words.say(Phrase.RECORDS), 12),
              Column.numbers(words.say(Phrase.CREDIT), 16)),
          results.reversed().stream().map(result -> row(target, result)).toList());
    }
  }

  private List<Field> row(TargetEvaluation target, Result result) {
    List<String> verdict = new ArrayList<>();
    verdict.add(verdict(result.verdict()));
    Result.Settled settled = result.settled();
    if (settled != null) {
      verdict.add(words.say(Phrase.SETTLED, verdict(settled.verdict())));
    }
    return List.of(
        new Field(
            List.of(
                words.day(result.window().from()) + " – " + words.day(result.window().until()),
                phase(result.phase())),
            "small"),
        new Field(
            verdict,
            switch (result.verdict()) {
              case MET -> "good";
              case BREACHED -> "bad";
              case NOT_ENOUGH_DATA -> "";
            }),
        Field.of(
            result.value() == null
                ? "–"
                : words.value(target.target().terms().measure(), result.value())),
        Field.of(String.valueOf(result.records())),
        Field.of(result.credit().isNone() ? "–" : words.money(result.credit())));
  }

  private String verdict(Verdict verdict) {
    return words.say(
        switch (verdict) {
          case MET -> Phrase.MET;
          case BREACHED -> Phrase.BREACHED;
          case NOT_ENOUGH_DATA -> Phrase.NOT_ENOUGH_DATA;
        });
  }

  private String phase(Phase phase) {
    return words.say(
        switch (phase) {
          case RUNNING -> Phrase.RUNNING;
          case AWAITING -> Phrase.AWAITING;
          case CLOSED -> Phrase.CLOSED;
        });
  }
}
