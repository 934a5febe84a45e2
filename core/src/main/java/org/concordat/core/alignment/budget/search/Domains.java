package org.concordat.core.alignment.budget.search;

import java.util.HashMap;
import java.util.Map;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.Conditions;

/**
 * Which starts are still open: an interval for each control, from 0 to the number of years, which
 * means never.
 */
final class Domains {
  private final Model model;
  final int[] first;
  final int[] last;

  private Domains(Model model, int[] first, int[] last) {
    this.model = model;
    this.first = first;
    this.last = last;
  }

  static Domains of(Model model) {
    return new Domains(model, model.first.clone(), model.last.clone());
  }

  Domains copy() {
    return new Domains(model, first.clone(), last.clone());
  }

  boolean isFixed(int control) {
    return first[control] == last[control];
  }

  boolean isAllFixed() {
    for (int c = 0; c < first.length; c++) {
      if (!isFixed(c)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Closes what conditions forbid.
   *
   * @return whether every control has a start left
   * @throws IllegalArgumentException when a condition names a control that is not there
   */
  boolean demand(BudgetCase given, Conditions conditions) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int c = 0; c < model.size(); c++) {
      numbers.put(model.controls.get(c).id(), c);
    }
    for (String id : conditions.with()) {
      Integer c = numbers.get(id);
      if (c != null) {
        last[c] = Math.min(last[c], model.years - 1);
      }
      check(given, id);
    }
    for (String id : conditions.without()) {
      Integer c = numbers.get(id);
      if (c != null) {
        first[c] = model.years;
      }
      check(given, id);
    }
    for (int c = 0; c < model.size(); c++) {
      if (first[c] > last[c]) {
        return false;
      }
    }
    return true;
  }

  private static void check(BudgetCase given, String id) {
    if (given.control(id).isEmpty()) {
      throw new IllegalArgumentException("a condition names '" + id + "', which is no control");
    }
  }

  /** Closes every start that cannot be part of a plan; false when no plan is left. */
  boolean propagate() {
    boolean isMoving = true;
    while (isMoving) {
      boolean isNeedMoved = alongNeeds();
      boolean isExclusionMoved = alongExclusions();
      isMoving = isNeedMoved || isExclusionMoved;
      for (int k = 0; k < model.budget.length; k++) {
        int moved = withinBudget(k);
        if (moved < 0) {
          return false;
        }
        isMoving |= moved > 0;
      }
      for (int c = 0; c < first.length; c++) {
        if (first[c] > last[c]) {
          return false;
        }
      }
    }
    return true;
  }

  /** A control starts no earlier than what it needs. */
  private boolean alongNeeds() {
    boolean isMoved = false;
    for (int[] pair : model.needs) {
      int dependent = pair[0];
      int needed = pair[1];
      if (first[dependent] < first[needed]) {
        first[dependent] = first[needed];
        isMoved = true;
      }
      if (last[needed] > last[dependent]) {
        last[needed] = last[dependent];
        isMoved = true;
      }
    }
    return isMoved;
  }

  private boolean alongExclusions() {
    boolean isMoved = false;
    for (int[] pair : model.exclusions) {
      isMoved |= excludeWhen(pair[0], pair[1]);
      isMoved |= excludeWhen(pair[1], pair[0]);
    }
    return isMoved;
  }

  private boolean excludeWhen(int chosen, int other) {
    if (last[chosen] < model.years && first[other] < model.years) {
      first[other] = model.years;
      return true;
    }
    return false;
  }

  /** How many bounds moved, or -1 when what is certain to be spent is too much already. */
  private int withinBudget(int resource) {
    int years = model.years;
    long[] left = model.budget[resource].clone();
    for (int c = 0; c < first.length; c++) {
      for (int year = 0; year < years; year++) {
        left[year] -= certain(resource, c, year);
      }
    }
    for (long each : left) {
      if (each < 0) {
        return -1;
      }
    }
    int moved = 0;
    for (int c = 0; c < first.length; c++) {
      while (first[c] < last[c] && !fits(resource, c, first[c], left)) {
        first[c]++;
        moved++;
      }
      while (first[c] < last[c] && !fits(resource, c, last[c], left)) {
        last[c]--;
        moved++;
      }
    }
    return moved;
  }

  /** What a control takes in a year whichever of its open starts is chosen. */
  private long certain(int resource, int control, int year) {
    if (last[control] > year) {
      return 0;
    }
    return isFixed(control)
        ? model.spending(resource, control, first[control], year)
        : model.yearly[resource][control];
  }

  private boolean fits(int resource, int control, int start, long[] left) {
    for (int year = start; year < model.years; year++) {
      long more = model.spending(resource, control, start, year) - certain(resource, control, year);
      if (more > left[year]) {
        return false;
      }
    }
    return true;
  }
}
