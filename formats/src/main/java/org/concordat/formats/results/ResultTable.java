package org.concordat.formats.results;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.evaluation.Forecast;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.evaluation.Trend;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.formats.tables.RowWriter;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;

/**
 * Results as a table, one row for each target and window. The names of the columns are a promise to
 * programs.
 */
public final class ResultTable {
  private static final List<String> COLUMNS =
      List.of(
          "agreement",
          "version",
          "unit",
          "line",
          "requirement",
          "target",
          "measure",
          "direction",
          "threshold",
          "from",
          "until",
          "phase",
          "verdict",
          "value",
          "slack",
          "budget-left",
          "records",
          "late",
          "credit",
          "currency",
          "settled-verdict",
          "settled-value",
          "trend",
          "trend-clear",
          "chance",
          "breach-on");

  private ResultTable() {}

  /**
   * Writes a report and closes the writer.
   *
   * @throws IOException when it cannot be written
   */
  public static void write(ResultReport report, RowWriter rows) throws IOException {
    try (rows) {
      rows.write(COLUMNS);
      for (TargetEvaluation target : report.evaluation().targets()) {
        for (Result result : report.results(target)) {
          rows.write(row(report, target, result));
        }
      }
    }
  }

  private static List<@Nullable Object> row(
      ResultReport report, TargetEvaluation target, Result result) {
    TargetTerms terms = target.target().terms();
    List<@Nullable Object> row = new ArrayList<>();
    row.add(report.agreement().id());
    row.add(report.agreement().version());
    row.add(report.agreement().unitName());
    row.add(result.line());
    row.add(target.line().requirement().id());
    row.add(result.target());
    row.add(AgreementJson.kind(terms.measure()));
    row.add(Words.of(terms.direction()));
    row.add(terms.threshold());
    row.add(result.window().from().toString());
    row.add(result.window().until().toString());
    row.add(Words.of(result.phase()));
    row.add(Words.of(result.verdict()));
    row.add(result.value());
    row.add(result.slack());
    row.add(result.budgetLeft());
    row.add(result.records());
    row.add(result.late());
    row.add(result.credit().amount());
    row.add(result.credit().currency());
    Result.Settled settled = result.settled();
    row.add(settled == null ? null : Words.of(settled.verdict()));
    row.add(settled == null ? null : settled.value());
    boolean isLast = target.latest().filter(result::equals).isPresent();
    Trend trend = isLast ? target.trend() : null;
    row.add(trend == null ? null : number(trend.slope()));
    row.add(trend == null ? null : trend.isClear() ? "yes" : "no");
    Forecast forecast = isLast ? target.forecast() : null;
    row.add(forecast == null ? null : Words.of(forecast.chance()));
    row.add(
        forecast == null || forecast.breachOn() == null ? null : forecast.breachOn().toString());
    return row;
  }

  private static BigDecimal number(double slope) {
    return new BigDecimal(slope).round(new java.math.MathContext(6)).stripTrailingZeros();
  }
}
