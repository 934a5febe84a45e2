package org.concordat.server.agreements.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.drafting.Drafting;
import org.concordat.core.agreements.needs.UnitNeeds;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.Lifecycle;
import org.concordat.core.agreements.negotiation.MoveKind;
import org.concordat.core.agreements.review.Hurt;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.RationalePath;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Comments;
import org.concordat.server.agreements.OrganisationNeeds;
import org.concordat.server.agreements.Parties;
import org.concordat.server.agreements.Prices;
import org.concordat.server.agreements.Reviews;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.alignment.PathView;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.factors.Passkeys;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Component;

/** Makes pages of agreements. */
@Component
class AgreementViews {
  private static final int REASONS = 3;

  private final Agreements agreements;
  private final OrganisationNeeds needs;
  private final ServiceOffers offers;
  private final Reviews reviews;
  private final Comments comments;
  private final Accounts accounts;
  private final Passkeys passkeys;
  private final Models models;

  AgreementViews(
      Agreements agreements,
      OrganisationNeeds needs,
      ServiceOffers offers,
      Reviews reviews,
      Comments comments,
      Accounts accounts,
      Passkeys passkeys,
      Models models) {
    this.agreements = agreements;
    this.needs = needs;
    this.offers = offers;
    this.reviews = reviews;
    this.comments = comments;
    this.accounts = accounts;
    this.passkeys = passkeys;
    this.models = models;
  }

  Labels labels(UUID tenant) {
    return new Labels(Names.of(accounts, tenant), needs.of(tenant).workspace());
  }

  /** The page of an agreement, or empty when there is none. */
  Optional<AgreementPage> page(Caller caller, AgreementKey key) {
    return agreements.find(caller.tenant(), key).map(state -> page(caller, key, state));
  }

  private AgreementPage page(Caller caller, AgreementKey key, AgreementState state) {
    UUID tenant = caller.tenant();
    Agreement document = state.dossier().current();
    OrganisationNeeds.Of known = needs.of(tenant);
    boolean unitThere =
        known.workspace().units().stream().anyMatch(unit -> unit.id().equals(document.unit()));
    Labels labels = labels(tenant);
    List<Hurt> hurts =
        state instanceof AgreementState.Ended
            ? List.of()
            : reviews.of(tenant, key, document).hurts();
    List<List<RationalePath>> reasons =
        document.lines().stream()
            .map(line -> unitThere ? reasons(known.needs(), document.unit(), line) : none())
            .toList();
    List<String> units = known.workspace().units().stream().map(Unit::id).toList();
    ServiceCatalogue services = services(tenant);
    LocalDate today = document.calendar().dayOf(Clock.systemUTC().instant());
    return models
        .of(tenant)
        .read(
            model ->
                new AgreementPage(
                    key,
                    state,
                    labels,
                    lines(document, reasons, services, model),
                    doings(caller, state, units),
                    Prices.of(known, state),
                    hurts.stream().map(hurt -> view(hurt, document, labels, model)).toList(),
                    state.dossier().unaccepted(today),
                    savings(state.dossier().unaccepted(today), known.needs(), services),
                    comments.of(tenant, key).stream()
                        .map(
                            each ->
                                new AgreementPage.Comment(
                                    labels.person(each.account().toString()),
                                    each.party(),
                                    each.at(),
                                    each.line(),
                                    each.words()))
                        .toList(),
                    agreements.all(tenant).stream()
                        .filter(each -> each.key().id().equals(key.id()))
                        .toList(),
                    today,
                    !passkeys.of(tenant, caller.account()).isEmpty(),
                    !Parties.of(caller, document.unit(), units).isEmpty(),
                    Parties.of(caller, document.unit(), units).stream()
                        .filter(party -> isBarred(caller, party, state))
                        .toList()));
  }

  /** What each line saves in a year against a service that would reach the need. */
  private static Map<String, Money> savings(
      List<AgreementLine> lines, UnitNeeds needs, ServiceCatalogue services) {
    Map<String, Money> savings = new HashMap<>();
    for (AgreementLine line : lines) {
      Asset asset = needs.asset(line.requirement().asset());
      savings.put(
          line.id(),
          Drafting.saving(services, line, asset == null ? AssetKind.INFORMATION : asset.kind()));
    }
    return savings;
  }

  private static List<RationalePath> none() {
    return List.of();
  }

  private static List<RationalePath> reasons(UnitNeeds needs, String unit, AgreementLine line) {
    return needs.exists(line.requirement())
        ? needs.of(unit, line.requirement(), REASONS).rationale()
        : List.of();
  }

  private ServiceCatalogue services(UUID tenant) {
    return offers.catalogue(tenant, needs.of(tenant).workspace().scale());
  }

  private static List<AgreementPage.Line> lines(
      Agreement document,
      List<List<RationalePath>> reasons,
      ServiceCatalogue catalogue,
      Snapshot model) {
    List<AgreementPage.Line> lines = new ArrayList<>();
    for (int i = 0; i < document.lines().size(); i++) {
      AgreementLine line = document.lines().get(i);
      lines.add(
          new AgreementPage.Line(
              line,
              level(document.scale(), line.neededNumber()),
              level(document.scale(), line.agreedNumber()),
              service(line.provision(), catalogue),
              reasons.get(i).stream().map(path -> PathView.of(path, model)).toList()));
    }
    return lines;
  }

  static LevelView level(ImpactScale scale, int number) {
    return LevelView.of(scale, number == 0 ? null : Level.of(number));
  }

  private static String service(Provision provision, ServiceCatalogue catalogue) {
    return provision instanceof Provision.Served served
        ? catalogue
            .service(served.service())
            .map(
                service ->
                    service.name()
                        + ", "
                        + service
                            .level(served.level())
                            .map(level -> level.name())
                            .orElse(served.level()))
            .orElse(served.service() + ", " + served.level())
        : "";
  }

  private static List<AgreementPage.Doing> doings(
      Caller caller, AgreementState state, List<String> units) {
    List<AgreementPage.Doing> doings = new ArrayList<>();
    String unit = state.dossier().current().unit();
    for (Map.Entry<MoveKind, java.util.Set<Party.Capacity>> each :
        Lifecycle.possible(state).entrySet()) {
      for (Party party : Parties.of(caller, unit, units)) {
        if (each.getValue().contains(party.capacity())
            && isAsked(party, state)
            && !isBarred(caller, party, state)) {
          doings.add(new AgreementPage.Doing(each.getKey(), party));
        }
      }
    }
    return doings;
  }

  /** Who has acted in another capacity decides, accepts or executes nothing in this one. */
  private static boolean isBarred(Caller caller, Party party, AgreementState state) {
    String person = caller.account().toString();
    return state.dossier().moves().stream()
        .anyMatch(
            move ->
                move.by().person().equals(person)
                    && move.by().party().capacity() != party.capacity());
  }

  /** A unit that is not asked has nothing to say to an agreement of another. */
  private static boolean isAsked(Party party, AgreementState state) {
    return !(party instanceof Party.OtherUnit(String unit))
        || (state instanceof AgreementState.UnderReview review && review.units().contains(unit));
  }

  private static AgreementPage.HurtView view(
      Hurt hurt, Agreement document, Labels labels, Snapshot model) {
    return new AgreementPage.HurtView(
        hurt.unit(),
        hurt.line(),
        hurt.way().stream().map(at -> labels.asset(at.asset())).toList(),
        level(document.scale(), hurt.needed()),
        level(document.scale(), hurt.there()),
        hurt.reason() == null ? null : PathView.of(hurt.reason(), model),
        hurt.coveredBy());
  }
}
