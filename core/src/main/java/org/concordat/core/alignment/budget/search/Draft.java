package org.concordat.core.alignment.budget.search;

import java.util.Arrays;

/** A plan in the making, with what it covers and spends kept up to date. */
final class Draft {
  private final Model model;
  final int[] start;
  private final int[] covered;
  private final long[][] left;
  private long value;

  private Draft(Model model, int[] start, int[] covered, long[][] left, long value) {
    this.model = model;
    this.start = start;
    this.covered = covered;
    this.left = left;
    this.value = value;
  }

  /** A plan with nothing in it. */
  static Draft empty(Model model) {
    int[] start = new int[model.size()];
    Arrays.fill(start, model.years);
    long[][] left = new long[model.budget.length][];
    for (int k = 0; k < left.length; k++) {
      left[k] = model.budget[k].clone();
    }
    return new Draft(model, start, new int[model.rows() * model.years], left, 0);
  }

  Draft copy() {
    long[][] leftCopy = new long[left.length][];
    for (int k = 0; k < left.length; k++) {
      leftCopy[k] = left[k].clone();
    }
    return new Draft(model, start.clone(), covered.clone(), leftCopy, value);
  }

  long value() {
    return value;
  }

  /** What the chosen controls take of money, to choose among plans of equal value. */
  long money() {
    long sum = 0;
    for (int c = 0; c < start.length; c++) {
      sum += has(c) ? model.money[c] : 0;
    }
    return sum;
  }

  boolean has(int control) {
    return start[control] < model.years;
  }

  /** What a control that is not in the plan would add from that year on. */
  long gain(int control, int from) {
    int[] rows = model.rowsOf[control];
    int[] amounts = model.amountsOf[control];
    long gain = 0;
    for (int i = 0; i < rows.length; i++) {
      int row = rows[i];
      int cap = model.cap[row];
      long steps = 0;
      for (int year = from; year < model.years; year++) {
        int at = covered[row * model.years + year];
        steps += Math.min(amounts[i], Math.max(0, cap - at));
      }
      gain += steps * model.weight[row];
    }
    return gain;
  }

  /** Whether budgets leave room for a control with that start. */
  boolean fits(int control, int from) {
    for (int k = 0; k < left.length; k++) {
      for (int year = from; year < model.years; year++) {
        if (model.spending(k, control, from, year) > left[k][year]) {
          return false;
        }
      }
    }
    return true;
  }

  void add(int control, int from) {
    value += gain(control, from);
    move(control, from, 1);
    start[control] = from;
  }

  void remove(int control) {
    int from = start[control];
    move(control, from, -1);
    start[control] = model.years;
    value -= gain(control, from);
  }

  private void move(int control, int from, int sign) {
    int[] rows = model.rowsOf[control];
    int[] amounts = model.amountsOf[control];
    for (int i = 0; i < rows.length; i++) {
      for (int year = from; year < model.years; year++) {
        covered[rows[i] * model.years + year] += sign * amounts[i];
      }
    }
    for (int k = 0; k < left.length; k++) {
      for (int year = from; year < model.years; year++) {
        left[k][year] -= sign * model.spending(k, control, from, year);
      }
    }
  }

  /**
   * How scarce a control's outlay is: the sum of the shares that it takes of what budgets leave; a
   * little more than nothing for a control that takes nothing.
   */
  double burden(int control, int from) {
    double burden = 1e-9;
    for (int k = 0; k < left.length; k++) {
      for (int year = from; year < model.years; year++) {
        long spending = model.spending(k, control, from, year);
        if (spending > 0) {
          burden += (double) spending / Math.max(1, model.budget[k][year]);
        }
      }
    }
    return burden;
  }
}
