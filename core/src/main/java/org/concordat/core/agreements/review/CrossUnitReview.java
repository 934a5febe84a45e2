package org.concordat.core.agreements.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.needs.Beneath;
import org.concordat.core.agreements.needs.UnitNeeds;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.Unit;

/**
 * Every other unit that an agreement hurts, with the way that shows it.
 *
 * @param hurts by unit, then those on the lines' own requirements first, then by line
 */
public record CrossUnitReview(List<Hurt> hurts) {
  public CrossUnitReview {
    hurts = List.copyOf(hurts);
  }

  /**
   * Reviews an agreement.
   *
   * @param others the other agreements that are in force; those of the same id are left out
   */
  public static CrossUnitReview of(
      UnitNeeds organisation, Agreement agreement, Collection<Agreement> others) {
    return new Reviewing(organisation, agreement, others).review();
  }

  /** The units that have to be asked: those with a hurt that nothing covers. */
  public Set<String> unitsToAsk() {
    return hurts.stream()
        .filter(h -> !h.isCovered())
        .map(Hurt::unit)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static final class Reviewing {
    private final UnitNeeds organisation;
    private final Agreement agreement;
    private final List<Agreement> others;

    /**
     * What this agreement asks of every requirement, as it is and as it would be if it met needs.
     */
    private final Map<Requirement, Integer> agreed;

    private final Map<Requirement, Integer> ideal;

    /** What all agreements ask. */
    private final Map<Requirement, Integer> asked;

    private final Map<String, Map<Requirement, Integer>> askedByOther = new HashMap<>();

    Reviewing(UnitNeeds organisation, Agreement agreement, Collection<Agreement> others) {
      this.organisation = organisation;
      this.agreement = agreement;
      this.others = others.stream().filter(o -> !o.id().equals(agreement.id())).toList();
      agreed = down(List.of(agreement), AgreementLine::agreedNumber);
      ideal = down(List.of(agreement), l -> Math.max(l.neededNumber(), l.agreedNumber()));
      List<Agreement> all = new ArrayList<>(this.others);
      all.add(agreement);
      asked = down(all, AgreementLine::agreedNumber);
    }

    private Map<Requirement, Integer> down(
        List<Agreement> agreements, ToIntFunction<AgreementLine> level) {
      Map<Requirement, Integer> levels = new HashMap<>();
      int top = organisation.scale().size();
      for (Agreement each : agreements) {
        for (AgreementLine line : each.lines()) {
          levels.merge(line.requirement(), Math.min(top, level.applyAsInt(line)), Math::max);
        }
      }
      return organisation.carriedDown(levels);
    }

    CrossUnitReview review() {
      List<Hurt> hurts = new ArrayList<>();
      for (Unit unit : organisation.units()) {
        if (!unit.id().equals(agreement.unit())) {
          hurts.addAll(of(unit.id()));
        }
      }
      return new CrossUnitReview(hurts);
    }

    private List<Hurt> of(String unit) {
      List<Hurt> direct = new ArrayList<>();
      Map<Requirement, Hurt> beneath = new HashMap<>();
      for (AgreementLine line : agreement.lines()) {
        Requirement own = line.requirement();
        if (!organisation.exists(own)) {
          continue;
        }
        int needed = organisation.needNumber(unit, own);
        // Where several lines speak of one requirement, the highest of them counts.
        int level = agreement.agreed(own);
        if (needed > level && direct.stream().noneMatch(h -> h.requirement().equals(own))) {
          direct.add(hurt(unit, line, own, List.of(own), needed, level));
        }
      }
      for (AgreementLine line : agreement.lines()) {
        if (organisation.exists(line.requirement())) {
          lookBeneath(unit, line, beneath);
        }
      }
      direct.forEach(h -> beneath.remove(h.requirement()));
      List<Hurt> sorted =
          new ArrayList<>(
              beneath.values().stream()
                  .sorted(
                      Comparator.comparing(Hurt::line)
                          .thenComparing(h -> h.way().size())
                          .thenComparing(h -> h.requirement().id()))
                  .toList());
      sorted.addAll(0, direct);
      return sorted;
    }

    private void lookBeneath(String unit, AgreementLine line, Map<Requirement, Hurt> found) {
      if (!line.fallsShort()) {
        return;
      }
      Beneath beneath = Beneath.of(organisation, line.requirement());
      for (Requirement at : beneath.all()) {
        boolean isLowered = agreed.getOrDefault(at, 0) < ideal.getOrDefault(at, 0);
        int needed = isLowered ? organisation.needNumber(unit, at) : 0;
        int there = asked.getOrDefault(at, 0);
        if (needed > there) {
          found.putIfAbsent(at, hurt(unit, line, at, beneath.wayTo(at), needed, there));
        }
      }
    }

    private Hurt hurt(
        String unit,
        AgreementLine line,
        Requirement at,
        List<Requirement> way,
        int needed,
        int there) {
      var reasons = organisation.of(unit, at, 1).rationale();
      List<String> coveredBy =
          others.stream()
              .filter(o -> o.unit().equals(unit) && askedBy(o).getOrDefault(at, 0) >= needed)
              .map(Agreement::id)
              .toList();
      return new Hurt(
          unit,
          line.id(),
          at,
          way,
          needed,
          there,
          reasons.isEmpty() ? null : reasons.getFirst(),
          coveredBy);
    }

    private Map<Requirement, Integer> askedBy(Agreement other) {
      return askedByOther.computeIfAbsent(
          other.id(), _ -> down(List.of(other), AgreementLine::agreedNumber));
    }
  }
}
