package org.concordat.core.alignment.budget.search;

import java.util.HashSet;
import java.util.Set;

/**
 * Leaves out controls that another one makes needless: it serves at least as well, takes no more of
 * anything, may start as early, needs and excludes nothing more. Of two that are the same in all of
 * this the first stays. Holds only where the best control counts: where levels add up, both
 * together may reach more than either.
 */
final class Dominance {
  private final Model model;
  private final Domains domains;
  private final int[] dependents;

  private Dominance(Model model, Domains domains) {
    this.model = model;
    this.domains = domains;
    dependents = new int[model.size()];
    for (int[] pair : model.needs) {
      dependents[pair[1]]++;
    }
  }

  /** Closes the starts of needless controls. */
  static void apply(Model model, Domains domains) {
    for (int row = 0; row < model.rows(); row++) {
      if (model.cap[row] != 1) {
        return;
      }
    }
    new Dominance(model, domains).apply();
  }

  private void apply() {
    for (int c = 0; c < model.size(); c++) {
      if (domains.last[c] == model.years
          && domains.first[c] < model.years
          && dependents[c] == 0
          && model.rowsOf[c].length > 0) {
        for (int d = 0; d < model.size(); d++) {
          if (d != c && dominates(d, c) && (d < c || !dominates(c, d) || dependents[d] > 0)) {
            domains.first[c] = model.years;
            break;
          }
        }
      }
    }
  }

  private boolean dominates(int d, int c) {
    if (domains.first[d] > domains.first[c]
        || domains.last[d] < model.years
        || model.rowsOf[d].length < model.rowsOf[c].length) {
      return false;
    }
    for (int k = 0; k < model.budget.length; k++) {
      if (model.once[k][d] > model.once[k][c] || model.yearly[k][d] > model.yearly[k][c]) {
        return false;
      }
    }
    if (model.money[d] > model.money[c]) {
      return false;
    }
    Set<Integer> rows = new HashSet<>();
    for (int row : model.rowsOf[d]) {
      rows.add(row);
    }
    for (int row : model.rowsOf[c]) {
      if (!rows.contains(row)) {
        return false;
      }
    }
    return partners(model.needs, c, true).containsAll(partners(model.needs, d, true))
        && partners(model.exclusions, c, false).containsAll(partners(model.exclusions, d, false));
  }

  /** The other ends of the pairs that a control is in, or begins. */
  private static Set<Integer> partners(int[][] pairs, int control, boolean isFirst) {
    Set<Integer> partners = new HashSet<>();
    for (int[] pair : pairs) {
      if (pair[0] == control) {
        partners.add(pair[1]);
      } else if (!isFirst && pair[1] == control) {
        partners.add(pair[0]);
      }
    }
    return partners;
  }
}
