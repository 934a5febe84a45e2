package org.concordat.core.agreements.needs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Priority;

/**
 * What a unit makes agreements about: the requirements of its own assets, and of assets that belong
 * to no unit, whose breach its judgements link to its goals. What is needed only because something
 * depends on it is carried by these, not agreed for itself.
 *
 * @param needs highest first, and in the order of their ids where equal
 */
public record UnitScope(String unit, List<Need> needs) {
  public UnitScope {
    needs = List.copyOf(needs);
  }

  /**
   * What a unit needs of a requirement.
   *
   * @param score its need, in (0, 1]
   * @param level what the score shows
   */
  public record Need(Requirement requirement, double score, Level level) {}

  /**
   * What a unit makes agreements about.
   *
   * @throws IllegalArgumentException when there is no such unit
   */
  public static UnitScope of(UnitNeeds organisation, String unit) {
    List<Need> needs = new ArrayList<>();
    for (Asset asset : organisation.assets()) {
      if (asset.unit() != null && !asset.unit().equals(unit)) {
        continue;
      }
      for (String property : asset.properties()) {
        Priority priority = organisation.of(unit, new Requirement(asset.id(), property), 0);
        if (priority.own() > 0) {
          int level = organisation.scale().shownNumber(priority.score());
          needs.add(new Need(priority.requirement(), priority.score(), Level.of(level)));
        }
      }
    }
    needs.sort(
        Comparator.comparing(Need::level).reversed().thenComparing(n -> n.requirement().id()));
    return new UnitScope(unit, needs);
  }

  /**
   * What part of the unit's need an agreement meets: the sum of the lower of agreed and needed
   * level, over the sum of the needed levels; 1 when nothing is needed.
   */
  public double protection(Agreement agreement) {
    long needed = 0;
    long met = 0;
    for (Need need : needs) {
      needed += need.level().number();
      met += Math.min(need.level().number(), agreement.agreed(need.requirement()));
    }
    return needed == 0 ? 1 : (double) met / needed;
  }
}
