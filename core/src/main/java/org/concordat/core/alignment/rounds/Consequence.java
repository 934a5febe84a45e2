package org.concordat.core.alignment.rounds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Estate;
import org.concordat.core.alignment.priorities.EstateChange;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.PriorityView;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * How much it matters that judges differ about a link: what the priorities are with the lowest
 * answer that was given, and with the highest, everything else being as it is.
 *
 * @param levels how many requirements show another level
 * @param moved how many requirements have another level or another rank
 * @param furthest the requirement that moves most: by levels, then by ranks; null when none does
 */
public record Consequence(Link link, int levels, int moved, @Nullable Furthest furthest) {
  /**
   * The requirement that moves most.
   *
   * @param lowLevel the level that it shows with the lowest answer, 0 for none
   * @param highLevel with the highest answer
   * @param lowRank its rank with the lowest answer
   * @param highRank with the highest answer
   */
  public record Furthest(
      Requirement requirement, int lowLevel, int highLevel, int lowRank, int highRank) {}

  /** Those that matter most first: by levels, then by all that moves. */
  public static final Comparator<Consequence> GRAVEST_FIRST =
      Comparator.comparingInt((Consequence one) -> -one.levels).thenComparingInt(one -> -one.moved);

  /**
   * The links in the order in which to speak of them: those of the gravest consequence first, then
   * those that divide most, then by their ends.
   */
  public static List<LinkAgreement> order(
      List<LinkAgreement> links, Map<Link, Consequence> consequences) {
    return links.stream()
        .sorted(
            Comparator.comparing(
                    (LinkAgreement one) -> consequences.getOrDefault(one.link(), none(one.link())),
                    GRAVEST_FIRST)
                .thenComparing(one -> -one.disagreement().orElse(-1))
                .thenComparing(one -> one.link().from())
                .thenComparing(one -> one.link().to()))
        .toList();
  }

  private static Consequence none(Link link) {
    return new Consequence(link, 0, 0, null);
  }

  /**
   * The consequences of the links that judges are divided about, by the link. Links whose ends the
   * workspace does not have are left out.
   *
   * <p>Takes two mendings of the priorities for each link, and time linear in the requirements.
   *
   * @param workspace without errors
   */
  public static Map<Link, Consequence> of(Workspace workspace, List<LinkAgreement> links) {
    Map<Link, List<Judgement>> judged = new HashMap<>();
    for (Impact impact : workspace.impacts()) {
      judged.computeIfAbsent(impact.link(), _ -> new ArrayList<>()).add(impact.judgement());
    }
    Trial trial = new Trial(workspace);
    Map<Link, Consequence> consequences = new HashMap<>();
    for (LinkAgreement agreement : links) {
      Link link = agreement.link();
      LinkAgreement.Spread spread = agreement.spread();
      if (spread == null || !agreement.isDivided() || !trial.knows(link)) {
        continue;
      }
      List<Judgement> present = judged.getOrDefault(link, List.of());
      int now = present.isEmpty() ? 0 : Judgement.counting(present).number();
      consequences.put(link, trial.between(link, spread.lowest(), spread.highest(), now));
    }
    return consequences;
  }

  /** Priorities that are changed to and fro. */
  private static final class Trial {
    private final Workspace workspace;
    private final ImpactScale scale;
    private final Estate estate;
    private final Priorities priorities;

    Trial(Workspace workspace) {
      this.workspace = workspace;
      scale = workspace.scale();
      estate = Estate.of(workspace);
      priorities = Priorities.of(estate);
    }

    boolean knows(Link link) {
      Requirement requirement = Requirement.parse(link.from()).orElse(null);
      return requirement == null
          ? hasFactor(link.from())
              && workspace.units().stream()
                  .flatMap(unit -> unit.goals().stream())
                  .anyMatch(goal -> goal.id().equals(link.to()))
          : estate.number(requirement) >= 0 && hasFactor(link.to());
    }

    private boolean hasFactor(String id) {
      return workspace.factors().stream().anyMatch(factor -> factor.id().equals(id));
    }

    Consequence between(Link link, int lowest, int highest, int now) {
      priorities.apply(change(link, lowest));
      int[] lowLevels = new int[estate.requirements()];
      int[] lowRanks = new int[estate.requirements()];
      PriorityView view = priorities.view();
      for (int requirement = 0; requirement < lowRanks.length; requirement++) {
        lowLevels[requirement] = scale.shownNumber(view.need(requirement));
        lowRanks[requirement] = view.rank(requirement);
      }
      priorities.apply(change(link, highest));
      int levels = 0;
      int moved = 0;
      int furthest = -1;
      long distance = 0;
      for (int requirement = 0; requirement < lowRanks.length; requirement++) {
        int byLevels = Math.abs(scale.shownNumber(view.need(requirement)) - lowLevels[requirement]);
        int byRanks = Math.abs(view.rank(requirement) - lowRanks[requirement]);
        levels += byLevels > 0 ? 1 : 0;
        moved += byLevels > 0 || byRanks > 0 ? 1 : 0;
        long far = ((long) byLevels << Integer.SIZE) + byRanks;
        if (far > distance) {
          distance = far;
          furthest = requirement;
        }
      }
      Furthest most =
          furthest < 0
              ? null
              : new Furthest(
                  estate.requirement(furthest),
                  lowLevels[furthest],
                  scale.shownNumber(view.need(furthest)),
                  lowRanks[furthest],
                  view.rank(furthest));
      priorities.apply(change(link, now));
      return new Consequence(link, levels, moved, most);
    }

    private static EstateChange change(Link link, int step) {
      Level level = step == 0 ? null : Level.of(step);
      Requirement requirement = Requirement.parse(link.from()).orElse(null);
      return requirement == null
          ? new EstateChange.FactorImpactSet(link.from(), link.to(), level)
          : new EstateChange.RequirementImpactSet(requirement, link.to(), level);
    }
  }
}
