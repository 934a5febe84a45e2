package org.concordat.server.agreements.api;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.concordat.core.findings.Finding;
import org.concordat.formats.yaml.Words;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.scraping.ScrapeProblem;
import org.concordat.server.agreements.scraping.ScrapeSource;
import org.concordat.server.agreements.scraping.Scrapes;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where measurements of agreements are fetched. */
@Controller
@RequestMapping(path = Call.ROOT + "/agreements/{id}/{since}/scrapes", produces = Media.JSON)
final class ScrapesApi {
  private final Agreements agreements;
  private final Scrapes scrapes;

  ScrapesApi(Agreements agreements, Scrapes scrapes) {
    this.agreements = agreements;
    this.scrapes = scrapes;
  }

  @GetMapping
  @Needs(Permission.READ_AGREEMENTS)
  @Described(
      value = "Lists where measurements of an agreement are fetched, and what became of it last",
      answer = "AgreementScrapeList")
  ApiAnswer list(Call call, Paging paging, @PathVariable String id, @PathVariable int since) {
    AgreementKey key = there(call, id, since);
    return paging.answer(
        paging.part(scrapes.of(call.caller().tenant(), key), each -> each.source().name()),
        ScrapesApi::json);
  }

  private AgreementKey there(Call call, String id, int since) {
    AgreementKey key = AgreementsApi.key(id, since);
    if (agreements.find(call.caller().tenant(), key).isEmpty()) {
      throw Parameters.notFound();
    }
    return key;
  }

  private static ObjectNode json(ScrapeSource.Known each) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", each.source().name())
            .put("address", each.source().address())
            .put("seconds", each.source().every().toSeconds())
            .put("mapping", each.source().mapping());
    ScrapeSource.Outcome outcome = each.outcome();
    if (outcome.fetchedAt() != null) {
      json.put("fetched", outcome.fetchedAt().toString());
      json.put("records", outcome.records());
    }
    if (outcome.problem() != null) {
      json.put("problem", Words.of(outcome.problem()));
      json.put("detail", Objects.requireNonNullElse(outcome.detail(), ""));
    }
    return json.put("due", outcome.dueAt().toString());
  }

  @PostMapping(consumes = Media.JSON)
  @Needs(Permission.MEASURE)
  @Described(
      value = "Has measurements fetched again and again, in place of the source with that name",
      body = "AgreementScrape",
      answer = "AgreementScrape",
      problems = 409)
  ApiAnswer keep(Call call, @PathVariable String id, @PathVariable int since) {
    AgreementKey key = there(call, id, since);
    Values said = AgreementShapes.SCRAPE.read(call.json());
    ScrapeSource source =
        new ScrapeSource(
            said.required("name"),
            said.required("address"),
            Duration.ofSeconds(
                Objects.requireNonNullElse(said.whole("seconds"), ScrapeSource.USUAL.toSeconds())),
            Objects.requireNonNullElse(said.text("mapping"), ""));
    return switch (scrapes.keep(call.caller().tenant(), call.attribution(), key, source)) {
      case Scrapes.Result.Kept _ ->
          ApiAnswer.ok(
              scrapes.of(call.caller().tenant(), key).stream()
                  .filter(each -> each.source().name().equals(source.name()))
                  .map(ScrapesApi::json)
                  .findFirst()
                  .orElseThrow(Parameters::notFound));
      case Scrapes.Result.WrongAddress(var problem, var detail) ->
          throw invalid(List.of(new Errors.InBody("/address", words(problem) + ": " + detail)))
              .failure();
      case Scrapes.Result.WrongMapping(var findings) ->
          throw invalid(
                  findings.stream()
                      .map(Finding::message)
                      .limit(Errors.TOLD)
                      .<Errors.Entry>map(message -> new Errors.InBody("/mapping", message))
                      .toList())
              .failure();
      case Scrapes.Result.TooMany _ ->
          throw Problem.of(
                  Problem.Kind.CONFLICT,
                  "An agreement has at most " + Scrapes.MOST + " sources; take one away first")
              .failure();
      case Scrapes.Result.NotInForce _ ->
          throw Problem.of(
                  Problem.Kind.CONFLICT,
                  "The agreement is not in force, so nothing is measured yet")
              .failure();
    };
  }

  private static String words(ScrapeProblem problem) {
    return Words.of(problem).replace('-', ' ');
  }

  private static Problem invalid(List<? extends Errors.Entry> errors) {
    return Problem.of(
        Problem.Kind.INVALID, "Nothing can be fetched so", List.<Errors.Entry>copyOf(errors));
  }

  @PostMapping("/{name}/removal")
  @Needs(Permission.MEASURE)
  @Described(value = "Has measurements no longer fetched from a source", statuses = 204)
  ApiAnswer remove(
      Call call, @PathVariable String id, @PathVariable int since, @PathVariable String name) {
    if (!scrapes.remove(
        call.caller().tenant(), call.attribution(), AgreementsApi.key(id, since), name)) {
      throw Parameters.notFound();
    }
    return ApiAnswer.done();
  }
}
