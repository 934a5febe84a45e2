package org.concordat.server.agreements;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.RiskAcceptance;
import org.concordat.core.agreements.Side;
import org.concordat.core.agreements.evaluation.Reading;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.Lifecycle;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.agreements.negotiation.Outcome;
import org.concordat.core.agreements.negotiation.Signature;
import org.concordat.core.alignment.Level;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.agreements.AgreementFiles;
import org.concordat.formats.agreements.AgreementJson;
import org.concordat.server.agreements.Measurements.Given;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;

/** An agreement that has been in force for some months, with what was measured of it. */
public final class SampleAgreement {
  /** Its key. */
  public static final AgreementKey KEY = new AgreementKey("sample", 1);

  /** It began so many months ago. */
  private static final int MONTHS = 8;

  private SampleAgreement() {}

  private static LocalDate begin() {
    return YearMonth.now(ZoneOffset.UTC).minusMonths(MONTHS).atDay(1);
  }

  private static Instant signed() {
    return begin().atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /**
   * The document.
   *
   * @param requirement {@code asset/property} that the availability targets are about
   */
  public static Agreement document(
      String unit, String unitName, String requirement, String carrier, String goal) {
    LocalDate from = begin();
    String text =
        """
        concordat-agreement: 1
        id: sample
        version: 1
        organisation: sample
        unit: %s
        unit-name: "%s"
        supplier: IT services
        title: "Security of %s"
        scale: [negligible, marginal, critical]
        currency: EUR
        from: %s
        until: %s
        review-on: %s
        grace-days: 3
        calendar: {zone: UTC}
        lines:
          - id: main
            requirement: %s
            needed: critical
            served: {service: continuity, level: raised, protection: marginal, quantity: 1, price: {per-unit: 600, unit: process, period: month}}
            carried-by: [%s]
            goals: [%s]
            targets:
              - {id: up, measure: {kind: availability}, direction: at-least, threshold: 0.995, window: month, method: A probe looks every minute., credits: [{worse-than: 0.99, part: 0.1}]}
              - {id: calls, measure: {kind: within-time, limit: PT4H}, direction: at-least, threshold: 0.9, window: month, method: The service desk writes it down.}
              - {id: errors, measure: {kind: occurrences}, direction: at-most, threshold: 20, window: month, method: Counted in the log.}
              - {id: load, measure: {kind: sample-mean}, direction: at-most, threshold: 0.8, window: quarter, method: Read off every day.}
        """
            .formatted(
                unit,
                unitName,
                unitName,
                from,
                from.plusYears(1).minusDays(1),
                from.plusMonths(10),
                requirement,
                carrier,
                goal);
    try {
      return AgreementFiles.read("sample.yaml", text).agreement();
    } catch (InvalidInput e) {
      throw new AssertionError(e);
    }
  }

  /** Puts a document in force, as if everybody had agreed when it began. */
  public static void inForce(
      TenantTransactions transactions, UUID tenant, UUID supplier, Agreement document) {
    Actor supply = new Actor(new Party.Supply(), supplier.toString(), signed());
    Actor demand = new Actor(new Party.Demand(), new UUID(0, 1).toString(), signed());
    String digest = AgreementJson.digestText(document);
    List<Move> moves = new ArrayList<>();
    moves.add(new Move.Propose(supply, document));
    document
        .shortfalls()
        .forEach(
            line ->
                moves.add(
                    new Move.AcceptRisk(
                        new RiskAcceptance(
                            "risk-" + line.id(),
                            demand,
                            line.id(),
                            line.requirement(),
                            Objects.requireNonNull(line.needed()),
                            Level.of(line.agreedNumber()),
                            "We can work on paper for a day.",
                            document.term().until(),
                            Money.of("1200", "EUR"),
                            line.goals()))));
    moves.add(new Move.Agree(demand));
    moves.add(new Move.OpenReview(supply, Set.of()));
    moves.add(new Move.ConcludeReview(supply));
    moves.add(new Move.Sign(supply, new Signature(Side.SUPPLY, digest)));
    moves.add(new Move.Sign(demand, new Signature(Side.DEMAND, digest)));
    moves.add(new Move.PutInForce(supply));
    transactions.write(
        tenant,
        Attribution.ofServer("test"),
        sql -> {
          AgreementState state = Lifecycle.start(new Move.Draft(supply, document, 0));
          AgreementRows.keep(sql, KEY, state);
          for (Move move : moves) {
            switch (Lifecycle.make(state, move)) {
              case Outcome.Made(var next) -> state = next;
              case Outcome.Refused refused -> throw new AssertionError(move + ": " + refused);
            }
            AgreementRows.keep(sql, KEY, state);
          }
          return null;
        });
  }

  /** Hands in what was measured in every month since, at its end: mostly good, two months not. */
  public static void measured(TenantTransactions transactions, UUID tenant) {
    for (int month = 0; month <= MONTHS; month++) {
      YearMonth of = YearMonth.now(ZoneOffset.UTC).minusMonths(MONTHS - month);
      Instant start = of.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
      Clock clock =
          month == MONTHS
              ? Clock.systemUTC()
              : Clock.fixed(
                  of.atEndOfMonth().atTime(23, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
      Measurements measurements = new Measurements(transactions, clock);
      List<Given> given = new ArrayList<>();
      int days = month == MONTHS ? LocalDate.now(ZoneOffset.UTC).getDayOfMonth() : 28;
      for (int day = 0; day < days; day++) {
        Instant at = start.plus(Duration.ofDays(day));
        String id = of + "-" + day;
        given.add(
            new Given(
                id,
                "up",
                at,
                new Reading.Downtime(
                    at.plusSeconds(day % 9 == 0 ? (month % 4 == 2 ? 9_000 : 600) : 0))));
        given.add(
            new Given(
                id,
                "calls",
                at,
                new Reading.Took(Duration.ofMinutes(day % 7 == 0 ? 300 + month : 45))));
        given.add(new Given(id, "errors", at, new Reading.Counts(0, day % 5 == 0 ? 1 : 0)));
        given.add(
            new Given(
                id, "load", at, new Reading.Sample(BigDecimal.valueOf(60 + month + day % 3, 2))));
      }
      Measurements.Result kept = measurements.add(tenant, Attribution.ofServer("test"), KEY, given);
      if (!(kept instanceof Measurements.Result.Kept)) {
        throw new AssertionError(kept);
      }
    }
  }
}
