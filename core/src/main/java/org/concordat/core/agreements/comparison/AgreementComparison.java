package org.concordat.core.agreements.comparison;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.comparison.LineChange.Aspect;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of an agreement, side by side.
 *
 * @param lines those of the later version in its order, then those that are gone
 * @param whole in what the documents differ beside their lines
 */
public record AgreementComparison(
    Agreement before, Agreement after, List<LineChange> lines, Set<Part> whole) {
  public AgreementComparison {
    lines = List.copyOf(lines);
    whole = Set.copyOf(whole);
  }

  /** The parts of a document beside its lines. */
  public enum Part {
    TITLE,
    PARTIES,
    SCALE,
    CURRENCY,
    TERM,
    REVIEW,
    GRACE,
    CALENDAR,
    MAINTENANCE,
    OBLIGATIONS,
    EXCLUSIONS
  }

  /** Compares two documents, which need not be of one agreement. */
  public static AgreementComparison of(Agreement before, Agreement after) {
    List<LineChange> lines = new ArrayList<>();
    for (AgreementLine line : after.lines()) {
      lines.add(
          before.line(line.id()).map(b -> of(b, line)).orElseGet(() -> new LineChange.Added(line)));
    }
    for (AgreementLine line : before.lines()) {
      if (after.line(line.id()).isEmpty()) {
        lines.add(new LineChange.Removed(line));
      }
    }
    return new AgreementComparison(before, after, lines, whole(before, after));
  }

  private static LineChange of(AgreementLine before, AgreementLine after) {
    Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
    Differences<AgreementLine, Aspect> differences = new Differences<>(before, after, aspects);
    differences.in(Aspect.REQUIREMENT, AgreementLine::requirement);
    differences.in(Aspect.NEED, AgreementLine::neededNumber);
    differences.in(Aspect.AGREED_LEVEL, AgreementLine::agreedNumber);
    differences.in(Aspect.SERVICE, l -> service(l.provision()));
    differences.in(
        Aspect.QUANTITY, l -> l.provision() instanceof Provision.Served s ? s.quantity() : null);
    differences.in(
        Aspect.PRICE, l -> l.provision() instanceof Provision.Served s ? s.price() : null);
    differences.in(Aspect.TARGETS, AgreementLine::targets);
    differences.in(Aspect.CARRIERS, AgreementLine::carriedBy);
    differences.in(Aspect.GOALS, AgreementLine::goals);
    differences.in(Aspect.REMARK, AgreementLine::because);
    return aspects.isEmpty()
        ? new LineChange.Kept(after)
        : new LineChange.Changed(before, after, aspects);
  }

  private static String service(Provision provision) {
    return switch (provision) {
      case Provision.Served s -> s.service() + "/" + s.level();
      case Provision.Included i -> "in " + i.line();
      case Provision.Unserved _ -> "";
    };
  }

  private static Set<Part> whole(Agreement before, Agreement after) {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    Differences<Agreement, Part> differences = new Differences<>(before, after, parts);
    differences.in(Part.TITLE, Agreement::title);
    differences.in(
        Part.PARTIES, a -> List.of(a.organisation(), a.unit(), a.unitName(), a.supplier()));
    differences.in(Part.SCALE, Agreement::scale);
    differences.in(Part.CURRENCY, Agreement::currency);
    differences.in(Part.TERM, Agreement::term);
    differences.in(Part.REVIEW, Agreement::reviewOn);
    differences.in(Part.GRACE, Agreement::graceDays);
    differences.in(Part.CALENDAR, Agreement::calendar);
    differences.in(Part.MAINTENANCE, Agreement::maintenance);
    differences.in(Part.OBLIGATIONS, Agreement::obligations);
    differences.in(Part.EXCLUSIONS, Agreement::exclusions);
    return parts;
  }

  /** Notes in what two values differ. */
  private record Differences<T, A>(T before, T after, Set<A> found) {
    void in(A aspect, Function<T, @Nullable Object> part) {
      if (!Objects.equals(part.apply(before), part.apply(after))) {
        found.add(aspect);
      }
    }
  }

  public boolean isSame() {
    return whole.isEmpty() && lines.stream().allMatch(LineChange.Kept.class::isInstance);
  }
}
