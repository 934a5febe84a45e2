package org.concordat.core.alignment.budget.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes good plans quickly: fills a plan greedily by what a control brings for what it takes, and
 * betters it by taking out one control or two and filling again (Cornuejols, Fisher, Nemhauser,
 * <i>Location of bank accounts to optimize float</i>, 1977; Khuller, Moss, Naor, <i>The budgeted
 * maximum coverage problem</i>, 1999).
 */
final class Improvement {
  /** Beyond so many removals a local search ends. */
  private static final int REMOVALS = 4_000;

  private final Model model;
  private final int[][] needsOf;
  private final int[][] neededBy;
  private final int[][] excludedBy;

  Improvement(Model model) {
    this.model = model;
    needsOf = neighbours(model.needs, 0, 1);
    neededBy = neighbours(model.needs, 1, 0);
    int[][] one = neighbours(model.exclusions, 0, 1);
    int[][] other = neighbours(model.exclusions, 1, 0);
    excludedBy = new int[model.size()][];
    for (int c = 0; c < excludedBy.length; c++) {
      excludedBy[c] = Arrays.copyOf(one[c], one[c].length + other[c].length);
      System.arraycopy(other[c], 0, excludedBy[c], one[c].length, other[c].length);
    }
  }

  private int[][] neighbours(int[][] pairs, int from, int to) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int c = 0; c < model.size(); c++) {
      lists.add(new ArrayList<>());
    }
    for (int[] pair : pairs) {
      lists.get(pair[from]).add(pair[to]);
    }
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /**
   * A plan with all controls that the domains demand; false when this way finds no room for them.
   */
  boolean addDemanded(Draft draft, Domains domains) {
    for (int c = 0; c < model.size(); c++) {
      if (domains.last[c] < model.years && !draft.has(c) && !addAnywhere(draft, domains, c)) {
        return false;
      }
    }
    return true;
  }

  private boolean addAnywhere(Draft draft, Domains domains, int control) {
    for (int from = domains.first[control];
        from <= Math.min(domains.last[control], model.years - 1);
        from++) {
      if (addBundle(draft, domains, control, from)) {
        return true;
      }
    }
    return false;
  }

  /** Adds controls, the most gain for the least burden first, until none fits or brings more. */
  void fill(Draft draft, Domains domains, double[] favour) {
    boolean isAdding = true;
    while (isAdding) {
      int best = -1;
      int bestFrom = 0;
      double bestRatio = 0;
      for (int c = 0; c < model.size(); c++) {
        if (draft.has(c)) {
          continue;
        }
        for (int from = domains.first[c];
            from <= Math.min(domains.last[c], model.years - 1);
            from++) {
          double ratio = ratio(draft, domains, c, from) * favour[c];
          if (ratio > bestRatio) {
            best = c;
            bestFrom = from;
            bestRatio = ratio;
          }
        }
      }
      isAdding = best >= 0 && addBundle(draft, domains, best, bestFrom);
    }
  }

  /** Gain by burden of a control together with what it needs; 0 when that cannot be added. */
  private double ratio(Draft draft, Domains domains, int control, int from) {
    if (needsOf[control].length == 0) {
      if (!draft.fits(control, from) || isExcluded(draft, control)) {
        return 0;
      }
      long gain = draft.gain(control, from);
      return gain <= 0 ? 0 : gain / draft.burden(control, from);
    }
    List<Integer> bundle = new ArrayList<>();
    if (!collect(draft, domains, control, from, bundle)) {
      return 0;
    }
    long gain = 0;
    double burden = 0;
    for (int c : bundle) {
      gain += draft.gain(c, from);
      burden += draft.burden(c, from);
    }
    return gain <= 0 ? 0 : gain / burden;
  }

  private boolean isExcluded(Draft draft, int control) {
    for (int other : excludedBy[control]) {
      if (draft.has(other)) {
        return true;
      }
    }
    return false;
  }

  /** The control and what it needs and the plan has not by that year; false if it cannot be had. */
  private boolean collect(
      Draft draft, Domains domains, int control, int from, List<Integer> bundle) {
    if (draft.start[control] <= from || bundle.contains(control)) {
      return true;
    }
    if (draft.has(control)
        || from < domains.first[control]
        || from > domains.last[control]
        || isExcluded(draft, control)) {
      return false;
    }
    bundle.add(control);
    for (int needed : needsOf[control]) {
      if (!collect(draft, domains, needed, from, bundle)) {
        return false;
      }
    }
    return true;
  }

  private boolean addBundle(Draft draft, Domains domains, int control, int from) {
    List<Integer> bundle = new ArrayList<>();
    if (!collect(draft, domains, control, from, bundle)) {
      return false;
    }
    for (int i = bundle.size() - 1; i >= 0; i--) {
      int c = bundle.get(i);
      if (!draft.fits(c, from) || isExcluded(draft, c)) {
        for (int j = i + 1; j < bundle.size(); j++) {
          draft.remove(bundle.get(j));
        }
        return false;
      }
      draft.add(c, from);
    }
    return true;
  }

  /** The best plan that taking out one control and filling again leads to. */
  Draft better(Draft draft, Domains domains, double[] favour) {
    Draft best = draft;
    int removals = 0;
    boolean isMoving = true;
    while (isMoving && removals < REMOVALS) {
      isMoving = false;
      int[] chosen = chosen(best);
      for (int i = 0; i < chosen.length && !isMoving; i++) {
        Draft other = best.copy();
        takeOut(other, chosen[i]);
        Domains narrower = domains.copy();
        close(narrower, chosen[i]);
        if (addDemanded(other, domains)) {
          fill(other, narrower, favour);
          fill(other, domains, favour);
          removals++;
          if (isBetter(other, best)) {
            best = other;
            isMoving = true;
          }
        }
      }
    }
    return best;
  }

  /** Leaves a control out unless the domains demand it. */
  void close(Domains domains, int control) {
    if (domains.last[control] == model.years) {
      domains.first[control] = model.years;
    }
  }

  static boolean isBetter(Draft draft, Draft than) {
    return draft.value() > than.value()
        || (draft.value() == than.value() && draft.money() < than.money());
  }

  /** The controls that are in a plan. */
  int[] chosen(Draft draft) {
    int[] chosen = new int[model.size()];
    int count = 0;
    for (int c = 0; c < chosen.length; c++) {
      if (draft.has(c)) {
        chosen[count++] = c;
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  /** Takes out a control and whatever needs it. */
  void takeOut(Draft draft, int control) {
    if (draft.has(control)) {
      draft.remove(control);
      for (int dependent : neededBy[control]) {
        takeOut(draft, dependent);
      }
    }
  }

  /** Takes out, dearest first, each control without which the plan is worth as much. */
  void dropUseless(Draft draft, Domains domains) {
    for (int c = model.size() - 1; c >= 0; c--) {
      if (draft.has(c) && domains.last[c] == model.years && !isNeeded(draft, c)) {
        int from = draft.start[c];
        draft.remove(c);
        if (draft.gain(c, from) > 0) {
          draft.add(c, from);
        }
      }
    }
  }

  private boolean isNeeded(Draft draft, int control) {
    for (int dependent : neededBy[control]) {
      if (draft.has(dependent)) {
        return true;
      }
    }
    return false;
  }

  /** Takes up a plan as it is, if it keeps all rules; otherwise the draft stays as it was. */
  boolean takeExactly(Draft draft, Domains domains, int[] starts) {
    List<Integer> added = new ArrayList<>();
    for (int c = 0; c < starts.length; c++) {
      int from = starts[c];
      boolean isAllowed = from >= domains.first[c] && from <= domains.last[c];
      for (int needed : needsOf[c]) {
        isAllowed &= from == model.years || starts[needed] <= from;
      }
      if (isAllowed && from < model.years) {
        isAllowed = draft.fits(c, from) && !isExcluded(draft, c);
        if (isAllowed) {
          draft.add(c, from);
          added.add(c);
        }
      }
      if (!isAllowed) {
        added.forEach(draft::remove);
        return false;
      }
    }
    return true;
  }

  /** Takes up what it can of a plan that was made for something else. */
  void follow(Draft draft, Domains domains, int[] starts) {
    boolean isMoving = true;
    while (isMoving) {
      isMoving = false;
      for (int c = 0; c < starts.length; c++) {
        if (starts[c] < model.years && !draft.has(c)) {
          int from = Math.max(starts[c], domains.first[c]);
          isMoving |=
              from <= Math.min(domains.last[c], model.years - 1)
                  && addBundle(draft, domains, c, from);
        }
      }
    }
  }
}
