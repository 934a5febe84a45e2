package org.concordat.formats.results;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.evaluation.Phase;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.evaluation.Verdict;
import org.concordat.formats.drawing.ResultChart;
import org.concordat.formats.drawing.ResultChart.Mark;
import org.concordat.formats.drawing.ResultChart.Point;

/** What a target came to, as a picture. */
public final class ResultPicture {
  private ResultPicture() {}

  /** Draws the windows of a target that a report tells, as SVG. */
  public static String draw(ResultReport report, TargetEvaluation target, ResultLanguage words) {
    Measure measure = target.target().terms().measure();
    BigDecimal threshold = target.target().terms().threshold();
    List<Point> points =
        report.results(target).stream()
            .filter(result -> result.value() != null)
            .map(result -> point(result, measure, words))
            .toList();
    return ResultChart.draw(
        new ResultChart.Legend(
            words.requirement(target.line().requirement())
                + ": "
                + words.target(target.target().terms()),
            words.value(measure, threshold),
            List.of(words.say(Phrase.NOTHING_MEASURED), words.say(Phrase.MEASURE_FIRST)),
            Map.of(
                Mark.MET,
                words.say(Phrase.MET),
                Mark.BREACHED,
                words.say(Phrase.BREACHED),
                Mark.RUNNING,
                words.say(Phrase.RUNNING))),
        threshold.doubleValue(),
        points);
  }

  private static Point point(Result result, Measure measure, ResultLanguage words) {
    BigDecimal value = java.util.Objects.requireNonNull(result.value());
    Mark mark =
        result.verdict() == Verdict.BREACHED
            ? Mark.BREACHED
            : result.phase() == Phase.RUNNING || result.verdict() == Verdict.NOT_ENOUGH_DATA
                ? Mark.RUNNING
                : Mark.MET;
    String from = result.window().from().toString();
    boolean isMonth = result.window().from().getDayOfMonth() == 1;
    return new Point(
        isMonth ? from.substring(0, 7) : from.substring(5),
        value.doubleValue(),
        mark,
        words.day(result.window().from())
            + " – "
            + words.day(result.window().until())
            + ": "
            + words.value(measure, value));
  }
}
