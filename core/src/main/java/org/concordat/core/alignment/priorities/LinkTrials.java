package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.priorities.Priorities.Moved;
import org.jspecify.annotations.Nullable;

/**
 * Tries out other levels of links, one at a time, and tells what each would move. Each trial is
 * mended ahead and taken back from what was noted on the way, which costs what it touches.
 *
 * <p>Works on a copy of the priorities, so these may be read and changed meanwhile. Not for several
 * threads: each takes its own.
 */
public final class LinkTrials {
  private final Estate estate;
  private final Needs needs;

  /** Trials on these priorities as they are now. */
  public LinkTrials(Priorities priorities) {
    Priorities own = priorities.copy();
    estate = own.estate();
    needs = own.view().needs;
  }

  /**
   * The requirements whose scores a change would move.
   *
   * @throws IllegalArgumentException when it names something that does not exist
   */
  public List<Moved> moved(EstateChange.LinkSet change) {
    List<Moved> moved = new ArrayList<>();
    Needs.Listener listener =
        (requirement, before, now) ->
            moved.add(new Moved(estate.requirement(requirement), before, now));
    switch (change) {
      case EstateChange.RequirementImpactSet(var requirement, var factor, var level) -> {
        int number = estate.number(requirement);
        if (number < 0) {
          throw new IllegalArgumentException("no requirement '" + requirement.id() + "'");
        }
        int to = estate.vision.factor(factor);
        int present = estate.links.level(number, to);
        estate.links.link(number, to, number(level));
        needs.tryOut(new int[] {number}, new int[0], listener);
        estate.links.link(number, to, present);
      }
      case EstateChange.FactorImpactSet(var factor, var goal, var level) -> {
        Vision vision = estate.changingVision();
        int number = vision.factor(factor);
        int to = vision.goal(goal);
        int present = vision.level(number, to);
        vision.link(number, to, number(level));
        needs.tryOut(new int[0], new int[] {number}, listener);
        vision.link(number, to, present);
      }
    }
    return moved;
  }

  private int number(@Nullable Level level) {
    return level == null ? 0 : estate.arithmetic.checked(level);
  }
}
