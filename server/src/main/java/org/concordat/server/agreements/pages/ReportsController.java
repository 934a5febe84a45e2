package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.agreements.comparison.PricePoint;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.formats.drawing.PriceChart;
import org.concordat.formats.results.ResultDocument;
import org.concordat.formats.results.ResultJson;
import org.concordat.formats.results.ResultPicture;
import org.concordat.formats.results.ResultReport;
import org.concordat.formats.results.ResultTable;
import org.concordat.formats.tables.RowWriter;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.OrganisationNeeds;
import org.concordat.server.agreements.Prices;
import org.concordat.server.agreements.ResultReports;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Letterheads;
import org.concordat.server.web.Surroundings;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.web.SvgFile;
import org.concordat.server.web.api.Media;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What agreements came to, as files and pictures. */
@Controller
class ReportsController {
  private static final String RESULTS = "/agreements/{id}/{since}/results";

  private final ResultReports reports;
  private final Agreements agreements;
  private final OrganisationNeeds needs;
  private final ServiceOffers offers;
  private final Models models;
  private final AgreementViews views;
  private final SurroundingsFactory surroundings;

  ReportsController(
      ResultReports reports,
      Agreements agreements,
      OrganisationNeeds needs,
      ServiceOffers offers,
      Models models,
      AgreementViews views,
      SurroundingsFactory surroundings) {
    this.reports = reports;
    this.agreements = agreements;
    this.needs = needs;
    this.offers = offers;
    this.models = models;
    this.views = views;
    this.surroundings = surroundings;
  }

  /** The days that are told; both ends may be left open. */
  record Period(
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {}

  /** Writes a report in one form. */
  private interface Form {
    void write(ResultReports.Reported told, OutputStream out) throws IOException;
  }

  private static Optional<AgreementKey> key(String id, int since) {
    return Optional.of(id).filter(Identifier::isValid).map(valid -> new AgreementKey(valid, since));
  }

  private ResponseEntity<byte[]> file(
      Caller caller, String id, int since, Period period, String ending, String type, Form form) {
    Optional<ResultReports.Reported> told;
    try {
      told =
          key(id, since)
              .flatMap(key -> reports.of(caller.tenant(), key, period.from(), period.until()));
    } catch (IllegalArgumentException _) {
      return ResponseEntity.badRequest().build();
    }
    if (told.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      form.write(told.get(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    ResultReport report = told.get().report();
    String name =
        "%s-v%d-%s-%s%s"
            .formatted(
                id,
                report.agreement().version(),
                report.period().from(),
                report.period().until(),
                ending);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(bytes.toByteArray());
  }

  /** A document that one puts before a board, in the organisation's colour. */
  @GetMapping(RESULTS + ".pdf")
  @Needs(Permission.READ_AGREEMENTS)
  ResponseEntity<byte[]> pdf(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      Period period,
      HttpServletRequest request) {
    Surroundings here = surroundings.of(request);
    UUID tenant = caller.tenant();
    String organisation = models.of(tenant).read(Snapshot::organisation).name();
    return file(
        caller,
        id,
        since,
        period,
        ".pdf",
        Media.PDF,
        (told, out) ->
            out.write(
                ResultDocument.write(
                    offers.coloured(tenant, Letterheads.of(here, organisation)),
                    told.report(),
                    told.risks(),
                    reports.lessons(tenant, told),
                    new SpokenResults(here, views.labels(tenant)))));
  }

  @GetMapping(RESULTS + ".csv")
  @Needs(Permission.READ_AGREEMENTS)
  ResponseEntity<byte[]> csv(
      Caller caller, @PathVariable String id, @PathVariable int since, Period period) {
    return file(
        caller,
        id,
        since,
        period,
        ".csv",
        Media.CSV + ";charset=UTF-8",
        (told, out) -> ResultTable.write(told.report(), RowWriter.csv(out)));
  }

  @GetMapping(RESULTS + ".xlsx")
  @Needs(Permission.READ_AGREEMENTS)
  ResponseEntity<byte[]> xlsx(
      Caller caller, @PathVariable String id, @PathVariable int since, Period period) {
    return file(
        caller,
        id,
        since,
        period,
        ".xlsx",
        Media.XLSX,
        (told, out) -> ResultTable.write(told.report(), RowWriter.xlsx(out, "Results", 0)));
  }

  @GetMapping(RESULTS + ".json")
  @Needs(Permission.READ_AGREEMENTS)
  ResponseEntity<byte[]> json(
      Caller caller, @PathVariable String id, @PathVariable int since, Period period) {
    return file(
        caller,
        id,
        since,
        period,
        ".json",
        Media.JSON,
        (told, out) -> ResultJson.write(told.report(), out));
  }

  /** What a target came to, window by window. */
  @GetMapping(RESULTS + "/{target}.svg")
  @Needs(Permission.READ_AGREEMENTS)
  ResponseEntity<byte[]> picture(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @PathVariable String target,
      HttpServletRequest request) {
    SpokenResults words =
        new SpokenResults(surroundings.of(request), views.labels(caller.tenant()));
    return key(id, since)
        .flatMap(key -> reports.of(caller.tenant(), key, null, null))
        .map(ResultReports.Reported::report)
        .flatMap(
            report ->
                report.evaluation().targets().stream()
                    .filter(each -> each.target().id().equals(target))
                    .findFirst()
                    .map(each -> SvgFile.of(ResultPicture.draw(report, each, words))))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** Price against protection, one point for each version. */
  @GetMapping("/agreements/{id}/{since}/price.svg")
  @Needs(Permission.READ_AGREEMENTS)
  ResponseEntity<byte[]> price(
      Caller caller, @PathVariable String id, @PathVariable int since, HttpServletRequest request) {
    Surroundings here = surroundings.of(request);
    return key(id, since)
        .flatMap(key -> agreements.find(caller.tenant(), key))
        .map(state -> SvgFile.of(drawn(here, Prices.of(needs.of(caller.tenant()), state))))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static String drawn(Surroundings here, List<PricePoint> points) {
    PricePoint dearest =
        points.stream().max((one, other) -> one.yearly().compareTo(other.yearly())).orElse(null);
    return PriceChart.draw(
        new PriceChart.Legend(
            here.text("agreements.chart"),
            here.text("agreements.yearly"),
            dearest == null ? "" : Amounts.money(here, dearest.yearly()),
            List.of(here.text("agreements.chart.empty"), here.text("agreements.chart.draft"))),
        points.stream()
            .map(
                point ->
                    new PriceChart.Point(
                        point.yearly().amount().doubleValue(),
                        point.protection(),
                        String.valueOf(point.version()),
                        here.text("agreements.version.of", point.version())
                            + ": "
                            + Amounts.money(here, point.yearly())
                            + ", "
                            + here.percent(point.protection())))
            .toList());
  }
}
