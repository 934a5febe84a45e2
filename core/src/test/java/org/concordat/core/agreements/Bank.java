package org.concordat.core.agreements;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.concordat.core.agreements.needs.WorkspaceNeeds;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.core.workspace.Inheritance;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;

/**
 * A bank with two units on one system:
 *
 * <pre>
 * mortgages: brokering ──┐
 *                        ├── core-banking (technical, of nobody) ── data-centre
 * payments:  clearing ───┘
 * </pre>
 *
 * Mortgages needs availability at "marginal", payments at "critical".
 */
public final class Bank {
  public static final Level NEGLIGIBLE = Level.of(1);
  public static final Level MARGINAL = Level.of(2);
  public static final Level CRITICAL = Level.of(3);
  public static final Requirement BROKERING = new Requirement("brokering", "availability");
  public static final Requirement CLEARING = new Requirement("clearing", "availability");
  public static final Requirement SYSTEM = new Requirement("core-banking", "availability");
  public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private Bank() {}

  public static Workspace workspace() {
    return new Workspace(
        new Organisation("bank-a", "Bank A", null),
        ImpactScale.DEFAULT,
        Combination.DEFAULT,
        Inheritance.DEFAULT,
        List.of(),
        List.of(
            new Unit(
                "mortgages",
                "Mortgages",
                ValueDiscipline.PRODUCT_LEADERSHIP,
                List.of(new Goal("new-products", "New products first", CRITICAL))),
            new Unit(
                "payments",
                "Payments",
                ValueDiscipline.OPERATIONAL_EXCELLENCE,
                List.of(new Goal("same-day", "Every payment on the same day", CRITICAL)))),
        List.of(
            new Factor("delay", "Delay", true),
            new Factor("penalty", "Penalty of a scheme", false)),
        List.of(
            new Asset(
                "brokering", "Brokering", AssetKind.PROCESS, "mortgages", List.of("availability")),
            new Asset(
                "clearing", "Clearing", AssetKind.PROCESS, "payments", List.of("availability")),
            new Asset(
                "core-banking", "Core banking", AssetKind.TECHNICAL, null, List.of("availability")),
            new Asset(
                "data-centre", "Data centre", AssetKind.TECHNICAL, null, List.of("availability"))),
        List.of(
            new Dependency("brokering", "core-banking"),
            new Dependency("clearing", "core-banking"),
            new Dependency("core-banking", "data-centre")),
        List.of(
            impact(BROKERING, "delay", MARGINAL),
            impact(CLEARING, "penalty", CRITICAL),
            new Impact.FactorImpact("delay", "new-products", Judgement.of(CRITICAL)),
            new Impact.FactorImpact("penalty", "same-day", Judgement.of(CRITICAL))),
        List.of());
  }

  public static Impact impact(Requirement requirement, String factor, Level level) {
    return new Impact.RequirementImpact(requirement, factor, Judgement.of(level));
  }

  public static WorkspaceNeeds needs() {
    return new WorkspaceNeeds(workspace());
  }

  public static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  public static Price monthly(String amount) {
    return new Price(eur(amount), "system", BillingPeriod.MONTH, eur("0"));
  }

  /** At least 99.5 % available in every month, a tenth back below 99 %, a half below 95 %. */
  public static TargetTerms availability(String threshold) {
    return new TargetTerms(
        new Measure.Availability(),
        Direction.AT_LEAST,
        new BigDecimal(threshold),
        new Window.CalendarMonth(),
        "probe of the log-in page every minute",
        1,
        List.of(
            new CreditTier(new BigDecimal("0.95"), new BigDecimal("0.5")),
            new CreditTier(new BigDecimal("0.99"), new BigDecimal("0.1"))));
  }

  public static ServiceLevel level(
      String id, Level protection, String price, TargetTerms... targets) {
    return new ServiceLevel(id, id, protection, monthly(price), List.of(targets));
  }

  /** Continuity at 100, 300 and 900 EUR a month. */
  public static ServiceCatalogue catalogue() {
    return new ServiceCatalogue(
        "EUR",
        List.of(
            new SecurityService(
                "continuity",
                "Continuity",
                null,
                Set.of("availability"),
                Set.of(),
                List.of(
                    level("basic", NEGLIGIBLE, "100"),
                    level("raised", MARGINAL, "300", availability("0.995")),
                    level("high", CRITICAL, "900", availability("0.999"))))),
        List.of(
            new Obligation("report", Side.DEMAND, "Report outages at once."),
            new Obligation("restore", Side.SUPPLY, "Restore the service.")),
        List.of(new Exclusion("power", "Outages of the public power supply.")));
  }

  public static AgreementLine line(
      String id, Requirement requirement, Level needed, Provision provision, Target... targets) {
    return new AgreementLine(
        id, requirement, needed, provision, List.of(targets), List.of(), List.of(), null);
  }

  public static Provision served(String level, Level protection, String price) {
    return new Provision.Served("continuity", level, protection, BigDecimal.ONE, monthly(price));
  }

  public static Agreement agreement(String unit, AgreementLine... lines) {
    return new Agreement(
        unit + "-2026",
        1,
        "bank-a",
        unit,
        unit,
        "IT",
        "Security of " + unit,
        ImpactScale.DEFAULT,
        "EUR",
        Term.of("2026-01-01", "2026-12-31"),
        LocalDate.parse("2026-10-01"),
        5,
        ServiceCalendar.ALWAYS,
        List.of(),
        List.of(lines),
        catalogue().obligations(),
        catalogue().exclusions());
  }

  /** Mortgages takes the level that it needs. */
  public static Agreement mortgages() {
    return agreement(
        "mortgages",
        line(
            "brokering",
            BROKERING,
            MARGINAL,
            served("raised", MARGINAL, "300"),
            new Target("uptime", availability("0.995"))));
  }

  /** Mortgages saves money. */
  public static Agreement cheapMortgages() {
    return agreement(
        "mortgages", line("brokering", BROKERING, MARGINAL, served("basic", NEGLIGIBLE, "100")));
  }

  public static Actor actor(Party party, String person, int minutes) {
    return new Actor(party, person, START.plusSeconds(60L * minutes));
  }
}
