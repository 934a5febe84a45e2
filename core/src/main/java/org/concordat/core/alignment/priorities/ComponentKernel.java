package org.concordat.core.alignment.priorities;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Carries needs over dependencies where scores are real numbers and many equal needs cumulate: the
 * weakest link with averages.
 *
 * <p>Here a rule may fail to be monotone, for a score that rises to a higher level may fall below
 * what cumulation gave one level lower. So that nothing rests on a passing value, the strongly
 * connected components (Tarjan, <i>SIAM Journal on Computing</i> 1, 1972) are settled one after the
 * other, each after all that hand on to it: outside cycles that is the rule to the letter. Within a
 * cycle scores start from what does not come over the cycle and are reckoned anew in rounds until
 * nothing changes; should they swing, they only rise from then on, so it always ends.
 */
final class ComponentKernel {
  /** Rounds after which scores within a cycle only rise, times the size of the cycle. */
  private static final int PATIENCE = 4;

  private final Estate estate;
  private final double[] own;
  private final double[] need;
  private final Inflow inflow;
  private final int[] index;
  private final int[] low;
  private final boolean[] onStack;
  private final IntList stack = new IntList();
  private int nextIndex = 1;

  private ComponentKernel(Estate estate, double[] own, double[] need) {
    this.estate = estate;
    this.own = own;
    this.need = need;
    this.inflow = new Inflow(estate);
    this.index = new int[own.length];
    this.low = new int[own.length];
    this.onStack = new boolean[own.length];
  }

  /**
   * Reckons all scores.
   *
   * @param own by requirement, its own score
   * @param need by requirement, zeros; becomes its score
   */
  static void solve(Estate estate, double[] own, double[] need) {
    ComponentKernel kernel = new ComponentKernel(estate, own, need);
    for (int requirement = 0; requirement < own.length; requirement++) {
      if (kernel.index[requirement] == 0) {
        kernel.visit(requirement);
      }
    }
  }

  /** One requirement on the way of the depth-first search, and how far its givers are looked at. */
  private static final class Visit {
    final int requirement;
    final int[] givers;
    int next;

    Visit(int requirement, int[] givers) {
      this.requirement = requirement;
      this.givers = givers;
    }
  }

  /**
   * Tarjan's search without recursion, along the way back: a component is complete after all those
   * that hand on to it, and is settled then.
   */
  private void visit(int start) {
    Deque<Visit> way = new ArrayDeque<>();
    way.push(enter(start));
    while (!way.isEmpty()) {
      Visit top = way.getFirst();
      if (top.next < top.givers.length) {
        int giver = top.givers[top.next++];
        if (index[giver] == 0) {
          way.push(enter(giver));
        } else if (onStack[giver]) {
          low[top.requirement] = Math.min(low[top.requirement], index[giver]);
        }
      } else {
        way.pop();
        if (low[top.requirement] == index[top.requirement]) {
          settle(component(top.requirement));
        }
        if (!way.isEmpty()) {
          int below = way.getFirst().requirement;
          low[below] = Math.min(low[below], low[top.requirement]);
        }
      }
    }
  }

  private Visit enter(int requirement) {
    index[requirement] = nextIndex;
    low[requirement] = nextIndex++;
    stack.add(requirement);
    onStack[requirement] = true;
    return new Visit(requirement, givers(requirement));
  }

  private int[] givers(int requirement) {
    int asset = estate.assetOf[requirement];
    int place = requirement - estate.firstRequirement[asset];
    IntList givers = new IntList(4);
    estate.edges.eachOn(
        asset,
        edge -> {
          int base = estate.firstRequirement[estate.edges.from[edge]];
          for (int pair : estate.transfers.up()[estate.edges.way[edge]][place]) {
            givers.add(base + (pair >> 1));
          }
        });
    return givers.toArray();
  }

  private int[] component(int root) {
    IntList members = new IntList(4);
    int member;
    do {
      member = stack.removeLast();
      onStack[member] = false;
      members.add(member);
    } while (member != root);
    return members.toArray();
  }

  private void settle(int[] component) {
    for (int requirement : component) {
      need[requirement] = own[requirement];
    }
    settle(component, false);
    settle(component, true);
  }

  private void settle(int[] component, boolean cumulating) {
    double[] next = new double[component.length];
    long patience = (long) PATIENCE * component.length * estate.arithmetic.levels() + PATIENCE;
    boolean changed = true;
    for (long round = 0; changed; round++) {
      for (int i = 0; i < component.length; i++) {
        int requirement = component[i];
        double inherited =
            cumulating
                ? inflow.inherited(r -> need[r], requirement)
                : inflow.highestHanded(r -> need[r], requirement);
        double score = Math.max(own[requirement], inherited);
        next[i] = round < patience ? score : Math.max(score, need[requirement]);
      }
      changed = false;
      for (int i = 0; i < component.length; i++) {
        changed |= need[component[i]] != next[i];
        need[component[i]] = next[i];
      }
    }
  }
}
