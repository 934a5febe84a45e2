package org.concordat.core.agreements.drafting;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.ServiceCatalogue;
import org.concordat.core.agreements.Target;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.agreements.drafting.AgreementDraft.DraftedLine;
import org.concordat.core.agreements.drafting.AgreementDraft.Fit;
import org.concordat.core.agreements.needs.Beneath;
import org.concordat.core.agreements.needs.UnitNeeds;
import org.concordat.core.agreements.needs.UnitScope;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.RationalePath;
import org.jspecify.annotations.Nullable;

/** Drafts an agreement. {@code docs/agreements.md} says by which rules. */
public final class Drafting {
  private static final int REASONS = 3;

  private final UnitNeeds organisation;
  private final ServiceCatalogue catalogue;
  private final UnitScope scope;
  private final Set<String> lineIds = new HashSet<>();

  /** By asset and service: the highest need among the requirements that it is taken for. */
  private final Map<Purchase, Bought> purchases = new LinkedHashMap<>();

  private record Purchase(String asset, String service) {}

  private record Bought(String line, Option option) {}

  private Drafting(UnitNeeds organisation, ServiceCatalogue catalogue, UnitScope scope) {
    this.organisation = organisation;
    this.catalogue = catalogue;
    this.scope = scope;
  }

  /**
   * The draft for a unit.
   *
   * @throws IllegalArgumentException when there is no such unit
   */
  public static AgreementDraft of(
      UnitNeeds organisation, ServiceCatalogue catalogue, String unit, DraftTerms terms) {
    Unit found =
        organisation.units().stream()
            .filter(u -> u.id().equals(unit))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no unit '" + unit + "'"));
    UnitScope scope = UnitScope.of(organisation, unit);
    return new Drafting(organisation, catalogue, scope).draft(found, terms);
  }

  private AgreementDraft draft(Unit unit, DraftTerms terms) {
    List<AgreementLine> lines = new ArrayList<>();
    List<DraftedLine> drafted = new ArrayList<>();
    // Highest need first, so that what is bought once is bought at the highest of its levels.
    for (UnitScope.Need need : scope.needs()) {
      Asset asset = organisation.asset(need.requirement().asset());
      AssetKind kind = asset == null ? AssetKind.INFORMATION : asset.kind();
      String property = need.requirement().property();
      Option option =
          Option.fitting(catalogue, property, kind, need.level(), BigDecimal.ONE).orElse(null);
      List<RationalePath> reasons =
          organisation.of(unit.id(), need.requirement(), REASONS).rationale();
      AgreementLine line = line(need, option, reasons);
      lines.add(line);
      drafted.add(
          new DraftedLine(
              line.id(),
              need,
              reasons,
              Option.all(catalogue, property, kind, BigDecimal.ONE),
              option == null
                  ? Fit.NO_SERVICE
                  : line.fallsShort() ? Fit.BELOW_NEED : Fit.REACHES_NEED));
    }
    return new AgreementDraft(document(unit, terms, lines), scope, drafted);
  }

  private AgreementLine line(
      UnitScope.Need need, @Nullable Option option, List<RationalePath> reasons) {
    String id = lineId(need);
    Provision provision = new Provision.Unserved();
    List<Target> targets = List.of();
    if (option != null) {
      Purchase purchase = new Purchase(need.requirement().asset(), option.service().id());
      Bought bought = purchases.get(purchase);
      if (bought == null) {
        purchases.put(purchase, new Bought(id, option));
        provision = option.provision();
        targets = targets(id, option.level().targets());
      } else {
        provision = new Provision.Included(bought.line(), bought.option().level().protection());
      }
    }
    return new AgreementLine(
        id,
        need.requirement(),
        need.level(),
        provision,
        targets,
        Beneath.of(organisation, need.requirement()).carriers(),
        reasons.stream().map(RationalePath::goal).distinct().toList(),
        null);
  }

  private String lineId(UnitScope.Need need) {
    String plain = need.requirement().asset() + "." + need.requirement().property();
    String id = plain;
    for (int i = 2; !lineIds.add(id); i++) {
      id = plain + "." + i;
    }
    return id;
  }

  private static List<Target> targets(String line, List<TargetTerms> terms) {
    List<Target> targets = new ArrayList<>();
    for (TargetTerms each : terms) {
      targets.add(new Target(line + ".t" + (targets.size() + 1), each));
    }
    return targets;
  }

  private Agreement document(Unit unit, DraftTerms terms, List<AgreementLine> lines) {
    return new Agreement(
        terms.id(),
        terms.version(),
        terms.organisation(),
        unit.id(),
        unit.name(),
        terms.supplier(),
        terms.title(),
        organisation.scale(),
        catalogue.currency(),
        terms.term(),
        terms.reviewOn(),
        terms.graceDays(),
        terms.calendar(),
        terms.maintenance(),
        lines,
        catalogue.obligations(),
        catalogue.exclusions());
  }

  /**
   * What accepting a line as it is saves in a year: what the cheapest service level that reaches
   * its need would cost more. Nothing when none reaches it.
   */
  public static Money saving(ServiceCatalogue catalogue, AgreementLine line, AssetKind kind) {
    BigDecimal quantity =
        line.provision() instanceof Provision.Served served ? served.quantity() : BigDecimal.ONE;
    Level need = line.needed();
    var none = Money.none(catalogue.currency());
    if (need == null) {
      return none;
    }
    var paid = line.yearly(catalogue.currency());
    return Option.all(catalogue, line.requirement().property(), kind, quantity).stream()
        .filter(o -> o.reaches(need))
        .findFirst()
        .map(Option::yearly)
        .filter(full -> full.compareTo(paid) > 0)
        .map(full -> new Money(full.amount().subtract(paid.amount()), full.currency()))
        .orElse(none);
  }
}
