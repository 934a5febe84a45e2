package org.concordat.server.agreements.api;

import java.math.BigDecimal;
import java.util.List;
import org.concordat.core.agreements.comparison.PricePoint;
import org.concordat.core.agreements.evaluation.Forecast;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.evaluation.Trend;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.formats.drawing.PriceChart;
import org.concordat.formats.results.EnglishResults;
import org.concordat.formats.results.ResultDocument;
import org.concordat.formats.results.ResultPicture;
import org.concordat.formats.results.ResultReport;
import org.concordat.formats.results.ResultTable;
import org.concordat.formats.tables.RowWriter;
import org.concordat.formats.yaml.Words;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.OrganisationNeeds;
import org.concordat.server.agreements.Prices;
import org.concordat.server.agreements.ResultReports;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Letterheads;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What agreements came to, in every form in which somebody asks for it. */
@Controller
@RequestMapping(Call.ROOT + "/agreements")
final class ResultsApi {
  private static final String RESULTS = "/{id}/{since}/results";

  private final ResultReports reports;
  private final Agreements agreements;
  private final OrganisationNeeds needs;
  private final ServiceOffers offers;
  private final Models models;

  ResultsApi(
      ResultReports reports,
      Agreements agreements,
      OrganisationNeeds needs,
      ServiceOffers offers,
      Models models) {
    this.reports = reports;
    this.agreements = agreements;
    this.needs = needs;
    this.offers = offers;
    this.models = models;
  }

  private ResultReports.Reported report(
      Call call, String id, int since, String from, String until) {
    try {
      return reports
          .of(
              call.caller().tenant(),
              AgreementsApi.key(id, since),
              Parameters.day("from", from),
              Parameters.day("until", until))
          .orElseThrow(Parameters::notFound);
    } catch (IllegalArgumentException e) {
      throw Parameters.wrong("until", String.valueOf(e.getMessage()));
    }
  }

  @GetMapping(path = RESULTS, produces = Media.JSON)
  @Needs(Permission.READ_AGREEMENTS)
  @Described(
      value = "Lists whether the targets of an agreement are kept, by window",
      answer = "AgreementTargetResultsList")
  ApiAnswer results(
      Call call,
      Paging paging,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    ResultReport report = report(call, id, since, from, until).report();
    return paging.answer(
        paging.part(report.evaluation().targets(), each -> each.target().id()),
        target -> json(report, target));
  }

  @GetMapping(path = RESULTS, produces = Media.CSV)
  @Needs(Permission.READ_AGREEMENTS)
  @Described("Tells whether an agreement is kept as a table")
  ApiAnswer table(
      Call call,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    ResultReport report = report(call, id, since, from, until).report();
    return ApiAnswer.file(Media.CSV, out -> ResultTable.write(report, RowWriter.csv(out)));
  }

  @GetMapping(path = RESULTS, produces = Media.XLSX)
  @Needs(Permission.READ_AGREEMENTS)
  @Described("Tells whether an agreement is kept as a workbook")
  ApiAnswer workbook(
      Call call,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    ResultReport report = report(call, id, since, from, until).report();
    return ApiAnswer.file(
        Media.XLSX, out -> ResultTable.write(report, RowWriter.xlsx(out, "Results", 0)));
  }

  @GetMapping(path = RESULTS, produces = Media.PDF)
  @Needs(Permission.READ_AGREEMENTS)
  @Described("Tells whether an agreement is kept as a document for people")
  ApiAnswer document(
      Call call,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    ResultReports.Reported told = report(call, id, since, from, until);
    String organisation = models.of(call.caller().tenant()).read(Snapshot::organisation).name();
    byte[] pdf =
        ResultDocument.write(
            offers.coloured(call.caller().tenant(), Letterheads.english(organisation)),
            told.report(),
            told.risks(),
            reports.lessons(call.caller().tenant(), told),
            new EnglishResults());
    return ApiAnswer.file(Media.PDF, out -> out.write(pdf));
  }

  @GetMapping(path = RESULTS + "/{target}", produces = Media.SVG)
  @Needs(Permission.READ_AGREEMENTS)
  @Described("Draws what a target came to, window by window")
  ApiAnswer picture(
      Call call,
      @PathVariable String id,
      @PathVariable int since,
      @PathVariable String target,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String until) {
    ResultReport report = report(call, id, since, from, until).report();
    return report.evaluation().targets().stream()
        .filter(each -> each.target().id().equals(target))
        .findFirst()
        .map(each -> ApiAnswer.svg(ResultPicture.draw(report, each, new EnglishResults())))
        .orElseThrow(Parameters::notFound);
  }

  @GetMapping(path = "/{id}/{since}/price", produces = Media.SVG)
  @Needs(Permission.READ_AGREEMENTS)
  @Described("Draws price against protection, one point for each version")
  ApiAnswer price(Call call, @PathVariable String id, @PathVariable int since) {
    AgreementKey key = AgreementsApi.key(id, since);
    List<PricePoint> points =
        agreements
            .find(call.caller().tenant(), key)
            .map(state -> Prices.of(needs.of(call.caller().tenant()), state))
            .orElseThrow(Parameters::notFound);
    return ApiAnswer.svg(
        PriceChart.draw(PriceChart.englishLegend(points), PriceChart.english(points)));
  }

  private static ObjectNode json(ResultReport report, TargetEvaluation target) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("target", target.target().id())
            .put("line", target.line().id());
    var results = json.putArray("results");
    for (Result result : report.results(target)) {
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
      put(each, "slack", result.slack());
      put(each, "budgetLeft", result.budgetLeft());
      each.put("credit", result.credit().amount().toPlainString());
      Result.Settled settled = result.settled();
      if (settled != null) {
        each.put("settledVerdict", Words.of(settled.verdict()));
        put(each, "settledValue", settled.value());
      }
    }
    Trend trend = target.trend();
    if (trend != null) {
      json.put("slope", new BigDecimal(trend.slope()).toPlainString());
      json.put("clear", trend.isClear());
    }
    Forecast forecast = target.forecast();
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
