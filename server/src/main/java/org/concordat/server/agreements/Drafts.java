package org.concordat.server.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.drafting.DraftTerms;
import org.concordat.core.agreements.drafting.Drafting;
import org.concordat.core.alignment.Unit;
import org.concordat.server.identity.Caller;
import org.jspecify.annotations.Nullable;

/** Drafts agreements of units from their priorities and the services that there are. */
public final class Drafts {
  /** An agreement usually holds for a year, and is looked at again two months before its end. */
  private static final int USUAL_MONTHS = 12;

  private static final int REVIEW_BEFORE = 2;
  private static final int USUAL_GRACE = 5;

  private final Agreements agreements;
  private final OrganisationNeeds needs;
  private final ServiceOffers offers;
  private final Clock clock;

  Drafts(Agreements agreements, OrganisationNeeds needs, ServiceOffers offers, Clock clock) {
    this.agreements = agreements;
    this.needs = needs;
    this.offers = offers;
    this.clock = clock;
  }

  /**
   * A draft that somebody asks for.
   *
   * @param title null for that of the version in force, or the unit's name
   * @param from the first day; null for the day after the version in force, or today
   * @param until the last day; null for a year
   */
  public record Wish(
      String unit, @Nullable String title, @Nullable LocalDate from, @Nullable LocalDate until) {}

  /** What became of it. */
  public sealed interface Result {
    /** It was drafted, or something stood in the way. */
    record Done(MoveResult move) implements Result {}

    /** There is no such unit. */
    record NoUnit() implements Result {}

    /** Nothing is offered yet, so nothing can be drafted. */
    record NoServices() implements Result {}
  }

  /**
   * Drafts an agreement. While a version is in force it is a renewal, which keeps that version's
   * hours of service, maintenance windows and days of grace.
   *
   * @throws IllegalArgumentException when the term ends before it begins
   */
  public Result draft(Caller caller, Wish wish, @Nullable String reason, String request) {
    OrganisationNeeds.Of known = needs.of(caller.tenant());
    Optional<Unit> unit =
        known.workspace().units().stream().filter(each -> each.id().equals(wish.unit)).findFirst();
    if (unit.isEmpty()) {
      return new Result.NoUnit();
    }
    Optional<ServiceOffers.Terms> terms = offers.of(caller.tenant());
    ServiceCatalogue catalogue = offers.catalogue(caller.tenant(), known.workspace().scale());
    if (terms.isEmpty() || catalogue.services().isEmpty()) {
      return new Result.NoServices();
    }
    Optional<Agreement> held = agreements.held(caller.tenant(), wish.unit);
    LocalDate from =
        wish.from != null
            ? wish.from
            : held.map(each -> each.term().until().plusDays(1))
                .orElseGet(() -> LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    LocalDate until = wish.until == null ? from.plusMonths(USUAL_MONTHS).minusDays(1) : wish.until;
    LocalDate early = until.minusMonths(REVIEW_BEFORE);
    Term term = new Term(from, until);
    return new Result.Done(
        agreements.draft(
            caller,
            wish.unit,
            version ->
                Drafting.of(
                        known.needs(),
                        catalogue,
                        wish.unit,
                        new DraftTerms(
                            wish.unit,
                            version,
                            known.workspace().organisation().id(),
                            terms.get().supplier(),
                            wish.title == null || wish.title.isBlank()
                                ? held.map(Agreement::title).orElse(unit.get().name())
                                : wish.title.strip(),
                            term,
                            early.isBefore(from) ? until : early,
                            held.map(Agreement::graceDays).orElse(USUAL_GRACE),
                            held.map(Agreement::calendar).orElse(ServiceCalendar.ALWAYS),
                            held.map(Agreement::maintenance).orElse(List.of())))
                    .document(),
            reason,
            request));
  }
}
