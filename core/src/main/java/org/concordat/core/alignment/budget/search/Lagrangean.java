package org.concordat.core.alignment.budget.search;

import java.util.Arrays;

/**
 * The problem with everything that ties controls together (rows, budgets, needs, exclusions) put
 * into the objective with a multiplier, so that each control chooses the start that is best for it
 * alone. Whatever the multipliers, no plan is worth more than the value (Geoffrion, <i>Lagrangean
 * relaxation for integer programming</i>, 1974).
 *
 * <p>The multipliers are one vector: a row in a year, a resource in a year, a need in a year, an
 * exclusion; none is negative, and none of a row more than the row's weight.
 */
final class Lagrangean {
  private final Model model;
  private final int years;
  private final int atBudgets;
  private final int atNeeds;
  private final int atExclusions;
  private final int size;
  private final double[] scale;

  /** By control and start: what the start is worth with the multipliers at hand. */
  private final double[] profit;

  /** By control and year: what is gained by running; or how much of it runs. */
  private final double[] running;

  private final int[] choice;

  Lagrangean(Model model) {
    this.model = model;
    years = model.years;
    atBudgets = model.rows() * years;
    atNeeds = atBudgets + model.budget.length * years;
    atExclusions = atNeeds + model.needs.length * years;
    size = atExclusions + model.exclusions.length;
    profit = new double[model.size() * (years + 1)];
    running = new double[model.size() * years];
    choice = new int[model.size()];
    scale = new double[model.budget.length];
    for (int k = 0; k < scale.length; k++) {
      scale[k] =
          Math.max(
              1,
              (Arrays.stream(model.once[k]).average().orElse(0)
                  + Arrays.stream(model.yearly[k]).average().orElse(0)));
    }
  }

  /** How many multipliers there are. */
  int size() {
    return size;
  }

  /** How many of them, from the first, belong to rows in years. */
  int rows() {
    return atBudgets;
  }

  /** Multipliers to begin with, when a plan of that value is known. */
  double[] initial(long value) {
    double[] initial = new double[size];
    for (int row = 0; row < model.rows(); row++) {
      Arrays.fill(initial, row * years, (row + 1) * years, 0.7 * model.weight[row]);
    }
    for (int k = 0; k < scale.length; k++) {
      for (int year = 0; year < years; year++) {
        double budget = model.budget[k][year] / scale[k];
        initial[atBudgets + k * years + year] =
            budget > 0 ? 0.7 * value / budget / years / scale.length : 0;
      }
    }
    return initial;
  }

  /** The bound that multipliers give; keeps the profits for {@link #trim}. */
  double value(double[] u, Domains domains) {
    double sum = 0;
    for (int row = 0, i = 0; row < model.rows(); row++) {
      for (int year = 0; year < years; year++, i++) {
        sum += ((double) model.weight[row] - u[i]) * model.cap[row];
      }
    }
    for (int k = 0; k < scale.length; k++) {
      for (int year = 0; year < years; year++) {
        sum += u[atBudgets + k * years + year] * (model.budget[k][year] / scale[k]);
      }
    }
    for (int i = atExclusions; i < size; i++) {
      sum += u[i];
    }
    profits(u);
    for (int c = 0; c < choice.length; c++) {
      int best = domains.first[c];
      for (int start = best + 1; start <= domains.last[c]; start++) {
        if (profit[c * (years + 1) + start] > profit[c * (years + 1) + best]) {
          best = start;
        }
      }
      choice[c] = best;
      sum += profit[c * (years + 1) + best];
    }
    return sum;
  }

  /** By control and start, what each is worth. */
  double[] profits(double[] u) {
    double[] gain = running;
    Arrays.fill(gain, 0);
    for (int c = 0; c < choice.length; c++) {
      int[] rows = model.rowsOf[c];
      int[] amounts = model.amountsOf[c];
      for (int i = 0; i < rows.length; i++) {
        for (int year = 0; year < years; year++) {
          gain[c * years + year] += amounts[i] * u[rows[i] * years + year];
        }
      }
    }
    for (int p = 0; p < model.needs.length; p++) {
      for (int year = 0; year < years; year++) {
        double nu = u[atNeeds + p * years + year];
        gain[model.needs[p][0] * years + year] -= nu;
        gain[model.needs[p][1] * years + year] += nu;
      }
    }
    for (int c = 0; c < choice.length; c++) {
      int at = c * (years + 1);
      double sum = 0;
      profit[at + years] = 0;
      for (int start = years - 1; start >= 0; start--) {
        sum += gain[c * years + start];
        double starting = 0;
        for (int k = 0; k < scale.length; k++) {
          double mu = u[atBudgets + k * years + start] / scale[k];
          sum -= mu * model.yearly[k][c];
          starting += mu * model.once[k][c];
        }
        profit[at + start] = sum - starting;
      }
    }
    for (int x = 0; x < model.exclusions.length; x++) {
      for (int control : model.exclusions[x]) {
        for (int start = 0; start < years; start++) {
          profit[control * (years + 1) + start] -= u[atExclusions + x];
        }
      }
    }
    return profit;
  }

  /**
   * By how much each tie is broken when so much is taken of each start and of each row.
   *
   * @param taken by control and start
   * @param rows by row and year
   */
  void broken(double[] taken, double[] rows, double[] broken) {
    System.arraycopy(rows, 0, broken, 0, atBudgets);
    for (int k = 0; k < scale.length; k++) {
      for (int year = 0; year < years; year++) {
        broken[atBudgets + k * years + year] = -model.budget[k][year] / scale[k];
      }
    }
    Arrays.fill(broken, atNeeds, atExclusions, 0);
    Arrays.fill(broken, atExclusions, size, -1);
    for (int c = 0; c < choice.length; c++) {
      double sum = 0;
      for (int year = 0; year < years; year++) {
        double starting = taken[c * (years + 1) + year];
        sum += starting;
        running[c * years + year] = sum;
        for (int k = 0; k < scale.length; k++) {
          broken[atBudgets + k * years + year] +=
              (starting * model.once[k][c] + sum * model.yearly[k][c]) / scale[k];
        }
      }
      int[] rowsOf = model.rowsOf[c];
      int[] amounts = model.amountsOf[c];
      for (int i = 0; i < rowsOf.length; i++) {
        for (int year = 0; year < years; year++) {
          broken[rowsOf[i] * years + year] -= amounts[i] * running[c * years + year];
        }
      }
    }
    for (int p = 0; p < model.needs.length; p++) {
      for (int year = 0; year < years; year++) {
        broken[atNeeds + p * years + year] =
            running[model.needs[p][0] * years + year] - running[model.needs[p][1] * years + year];
      }
    }
    for (int x = 0; x < model.exclusions.length; x++) {
      for (int control : model.exclusions[x]) {
        broken[atExclusions + x] += running[control * years + years - 1];
      }
    }
  }

  /** By multiplier, the sum of what its tie takes of each start and row. */
  double[] weightOfTies() {
    double[] sums = new double[size];
    Arrays.fill(sums, 0, atBudgets, 1);
    for (int c = 0; c < choice.length; c++) {
      for (int i = 0; i < model.rowsOf[c].length; i++) {
        for (int year = 0; year < years; year++) {
          sums[model.rowsOf[c][i] * years + year] += (year + 1.0) * model.amountsOf[c][i];
        }
      }
      for (int k = 0; k < scale.length; k++) {
        for (int year = 0; year < years; year++) {
          sums[atBudgets + k * years + year] +=
              (model.once[k][c] + (year + 1.0) * model.yearly[k][c]) / scale[k];
        }
      }
    }
    for (int i = atNeeds; i < atExclusions; i++) {
      sums[i] = 2.0 * ((i - atNeeds) % years + 1);
    }
    Arrays.fill(sums, atExclusions, size, 2.0 * years);
    return sums;
  }

  /** By control, the most that all ties together take of one of its starts. */
  double[] weightOfControls() {
    double[] sums = new double[choice.length];
    for (int c = 0; c < sums.length; c++) {
      sums[c] = (double) years * Arrays.stream(model.amountsOf[c]).sum();
      for (int k = 0; k < scale.length; k++) {
        sums[c] += (model.once[k][c] + (double) years * model.yearly[k][c]) / scale[k];
      }
    }
    for (int[] pair : model.needs) {
      sums[pair[0]] += years;
      sums[pair[1]] += years;
    }
    for (int[] pair : model.exclusions) {
      sums[pair[0]]++;
      sums[pair[1]]++;
    }
    return sums;
  }

  /**
   * Closes starts by what the bound would be with them, after {@link #value} has given the bound.
   *
   * @return whether plans are left that may be worth more than the limit
   */
  boolean trim(Domains domains, double bound, long limit) {
    boolean isMoved = false;
    for (int c = 0; c < choice.length; c++) {
      int at = c * (years + 1);
      double without = bound - profit[at + choice[c]];
      while (domains.first[c] < domains.last[c]
          && without + profit[at + domains.first[c]] <= limit) {
        domains.first[c]++;
        isMoved = true;
      }
      while (domains.first[c] < domains.last[c]
          && without + profit[at + domains.last[c]] <= limit) {
        domains.last[c]--;
        isMoved = true;
      }
    }
    return bound > limit && (!isMoved || domains.propagate());
  }
}
