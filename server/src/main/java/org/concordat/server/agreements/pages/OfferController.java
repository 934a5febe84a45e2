package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.comparison.AgreementComparison;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.OrganisationNeeds;
import org.concordat.server.agreements.Reviews;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.SurroundingsFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Offers: writing one, seeing what it would cost, protect and hurt, comparing versions. */
@Controller
class OfferController {
  private final Agreements agreements;
  private final OrganisationNeeds needs;
  private final ServiceOffers offers;
  private final Reviews reviews;
  private final AgreementViews views;

  OfferController(
      Agreements agreements,
      OrganisationNeeds needs,
      ServiceOffers offers,
      Reviews reviews,
      AgreementViews views) {
    this.agreements = agreements;
    this.needs = needs;
    this.offers = offers;
    this.reviews = reviews;
    this.views = views;
  }

  @GetMapping("/agreements/{id}/{since}/offer")
  @Needs(Permission.READ_AGREEMENTS)
  Answer write(Caller caller, @PathVariable String id, @PathVariable int since) {
    return MoveTeller.told(
        () -> {
          AgreementPage page = views.page(caller, new AgreementKey(id, since)).orElse(null);
          if (page == null) {
            return MoveTeller.notFound();
          }
          return page.offering() == null
              ? new ErrorPage(403, "forbidden", List.of())
              : offerPage(caller, page, page.document(), List.of());
        });
  }

  private OfferPage offerPage(
      Caller caller, AgreementPage page, Agreement document, List<String> problems) {
    ServiceCatalogue catalogue = catalogue(caller);
    return OfferPage.of(
        page,
        document,
        catalogue,
        needs.of(caller.tenant()).needs(),
        reviews.of(caller.tenant(), page.key(), document),
        problems);
  }

  private ServiceCatalogue catalogue(Caller caller) {
    return offers.catalogue(caller.tenant(), needs.of(caller.tenant()).workspace().scale());
  }

  /** What an offer would come to; nothing is kept. */
  @PostMapping("/agreements/{id}/{since}/offer/foreseen")
  @Needs(Permission.NEGOTIATE)
  Answer foresee(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam Map<String, String> fields) {
    return MoveTeller.told(
        () -> {
          AgreementPage page = views.page(caller, new AgreementKey(id, since)).orElse(null);
          if (page == null) {
            return MoveTeller.notFound();
          }
          OfferForm.Read read = read(caller, page.state(), fields);
          return offerPage(
              caller,
              page,
              read.document() == null ? page.document() : read.document(),
              read.problems());
        });
  }

  private OfferForm.Read read(Caller caller, AgreementState state, Map<String, String> fields) {
    Agreement before = state.dossier().current();
    int version = state instanceof AgreementState.Draft ? before.version() : before.version() + 1;
    return OfferForm.read(before, version, catalogue(caller), fields);
  }

  @PostMapping("/agreements/{id}/{since}/offer")
  @Needs(Permission.NEGOTIATE)
  Answer offer(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request) {
    return MoveTeller.told(
        () -> {
          AgreementKey key = new AgreementKey(id, since);
          AgreementPage page = views.page(caller, key).orElse(null);
          Party party = Party.parse(fields.getOrDefault("party", "")).orElse(null);
          if (page == null || party == null) {
            return MoveTeller.notFound();
          }
          OfferForm.Read read = read(caller, page.state(), fields);
          Agreement document = read.document();
          if (document == null) {
            return new ErrorPage(422, "badRequest", read.problems());
          }
          return MoveTeller.tell(
              caller,
              agreements.make(
                  caller,
                  new Agreements.Wish(
                      key,
                      MovesController.seen(fields),
                      party,
                      move(document, fields.get("comment"))),
                  fields.get("reason"),
                  SurroundingsFactory.requestId(request)),
              key,
              "agreements.did.counter");
        });
  }

  /** An offer is the move that the state allows: the first, another one, or the one decided on. */
  private static BiFunction<Actor, AgreementState, Move> move(
      Agreement document, @Nullable String comment) {
    return (by, state) ->
        switch (state) {
          case AgreementState.Draft _ -> new Move.Propose(by, document);
          case AgreementState.Decided _ -> new Move.CarryOut(by, document);
          default ->
              new Move.Counter(
                  by, document, comment == null || comment.isBlank() ? null : comment.strip());
        };
  }

  @GetMapping("/agreements/{id}/{since}/versions")
  @Needs(Permission.READ_AGREEMENTS)
  Answer compare(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam(defaultValue = "0") int from,
      @RequestParam(defaultValue = "0") int to) {
    return MoveTeller.told(
        () -> {
          AgreementKey key = new AgreementKey(id, since);
          AgreementState state = agreements.find(caller.tenant(), key).orElse(null);
          if (state == null) {
            return MoveTeller.notFound();
          }
          List<Agreement> versions = VersionsPage.distinct(state.dossier().versions());
          Agreement last = versions.getLast();
          Agreement after = version(versions, to).orElse(last);
          Agreement before =
              version(versions, from)
                  .orElse(versions.get(Math.max(0, versions.indexOf(after) - 1)));
          return new VersionsPage(
              key,
              versions.stream().map(Agreement::version).toList(),
              AgreementComparison.of(before, after),
              views.labels(caller.tenant()));
        });
  }

  private static Optional<Agreement> version(List<Agreement> versions, int number) {
    return versions.stream().filter(each -> each.version() == number).findFirst();
  }
}
