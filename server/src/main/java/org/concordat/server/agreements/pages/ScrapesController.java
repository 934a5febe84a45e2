package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.formats.yaml.Words;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.scraping.ScrapeSource;
import org.concordat.server.agreements.scraping.Scrapes;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.Surroundings;
import org.concordat.server.web.SurroundingsFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where measurements are fetched; the page of results shows it. */
@Controller
class ScrapesController {
  private static final String PATH = "/agreements/{id}/{since}/scrapes";

  private final Agreements agreements;
  private final Scrapes scrapes;
  private final SurroundingsFactory surroundings;

  ScrapesController(Agreements agreements, Scrapes scrapes, SurroundingsFactory surroundings) {
    this.agreements = agreements;
    this.scrapes = scrapes;
    this.surroundings = surroundings;
  }

  private static Attribution by(Caller caller, HttpServletRequest request) {
    return caller.attribution(
        SurroundingsFactory.requestId(request), request.getParameter("reason"));
  }

  @PostMapping(PATH)
  @Needs(Permission.MEASURE)
  Answer keep(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam String name,
      @RequestParam String address,
      @RequestParam long minutes,
      @RequestParam(defaultValue = "") String mapping,
      HttpServletRequest request) {
    return MoveTeller.told(
        () -> {
          AgreementKey key = new AgreementKey(id, since);
          if (agreements.find(caller.tenant(), key).isEmpty()) {
            return MoveTeller.notFound();
          }
          ScrapeSource source =
              new ScrapeSource(
                  name.strip(),
                  address.strip(),
                  Duration.ofMinutes(Math.clamp(minutes, 0, 100_000)),
                  mapping.strip());
          return tell(
              scrapes.keep(caller.tenant(), by(caller, request), key, source),
              key,
              surroundings.of(request));
        });
  }

  private static Answer tell(Scrapes.Result result, AgreementKey key, Surroundings here) {
    return switch (result) {
      case Scrapes.Result.Kept _ ->
          Redirect.to(key.path() + "/results#fetched").saying("agreements.scrape.kept");
      case Scrapes.Result.WrongAddress(var problem, var detail) ->
          wrong(List.of(here.text("agreements.scrape.problem." + Words.of(problem)), detail));
      case Scrapes.Result.WrongMapping(var findings) ->
          wrong(findings.stream().map(Finding::message).toList());
      case Scrapes.Result.TooMany _ ->
          wrong(List.of(here.text("agreements.scrape.tooMany", Scrapes.MOST)));
      case Scrapes.Result.NotInForce _ -> new RefusedPage(422, "not-in-this-state", key.path());
    };
  }

  private static Answer wrong(List<String> what) {
    return new ErrorPage(422, "badRequest", what);
  }

  @PostMapping(PATH + "/{name}/removal")
  @Needs(Permission.MEASURE)
  Answer remove(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @PathVariable String name,
      HttpServletRequest request) {
    return MoveTeller.told(
        () -> {
          AgreementKey key = new AgreementKey(id, since);
          return scrapes.remove(caller.tenant(), by(caller, request), key, name)
              ? Redirect.to(key.path() + "/results#fetched").saying("agreements.scrape.removed")
              : MoveTeller.notFound();
        });
  }
}
