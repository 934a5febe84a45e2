package org.concordat.core.agreements.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.core.agreements.Bank.CRITICAL;
import static org.concordat.core.agreements.Bank.MARGINAL;
import static org.concordat.core.agreements.Bank.NEGLIGIBLE;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.AgreementRules;
import org.concordat.core.agreements.Bank;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.SecurityService;
import org.concordat.core.agreements.ServiceCalendar;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.drafting.AgreementDraft.Fit;
import org.concordat.core.agreements.needs.WorkspaceNeeds;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;

class DraftingTest {
  private static final DraftTerms TERMS =
      new DraftTerms(
          "draft",
          1,
          "bank-a",
          "IT",
          "Security",
          Term.of("2026-01-01", "2026-12-31"),
          LocalDate.parse("2026-10-01"),
          5,
          ServiceCalendar.ALWAYS,
          List.of());

  private static ServiceCatalogue offering(SecurityService... services) {
    return new ServiceCatalogue("EUR", List.of(services), List.of(), List.of());
  }

  private static SecurityService service(
      String id, Set<String> properties, org.concordat.core.agreements.ServiceLevel... levels) {
    return new SecurityService(id, id, null, properties, Set.of(), List.of(levels));
  }

  private static AgreementDraft payments(ServiceCatalogue catalogue) {
    return Drafting.of(Bank.needs(), catalogue, "payments", TERMS);
  }

  @Test
  void a_line_takes_the_level_that_fits_the_need_with_its_targets_price_and_reason() {
    AgreementDraft draft = payments(Bank.catalogue());

    AgreementLine line = draft.document().lines().getFirst();
    assertThat(line.requirement()).isEqualTo(Bank.CLEARING);
    assertThat(line.provision()).isEqualTo(Bank.served("high", CRITICAL, "900"));
    assertThat(line.targets()).extracting(t -> t.id()).containsExactly("clearing.availability.t1");
    assertThat(line.carriedBy()).containsExactly("core-banking", "data-centre");
    assertThat(line.goals()).containsExactly("same-day");
    assertThat(draft.document().yearly()).isEqualTo(Bank.eur("10800"));
    assertThat(draft.protection()).isEqualTo(1);
    assertThat(draft.lines().getFirst().reasons().getFirst().path())
        .containsExactly("clearing/availability", "penalty", "same-day");
    assertThat(AgreementRules.check(draft.document())).isEmpty();
  }

  @Test
  void of_levels_that_reach_the_need_the_cheapest_in_a_year_is_taken() {
    AgreementDraft draft =
        payments(
            offering(
                service("dear", Set.of("availability"), Bank.level("all", CRITICAL, "500")),
                service("cheap", Set.of("availability"), Bank.level("all", CRITICAL, "400")),
                service("too-little", Set.of("availability"), Bank.level("all", MARGINAL, "1"))));

    assertThat(draft.document().lines().getFirst().provision())
        .isInstanceOfSatisfying(
            Provision.Served.class, s -> assertThat(s.service()).isEqualTo("cheap"));
  }

  @Test
  void where_no_level_reaches_the_need_the_strongest_is_taken_and_told() {
    AgreementDraft draft =
        payments(
            offering(
                service("weak", Set.of("availability"), Bank.level("all", NEGLIGIBLE, "1")),
                service("better", Set.of("availability"), Bank.level("all", MARGINAL, "900"))));

    assertThat(draft.lines().getFirst().fit()).isEqualTo(Fit.BELOW_NEED);
    assertThat(draft.document().lines().getFirst().agreedNumber()).isEqualTo(2);
  }

  @Test
  void where_no_service_preserves_the_property_the_line_is_unserved() {
    AgreementDraft draft =
        payments(
            offering(
                service("secrecy", Set.of("confidentiality"), Bank.level("all", CRITICAL, "1"))));

    assertThat(draft.lines().getFirst().fit()).isEqualTo(Fit.NO_SERVICE);
    assertThat(draft.document().lines().getFirst().provision()).isEqualTo(new Provision.Unserved());
  }

  @Test
  void what_serves_several_requirements_of_an_asset_is_bought_once_at_the_highest_level() {
    Workspace bank = Bank.workspace();
    Requirement secrecy = new Requirement("clearing", "confidentiality");
    List<Asset> assets =
        bank.assets().stream()
            .map(
                a ->
                    a.id().equals("clearing")
                        ? new Asset(
                            "clearing",
                            "Clearing",
                            AssetKind.PROCESS,
                            "payments",
                            List.of("availability", "confidentiality"))
                        : a)
            .toList();
    var impacts = new java.util.ArrayList<>(bank.impacts());
    impacts.add(Bank.impact(secrecy, "penalty", MARGINAL));
    Workspace richer =
        new Workspace(
            bank.organisation(),
            bank.scale(),
            bank.combination(),
            bank.inheritance(),
            List.of(),
            bank.units(),
            bank.factors(),
            assets,
            bank.dependencies(),
            impacts,
            List.of());
    ServiceCatalogue catalogue =
        offering(
            service(
                "hardening",
                Set.of("availability", "confidentiality"),
                Bank.level("basic", MARGINAL, "100"),
                Bank.level("high", CRITICAL, "300")));

    AgreementDraft draft = Drafting.of(new WorkspaceNeeds(richer), catalogue, "payments", TERMS);

    assertThat(draft.document().lines())
        .extracting(AgreementLine::provision)
        .containsExactly(
            new Provision.Served(
                "hardening", "high", CRITICAL, java.math.BigDecimal.ONE, Bank.monthly("300")),
            new Provision.Included("clearing.availability", CRITICAL));
    assertThat(draft.document().yearly()).isEqualTo(Bank.eur("3600"));
  }

  @Test
  void accepting_a_lower_level_saves_what_the_needed_one_would_cost_more() {
    AgreementLine cheap = Bank.cheapMortgages().lines().getFirst();

    assertThat(Drafting.saving(Bank.catalogue(), cheap, AssetKind.PROCESS))
        .isEqualTo(Bank.eur("2400"));
    assertThat(Drafting.saving(offering(), cheap, AssetKind.PROCESS)).isEqualTo(Bank.eur("0"));
  }
}
