package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.comparison.AgreementComparison;
import org.concordat.core.agreements.needs.UnitNeeds;
import org.concordat.core.agreements.needs.UnitScope;
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
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
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
          if (page.offering() == null) {
            return new ErrorPage(403, "forbidden", List.of());
          }
          Agreement document = page.document();
          return page(
              caller,
              page,
              new ForeseenPage(
                  document,
                  page.protection(),
                  page.hurtUnits(),
                  new FormProblems(),
                  List.of(),
                  false),
              CalendarForm.of(document.calendar(), document.maintenance()),
              Fields.none());
        });
  }

  private OfferPage page(
      Caller caller,
      AgreementPage page,
      ForeseenPage foreseen,
      CalendarForm calendar,
      Fields typed) {
    return OfferPage.of(
        page, foreseen, calendar, typed, catalogue(caller), needs.of(caller.tenant()).needs());
  }

  private ServiceCatalogue catalogue(Caller caller) {
    return offers.catalogue(caller.tenant(), needs.of(caller.tenant()).workspace().scale());
  }

  /**
   * What an offer would come to; nothing is kept. It is asked for while somebody types, so only
   * what the answer shows is reckoned.
   */
  @PostMapping("/agreements/{id}/{since}/offer/foreseen")
  @Needs(Permission.NEGOTIATE)
  Answer foresee(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam MultiValueMap<String, String> sent) {
    return MoveTeller.told(
        () -> {
          AgreementKey key = new AgreementKey(id, since);
          return agreements
              .find(caller.tenant(), key)
              .<Answer>map(state -> foreseen(caller, key, state, new Fields(sent), true))
              .orElseGet(MoveTeller::notFound);
        });
  }

  private ForeseenPage foreseen(
      Caller caller, AgreementKey key, AgreementState state, Fields fields, boolean isUpdate) {
    UUID tenant = caller.tenant();
    OfferForm.Read read = read(caller, state, fields);
    Agreement document = read.document();
    OrganisationNeeds.Of known = needs.of(tenant);
    boolean isUnit =
        known.needs().units().stream().anyMatch(unit -> unit.id().equals(document.unit()));
    Labels units = Labels.ofUnits(known.workspace());
    return new ForeseenPage(
        document,
        isUnit ? UnitScope.of(known.needs(), document.unit()).protection(document) : 0,
        reviews.of(tenant, key, document).unitsToAsk().stream().map(units::unit).toList(),
        read.problems(),
        OfferForm.changed(document, fields),
        isUpdate);
  }

  private OfferForm.Read read(Caller caller, AgreementState state, Fields fields) {
    Agreement before = state.dossier().current();
    int version = state instanceof AgreementState.Draft ? before.version() : before.version() + 1;
    UnitNeeds known = needs.of(caller.tenant()).needs();
    return OfferForm.read(
        before, version, catalogue(caller), asset -> known.asset(asset) != null, fields);
  }

  /** Makes the offer; or only adds or takes away a maintenance window in the form. */
  @PostMapping("/agreements/{id}/{since}/offer")
  @Needs(Permission.NEGOTIATE)
  Answer offer(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request) {
    return MoveTeller.told(
        () -> {
          AgreementKey key = new AgreementKey(id, since);
          Fields fields = new Fields(sent);
          AgreementState state = agreements.find(caller.tenant(), key).orElse(null);
          Party party = Party.parse(fields.text("party")).orElse(null);
          if (state == null || party == null) {
            return MoveTeller.notFound();
          }
          if (fields.has("do")) {
            return again(
                caller,
                key,
                foreseen(caller, key, state, fields, false).without(),
                CalendarForm.of(fields).after(fields.text("do")),
                fields);
          }
          OfferForm.Read read = read(caller, state, fields);
          if (!read.problems().isEmpty()) {
            return again(
                caller,
                key,
                foreseen(caller, key, state, fields, false),
                CalendarForm.of(fields),
                fields);
          }
          return MoveTeller.tell(
              caller,
              agreements.make(
                  caller,
                  new Agreements.Wish(
                      key,
                      MovesController.seen(fields.text("seen")),
                      party,
                      move(read.document(), fields.text("comment"))),
                  fields.text("reason"),
                  SurroundingsFactory.requestId(request)),
              key,
              "agreements.did.counter");
        });
  }

  /** The form once more, as it was sent. */
  private Answer again(
      Caller caller,
      AgreementKey key,
      ForeseenPage foreseen,
      CalendarForm calendar,
      Fields fields) {
    return views
        .page(caller, key)
        .<Answer>map(page -> page(caller, page, foreseen, calendar, fields))
        .orElseGet(MoveTeller::notFound);
  }

  /** An offer is the move that the state allows: the first, another one, or the one decided on. */
  private static BiFunction<Actor, AgreementState, Move> move(Agreement document, String comment) {
    return (by, state) ->
        switch (state) {
          case AgreementState.Draft _ -> new Move.Propose(by, document);
          case AgreementState.Decided _ -> new Move.CarryOut(by, document);
          default -> new Move.Counter(by, document, comment.isEmpty() ? null : comment);
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
          List<Agreement> versions = versions(caller, key, state);
          Agreement after = version(versions, to).orElse(versions.getLast());
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

  /** All versions on this way; before them the one that it succeeds, to see what is new. */
  private List<Agreement> versions(Caller caller, AgreementKey key, AgreementState state) {
    List<Agreement> versions = new java.util.ArrayList<>();
    int succeeds =
        state.dossier().moves().getFirst() instanceof Move.Draft draft ? draft.succeeds() : 0;
    agreements.all(caller.tenant()).stream()
        .filter(each -> each.key().id().equals(key.id()) && each.version() == succeeds)
        .findFirst()
        .flatMap(each -> agreements.find(caller.tenant(), each.key()))
        .ifPresent(earlier -> versions.add(earlier.dossier().current()));
    versions.addAll(VersionsPage.distinct(state.dossier().versions()));
    return versions;
  }

  private static Optional<Agreement> version(List<Agreement> versions, int number) {
    return versions.stream().filter(each -> each.version() == number).findFirst();
  }
}
