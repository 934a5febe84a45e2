package org.concordat.core.alignment.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.EstateChange;
import org.concordat.core.alignment.priorities.LinkTrials;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priorities.Moved;
import org.concordat.core.alignment.priorities.PriorityView;
import org.concordat.core.workspace.Workspace;

/**
 * Which single judgement, changed by one level up or down, would move the ranking most.
 *
 * @param effects those of most effect first: by {@link Effect#attention}, then by how many move,
 *     then by link
 * @param tried how many changes of one judgement by one level lead to another level that counts
 * @param without how many of these move nothing at all
 * @param top how many requirements the list holds that entries and departures are about
 */
public record Sensitivity(List<Effect> effects, int tried, int without, int top) {
  /** How long the list is that people look at first. */
  public static final int TOP = 10;

  public Sensitivity {
    effects = List.copyOf(effects);
  }

  /**
   * What one changed judgement does.
   *
   * @param attention the share of the attention that goes elsewhere, in [0, 1]: whoever works
   *     through the ranking gives place i a share in proportion to 1/i, tied requirements share
   *     evenly, and this is half the sum of what each gains or loses
   * @param moved how many requirements have another score
   * @param farthest the requirement whose score moves most, of several the first by id
   * @param entered the requirements that come into the list of the first ones, by id
   * @param left those that leave it, by id
   */
  public record Effect(
      Nudge nudge,
      double attention,
      int moved,
      Moved farthest,
      List<Requirement> entered,
      List<Requirement> left) {
    public Effect {
      entered = List.copyOf(entered);
      left = List.copyOf(left);
    }
  }

  /** The same effect within this is equal: it is one figure, added up in another order. */
  private static final double SAME = 1e-12;

  private static final Comparator<Effect> MOST_FIRST =
      Comparator.comparingLong((Effect effect) -> -Math.round(effect.attention / SAME))
          .thenComparingInt(effect -> -effect.moved)
          .thenComparing(effect -> effect.nudge.link().from())
          .thenComparing(effect -> effect.nudge.link().to())
          .thenComparing(effect -> effect.nudge.to());

  /**
   * Tries every judgement.
   *
   * @param workspace without errors
   * @param limit how many effects at the most
   * @param top how long the list is whose entries and departures are told
   * @throws IllegalArgumentException when either is less than 1
   */
  public static Sensitivity of(Workspace workspace, int limit, int top) {
    return of(
        Priorities.of(workspace), Nudge.all(workspace.impacts(), workspace.scale()), limit, top);
  }

  /**
   * Tries these changes.
   *
   * <p>Each is made in the engine, which mends what it touches, notes what was there, and puts it
   * back: one mending for each change, mostly of a few requirements. The changes are shared out
   * among the processors; what is found does not depend on how.
   */
  private static Sensitivity of(Priorities priorities, List<Nudge> nudges, int limit, int top) {
    if (limit < 1 || top < 1) {
      throw new IllegalArgumentException("at least one effect and one place are asked for");
    }
    Ranking ranking = new Ranking(priorities);
    int parts = Math.max(1, Math.min(nudges.size(), Runtime.getRuntime().availableProcessors()));
    List<Trial> trials = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      trials.add(new Trial(new LinkTrials(priorities), ranking, limit, top));
    }
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            part -> {
              for (int i = part; i < nudges.size(); i += parts) {
                trials.get(part).make(nudges.get(i));
              }
            });
    return new Sensitivity(
        trials.stream()
            .flatMap(trial -> trial.best.stream())
            .sorted(MOST_FIRST)
            .limit(limit)
            .toList(),
        nudges.size(),
        trials.stream().mapToInt(trial -> trial.without).sum(),
        top);
  }

  /** The trials of one thread. */
  private static final class Trial {
    private final LinkTrials links;
    private final Ranking ranking;
    private final int limit;
    private final int top;
    private final List<Requirement> first;
    private final PriorityQueue<Effect> best = new PriorityQueue<>(MOST_FIRST.reversed());
    private int without;

    Trial(LinkTrials links, Ranking ranking, int limit, int top) {
      this.links = links;
      this.ranking = ranking;
      this.limit = limit;
      this.top = top;
      first = ranking.top(top);
    }

    void make(Nudge nudge) {
      List<Moved> moved = moved(links.moved(change(nudge)));
      if (moved.isEmpty()) {
        without++;
      } else {
        keep(nudge, moved);
      }
    }

    /** Without those whose score is the same figure, reckoned in another order. */
    private static List<Moved> moved(List<Moved> all) {
      return all.stream()
          .filter(each -> PriorityView.key(each.before()) != PriorityView.key(each.now()))
          .toList();
    }

    private static EstateChange.LinkSet change(Nudge nudge) {
      return switch (nudge.judgements().getFirst()) {
        case Impact.RequirementImpact(var requirement, var factor, _) ->
            new EstateChange.RequirementImpactSet(requirement, factor, nudge.to());
        case Impact.FactorImpact(var factor, var goal, _) ->
            new EstateChange.FactorImpactSet(factor, goal, nudge.to());
      };
    }

    private void keep(Nudge nudge, List<Moved> moved) {
      double attention = ranking.distance(moved);
      if (best.size() == limit && attention < best.element().attention - SAME) {
        return;
      }
      List<Requirement> after = ranking.topAfter(moved, top);
      best.add(
          new Effect(
              nudge,
              attention,
              moved.size(),
              farthest(moved),
              Ranking.lacking(after, first),
              Ranking.lacking(first, after)));
      if (best.size() > limit) {
        best.remove();
      }
    }

    private static Moved farthest(List<Moved> moved) {
      return moved.stream()
          .min(
              Comparator.comparingDouble((Moved each) -> -Math.abs(each.now() - each.before()))
                  .thenComparing(Moved::requirement, Ranking::byId))
          .orElseThrow();
    }
  }
}
