package org.concordat.formats.results;

import java.io.OutputStream;
import java.math.BigDecimal;
import org.concordat.core.agreements.evaluation.Forecast;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.evaluation.Trend;
import org.concordat.formats.json.Json;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Results as JSON. Names and order of the keys are a promise to programs. */
public final class ResultJson {
  private ResultJson() {}

  /** Writes a report; the stream stays open. */
  public static void write(ResultReport report, OutputStream out) {
    Json.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("agreement", report.agreement().id());
          json.writeNumberProperty("version", report.agreement().version());
          json.writeStringProperty("from", report.period().from().toString());
          json.writeStringProperty("until", report.period().until().toString());
          json.writeStringProperty("as-of", report.evaluation().asOf().toString());
          json.writeStringProperty("credits", report.credits().toString());
          json.writeArrayPropertyStart("targets");
          for (TargetEvaluation target : report.evaluation().targets()) {
            json.writeStartObject();
            json.writeStringProperty("target", target.target().id());
            json.writeStringProperty("line", target.line().id());
            json.writeName("results");
            Json.lines(json, report.results(target), ResultJson::result);
            outlook(json, target);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static void result(JsonGenerator json, Result result) {
    json.writeStartObject();
    json.writeStringProperty("from", result.window().from().toString());
    json.writeStringProperty("until", result.window().until().toString());
    json.writeStringProperty("phase", Words.of(result.phase()));
    json.writeStringProperty("verdict", Words.of(result.verdict()));
    json.writeNumberProperty("records", result.records());
    json.writeNumberProperty("late", result.late());
    Json.property(json, "value", text(result.value()));
    Json.property(json, "slack", text(result.slack()));
    Json.property(json, "budget-left", text(result.budgetLeft()));
    json.writeStringProperty("credit", result.credit().toString());
    Result.Settled settled = result.settled();
    if (settled != null) {
      json.writeObjectPropertyStart("settled");
      json.writeStringProperty("verdict", Words.of(settled.verdict()));
      Json.property(json, "value", text(settled.value()));
      json.writeStringProperty("credit", settled.credit().toString());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static @Nullable String text(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }

  private static void outlook(JsonGenerator json, TargetEvaluation target) {
    Trend trend = target.trend();
    if (trend != null) {
      json.writeObjectPropertyStart("trend");
      json.writeNumberProperty("slope", trend.slope());
      json.writeBooleanProperty("clear", trend.isClear());
      json.writeEndObject();
    }
    Forecast forecast = target.forecast();
    if (forecast != null) {
      json.writeObjectPropertyStart("forecast");
      json.writeStringProperty("chance", Words.of(forecast.chance()));
      json.writeNumberProperty("budget", forecast.budget());
      json.writeNumberProperty("burnt", forecast.burnt());
      json.writeNumberProperty("expected", forecast.expected());
      json.writeNumberProperty("low", forecast.low());
      json.writeNumberProperty("high", forecast.high());
      Json.property(
          json, "breach-on", forecast.breachOn() == null ? null : forecast.breachOn().toString());
      json.writeNumberProperty("days", forecast.days());
      json.writeEndObject();
    }
  }
}
