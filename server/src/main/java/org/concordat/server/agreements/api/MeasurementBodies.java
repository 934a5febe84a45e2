package org.concordat.server.agreements.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.evaluation.Reading;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.server.agreements.MeasurementFile;
import org.concordat.server.agreements.Measurements.Given;
import org.concordat.server.database.Ids;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.JsonBody;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Values;
import org.jspecify.annotations.Nullable;

/**
 * Measurements as programs send them. Whatever is wrong is told with its place, and nothing is
 * taken then.
 *
 * @param given what was sent
 * @param places where each of them stands, as a JSON pointer; of a file, nothing
 */
record MeasurementBodies(List<Given> given, List<String> places) {
  /** So many records may a file have. */
  private static final int MOST = 100_000;

  private static final String LIST = "/measurements";

  MeasurementBodies {
    given = List.copyOf(given);
    places = List.copyOf(places);
  }

  /** One JSON document. */
  static MeasurementBodies json(Call call) {
    List<Given> given = new ArrayList<>();
    List<String> places = new ArrayList<>();
    Errors errors = new Errors();
    List<Values> said = AgreementShapes.RECORDS.read(call.json()).objects("measurements");
    for (int i = 0; i < said.size(); i++) {
      Given record = record(said.get(i), LIST + "/" + i, errors);
      if (record != null) {
        given.add(record);
        places.add(LIST + "/" + i);
      }
    }
    errors.check();
    return new MeasurementBodies(given, places);
  }

  /** One JSON object a line; places are the numbers of lines, from 1. */
  static MeasurementBodies lines(Call call) {
    List<Given> given = new ArrayList<>();
    List<String> places = new ArrayList<>();
    Errors errors = new Errors();
    for (JsonBody.Line line : JsonBody.lines(call.request())) {
      String at = "/" + line.number();
      switch (line) {
        case JsonBody.Line.Broken(_, var problem) -> errors.add(at, problem.detail());
        case JsonBody.Line.Read(_, var json) -> {
          Given record = null;
          try {
            record = record(AgreementShapes.RECORD.read(json), at, errors);
          } catch (org.concordat.server.web.api.ApiFailure e) {
            e.problem()
                .errors()
                .forEach(
                    error ->
                        errors.add(
                            error instanceof Errors.InBody(var pointer, _) ? at + pointer : at,
                            error.detail()));
          }
          if (record != null) {
            given.add(record);
            places.add(at);
          }
        }
      }
    }
    errors.check();
    return new MeasurementBodies(given, places);
  }

  /** A file. */
  static MeasurementBodies file(Call call, Agreement document, MeasurementFile kind, Instant now) {
    byte[] bytes = JsonBody.bytes(call.request(), JsonBody.LARGEST_LINES);
    FindingList findings = new FindingList();
    List<Given> given = kind.read(document, "body", bytes, now, findings);
    Errors errors = new Errors();
    findings.list().stream().map(Finding::message).forEach(message -> errors.add("", message));
    errors.check();
    if (given.size() > MOST) {
      throw Problem.of(
              Problem.Kind.TOO_LARGE, "A file has at most " + MOST + " records; send more of them")
          .failure();
    }
    return new MeasurementBodies(given, given.stream().map(_ -> "").toList());
  }

  private static @Nullable Given record(Values said, String at, Errors errors) {
    Instant when = moment(said.required("at"), at + "/at", errors);
    Reading reading = reading(said, at, errors);
    if (when == null || reading == null) {
      return null;
    }
    String id = said.text("id");
    try {
      return new Given(
          id == null ? Ids.next().toString() : id, said.required("target"), when, reading);
    } catch (IllegalArgumentException e) {
      errors.add(at, String.valueOf(e.getMessage()));
      return null;
    }
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
}
