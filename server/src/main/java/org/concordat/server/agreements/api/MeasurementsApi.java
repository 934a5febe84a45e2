package org.concordat.server.agreements.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Reading;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.formats.yaml.Words;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Measurements;
import org.concordat.server.agreements.Measurements.Given;
import org.concordat.server.database.Ids;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Values;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was measured of agreements, and what it comes to. */
@Controller
@RequestMapping(path = Call.ROOT + "/agreements", produces = Media.JSON)
final class MeasurementsApi {
  private static final String LIST = "/measurements";

  private final Agreements agreements;
  private final Measurements measurements;

  MeasurementsApi(Agreements agreements, Measurements measurements) {
    this.agreements = agreements;
    this.measurements = measurements;
  }

  @PostMapping(path = "/{id}/{since}/measurements", consumes = Media.JSON)
  @Needs(Permission.MEASURE)
  @Described(
      value = "Hands in what was measured, one record or many; all are kept, or none",
      body = "AgreementMeasurements",
      answer = "AgreementMeasurementsKept",
      problems = 409)
  ApiAnswer add(Call call, @PathVariable String id, @PathVariable int since) {
    AgreementKey key = AgreementsApi.key(id, since);
    List<Given> given = new ArrayList<>();
    Errors errors = new Errors();
    List<Values> said = AgreementShapes.RECORDS.read(call.json()).objects("measurements");
    for (int i = 0; i < said.size(); i++) {
      Given record = record(said.get(i), LIST + "/" + i, errors);
      if (record != null) {
        given.add(record);
      }
    }
    errors.check();
    Measurements.Result result =
        measurements.add(call.caller().tenant(), call.attribution(), key, given);
    return switch (result) {
      case Measurements.Result.Kept(int records) ->
          ApiAnswer.ok(JsonNodeFactory.instance.objectNode().put("kept", records));
      case Measurements.Result.NotInForce _ -> {
        if (agreements.find(call.caller().tenant(), key).isEmpty()) {
          throw Parameters.notFound();
        }
        throw Problem.of(
                Problem.Kind.CONFLICT, "The agreement is not in force, so nothing is measured yet")
            .failure();
      }
      case Measurements.Result.Unsuitable(var problems) -> {
        for (Measurements.Problem each : problems) {
          errors.add(
              LIST + "/" + each.record() + "/target",
              switch (each.kind()) {
                case NO_TARGET -> "is none of " + String.join(", ", each.targets());
                case OTHER_READING -> "is not measured by such a reading";
              });
        }
        errors.check();
        throw new IllegalStateException("records are unsuitable and nothing is wrong");
      }
    };
  }

  private static @Nullable Given record(Values said, String at, Errors errors) {
    Instant when = moment(said.required("at"), at + "/at", errors);
    Reading reading = reading(said, at, errors);
    if (when == null || reading == null) {
      return null;
    }
    String id = said.text("id");
    return new Given(
        id == null ? Ids.next().toString() : id, said.required("target"), when, reading);
  }

  private static @Nullable Instant moment(String text, String at, Errors errors) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      errors.add(at, "must be a moment such as 2026-03-02T09:30:00Z");
      return null;
    }
  }

  private static @Nullable Reading reading(Values said, String at, Errors errors) {
    try {
      Long total = said.whole("total");
      Long good = said.whole("good");
      if (total != null) {
        return new Reading.Counts(good == null ? total : good, total);
      }
      String until = said.text("until");
      if (until != null) {
        Instant end = moment(until, at + "/until", errors);
        return end == null ? null : new Reading.Downtime(end);
      }
      String seconds = said.text("seconds");
      if (seconds != null) {
        return new Reading.Took(
            Duration.ofMillis(new BigDecimal(seconds).movePointRight(3).longValueExact()));
      }
      String value = said.text("value");
      if (value != null) {
        return new Reading.Sample(new BigDecimal(value));
      }
      errors.add(at, "has no reading: say total (and good), until, seconds, or value");
    } catch (NumberFormatException e) {
      errors.add(at, "has a number that is none");
    } catch (IllegalArgumentException | ArithmeticException e) {
      errors.add(at, String.valueOf(e.getMessage()));
    }
    return null;
  }

  @GetMapping("/{id}/{since}/results")
  @Needs(Permission.READ_AGREEMENTS)
  @Described(
      value = "Lists whether the targets of an agreement are kept, by window",
      answer = "AgreementTargetResultsList")
  ApiAnswer results(Call call, Paging paging, @PathVariable String id, @PathVariable int since) {
    AgreementKey key = AgreementsApi.key(id, since);
    AgreementState state =
        agreements.find(call.caller().tenant(), key).orElseThrow(Parameters::notFound);
    List<TargetEvaluation> targets =
        Optional.of(state)
            .filter(Measurements::isMeasured)
            .map(AgreementState::dossier)
            .map(dossier -> evaluation(call, key, dossier.current()))
            .map(Evaluation::targets)
            .orElse(List.of());
    return paging.answer(paging.part(targets, each -> each.target().id()), MeasurementsApi::json);
  }

  private Evaluation evaluation(Call call, AgreementKey key, Agreement document) {
    return measurements.evaluation(call.caller().tenant(), key, document);
  }

  private static ObjectNode json(TargetEvaluation target) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("target", target.target().id())
            .put("line", target.line().id());
    var results = json.putArray("results");
    for (Result result : target.results()) {
      ObjectNode each =
          results
              .addObject()
              .put("from", result.window().from().toString())
              .put("until", result.window().until().toString())
              .put("phase", Words.of(result.phase()))
              .put("verdict", Words.of(result.verdict()))
              .put("records", result.records())
              .put("late", result.late());
      put(each, "value", result.value());
      put(each, "budgetLeft", result.budgetLeft());
      each.put("credit", result.credit().amount().toPlainString());
    }
    var forecast = target.forecast();
    if (forecast != null) {
      json.put("chance", Words.of(forecast.chance()));
      var day = forecast.breachOn();
      if (day != null) {
        json.put("breachOn", day.toString());
      }
    }
    return json;
  }

  private static void put(ObjectNode json, String member, @Nullable BigDecimal number) {
    if (number != null) {
      json.put(member, number.toPlainString());
    }
  }
}
