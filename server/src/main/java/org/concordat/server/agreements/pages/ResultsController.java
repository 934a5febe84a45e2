package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.Numbers;
import org.concordat.core.agreements.evaluation.Reading;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.MeasurementFile;
import org.concordat.server.agreements.Measurements;
import org.concordat.server.agreements.Measurements.Given;
import org.concordat.server.agreements.ResultReports;
import org.concordat.server.agreements.scraping.Scrapes;
import org.concordat.server.database.Ids;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What is measured of an agreement, and whether it is kept. */
@Controller
class ResultsController {
  /** A number that is longer is none that is measured. */
  private static final int LONGEST = 40;

  private final Agreements agreements;
  private final Measurements measurements;
  private final ResultReports reports;
  private final Scrapes scrapes;
  private final AgreementViews views;

  ResultsController(
      Agreements agreements,
      Measurements measurements,
      ResultReports reports,
      Scrapes scrapes,
      AgreementViews views) {
    this.agreements = agreements;
    this.measurements = measurements;
    this.reports = reports;
    this.scrapes = scrapes;
    this.views = views;
  }

  @GetMapping("/agreements/{id}/{since}/results")
  @Needs(Permission.READ_AGREEMENTS)
  Answer show(Caller caller, @PathVariable String id, @PathVariable int since) {
    return MoveTeller.told(
        () ->
            reports
                .of(caller.tenant(), new AgreementKey(id, since), null, null)
                .<Answer>map(told -> page(caller, new AgreementKey(id, since), told))
                .orElseGet(MoveTeller::notFound));
  }

  private Answer with(
      Caller caller, String id, int since, Function<AgreementState, Answer> answer) {
    return MoveTeller.told(
        () ->
            agreements
                .find(caller.tenant(), new AgreementKey(id, since))
                .map(answer)
                .orElseGet(MoveTeller::notFound));
  }

  private ResultsPage page(Caller caller, AgreementKey key, ResultReports.Reported told) {
    Agreement document = told.report().agreement();
    return new ResultsPage(
        key,
        document,
        told.isMeasured() ? told.report().evaluation() : null,
        reports.lessons(caller.tenant(), told),
        scrapes.of(caller.tenant(), key),
        scrapes.areAllowed(),
        views.labels(caller.tenant()),
        told.isMeasured() && caller.may(Permission.MEASURE),
        LocalDateTime.now(Clock.system(document.calendar().zone())).withSecond(0).withNano(0));
  }

  /** Takes one measurement by hand. */
  @PostMapping("/agreements/{id}/{since}/results")
  @Needs(Permission.MEASURE)
  Answer add(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request) {
    return with(
        caller,
        id,
        since,
        state -> {
          Agreement document = state.dossier().current();
          Optional<Measure> measure =
              document
                  .targets()
                  .filter(each -> each.target().id().equals(fields.get("target")))
                  .findFirst()
                  .map(each -> each.target().terms().measure());
          if (measure.isEmpty()) {
            return MoveTeller.notFound();
          }
          ZoneId zone = document.calendar().zone();
          Instant at = moment(fields, "at", zone);
          String record = fields.getOrDefault("record", "").strip();
          return kept(
              caller,
              new AgreementKey(id, since),
              List.of(
                  new Given(
                      record.isEmpty() ? Ids.next().toString() : record,
                      fields.getOrDefault("target", ""),
                      at,
                      reading(measure.get(), fields, zone))),
              request);
        });
  }

  /** Takes all measurements of a file, or none: CSV, or the text of OpenMetrics. */
  @PostMapping("/agreements/{id}/{since}/results/file")
  @Needs(Permission.MEASURE)
  Answer upload(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam MultipartFile file,
      HttpServletRequest request) {
    return with(
        caller,
        id,
        since,
        state -> {
          String name = Objects.requireNonNullElse(file.getOriginalFilename(), "measurements");
          try {
            FindingList findings = new FindingList();
            List<Given> read =
                MeasurementFile.of(name)
                    .read(state.dossier().current(), name, file.getBytes(), null, findings);
            return findings.hasErrors() || read.isEmpty()
                ? new ErrorPage(
                    422, "badRequest", findings.list().stream().map(Finding::message).toList())
                : kept(caller, new AgreementKey(id, since), read, request);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Answer kept(
      Caller caller, AgreementKey key, List<Given> given, HttpServletRequest request) {
    Measurements.Result result =
        measurements.add(
            caller.tenant(),
            caller.attribution(
                SurroundingsFactory.requestId(request), request.getParameter("reason")),
            key,
            given);
    return switch (result) {
      case Measurements.Result.Kept(int records) ->
          Redirect.to(key.path() + "/results").saying("agreements.measured", records);
      case Measurements.Result.NotInForce _ ->
          new RefusedPage(422, "not-in-this-state", key.path());
      case Measurements.Result.Unsuitable(var problems) ->
          new ErrorPage(422, "badRequest", problems.stream().map(each -> each.toString()).toList());
    };
  }

  private static Instant moment(Map<String, String> fields, String field, ZoneId zone) {
    return LocalDateTime.parse(fields.getOrDefault(field, "")).atZone(zone).toInstant();
  }

  private static Reading reading(Measure measure, Map<String, String> fields, ZoneId zone) {
    return switch (measure) {
      case Measure.SuccessRatio _, Measure.Occurrences _ -> {
        long total = whole(fields, "total");
        yield new Reading.Counts(
            fields.getOrDefault("good", "").isBlank() ? total : whole(fields, "good"), total);
      }
      case Measure.Availability _ -> new Reading.Downtime(moment(fields, "outageUntil", zone));
      case Measure.WithinTime _, Measure.LongestTime _ ->
          new Reading.Took(Duration.ofMillis(milliseconds(number(fields, "seconds"))));
      case Measure.SampleMean _, Measure.WorstSample _, Measure.SamplesWithin _ ->
          new Reading.Sample(number(fields, "value"));
    };
  }

  private static long milliseconds(BigDecimal seconds) {
    try {
      return seconds.movePointRight(3).setScale(0, RoundingMode.DOWN).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("a case takes 0 to ten years, not " + seconds, e);
    }
  }

  private static long whole(Map<String, String> fields, String field) {
    try {
      return Long.parseLong(fields.getOrDefault(field, "").strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + fields.get(field) + "' is no whole number", e);
    }
  }

  private static BigDecimal number(Map<String, String> fields, String field) {
    try {
      String text = fields.getOrDefault(field, "").strip().replace(',', '.');
      return Numbers.plain(new BigDecimal(text.substring(0, Math.min(LONGEST, text.length()))));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + fields.get(field) + "' is no number", e);
    }
  }
}
