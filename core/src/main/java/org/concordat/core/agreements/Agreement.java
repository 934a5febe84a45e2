package org.concordat.core.agreements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;

/**
 * A service level agreement on security between a business unit and those who supply: one version
 * of the document. {@link AgreementRules} says whether it is whole.
 *
 * @param id keeps from version to version
 * @param version from 1
 * @param organisation the organisation's id
 * @param unit the business unit's id, on the demand side
 * @param unitName what people call it
 * @param supplier what people call the supply side
 * @param scale of all levels in it, so that the document is complete in itself
 * @param currency of all prices
 * @param term the first and the last day on which it holds
 * @param reviewOn when both sides look at it again; within the term
 * @param graceDays so many whole days after the end of a window records are still awaited; 0 to 90
 * @param lines no two with the same id
 */
public record Agreement(
    String id,
    int version,
    String organisation,
    String unit,
    String unitName,
    String supplier,
    String title,
    ImpactScale scale,
    String currency,
    Term term,
    LocalDate reviewOn,
    int graceDays,
    ServiceCalendar calendar,
    List<MaintenanceWindow> maintenance,
    List<AgreementLine> lines,
    List<Obligation> obligations,
    List<Exclusion> exclusions) {
  public static final int MOST_GRACE_DAYS = 90;

  public Agreement {
    Identifier.check(id, "agreement");
    Identifier.check(organisation, "organisation");
    Identifier.check(unit, "unit");
    Texts.line(unitName, "the name of the unit");
    Texts.line(supplier, "the name of the supply side");
    Texts.line(title, "the title");
    Money.checkCurrency(currency);
    if (version < 1) {
      throw new IllegalArgumentException("versions count from 1, not " + version);
    }
    if (graceDays < 0 || graceDays > MOST_GRACE_DAYS) {
      throw new IllegalArgumentException(
          "records are awaited for 0 to " + MOST_GRACE_DAYS + " days, not " + graceDays);
    }
    maintenance = List.copyOf(maintenance);
    lines = List.copyOf(lines);
    obligations = List.copyOf(obligations);
    exclusions = List.copyOf(exclusions);
  }

  /** What it costs in a year, without what is paid once. */
  public Money yearly() {
    return lines.stream()
        .map(line -> line.yearly(currency))
        .reduce(Money.none(currency), Money::plus);
  }

  /** What it costs once. */
  public Money once() {
    return lines.stream()
        .map(line -> line.once(currency))
        .reduce(Money.none(currency), Money::plus);
  }

  public Optional<AgreementLine> line(String line) {
    return lines.stream().filter(l -> l.id().equals(line)).findFirst();
  }

  /** The number of the highest level that is agreed for a requirement; 0 when none is. */
  public int agreed(Requirement requirement) {
    return lines.stream()
        .filter(l -> l.requirement().equals(requirement))
        .mapToInt(AgreementLine::agreedNumber)
        .max()
        .orElse(0);
  }

  /** Every target with the line that it is in. */
  public Stream<LineTarget> targets() {
    return lines.stream().flatMap(l -> l.targets().stream().map(t -> new LineTarget(l, t)));
  }

  /** A target and its line. */
  public record LineTarget(AgreementLine line, Target target) {}

  /** The lines with less than is needed. */
  public List<AgreementLine> shortfalls() {
    return lines.stream().filter(AgreementLine::fallsShort).toList();
  }

  /** The same document as another version. */
  public Agreement asVersion(int number) {
    return new Agreement(
        id,
        number,
        organisation,
        unit,
        unitName,
        supplier,
        title,
        scale,
        currency,
        term,
        reviewOn,
        graceDays,
        calendar,
        maintenance,
        lines,
        obligations,
        exclusions);
  }

  /** The same document with other lines. */
  public Agreement withLines(List<AgreementLine> others) {
    return new Agreement(
        id,
        version,
        organisation,
        unit,
        unitName,
        supplier,
        title,
        scale,
        currency,
        term,
        reviewOn,
        graceDays,
        calendar,
        maintenance,
        others,
        obligations,
        exclusions);
  }
}
