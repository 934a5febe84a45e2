package org.concordat.core.alignment.budget.search;

import java.util.Arrays;

/**
 * The bound: no plan within the domains is worth more.
 *
 * <p>Everything that ties controls together (rows, budgets, needs, exclusions) is put into the
 * objective with a multiplier, and then each control chooses the start that is best for it alone.
 * Any multipliers give a bound; the least one equals that of the linear relaxation (Geoffrion,
 * <i>Lagrangean relaxation for integer programming</i>, 1974). They are found by the volume
 * algorithm (Barahona, Anbil, <i>The volume algorithm: producing primal solutions with a
 * subgradient method</i>, 2000), whose averages also say how much of each start the relaxation
 * takes.
 *
 * <p>The multipliers are one vector: a row in a year, a resource in a year, a need in a year, an
 * exclusion.
 */
final class Multipliers {
  private static final double AVERAGING = 0.03;

  private final Model model;
  private final int years;
  private final int atBudgets;
  private final int atNeeds;
  private final int atExclusions;
  private final double[] scale;

  /** The best multipliers so far, and the bound that they give. */
  private double[] center;

  private double bound = Double.POSITIVE_INFINITY;

  /** By control and start: what the start is worth with the multipliers at hand. */
  private final double[] profit;

  private final double[] gain;
  private final int[] choice;

  /** By control and start: how much of it the relaxation takes. */
  private final double[] taken;

  private final double[] takenRows;
  private final double[] direction;

  Multipliers(Model model) {
    this.model = model;
    years = model.years;
    atBudgets = model.rows() * years;
    atNeeds = atBudgets + model.budget.length * years;
    atExclusions = atNeeds + model.needs.length * years;
    int size = atExclusions + model.exclusions.length;
    center = new double[size];
    direction = new double[size];
    takenRows = new double[atBudgets];
    profit = new double[model.size() * (years + 1)];
    taken = new double[profit.length];
    gain = new double[model.size() * years];
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

  /** Multipliers to begin with when there are none yet. */
  double[] initial(long value) {
    double[] initial = new double[center.length];
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

  double bound() {
    return bound;
  }

  double[] vector() {
    return center;
  }

  /** How much of a start the relaxation takes, from 0 to 1. */
  double taken(int control, int start) {
    return taken[control * (years + 1) + start];
  }

  /**
   * Lowers the bound, and closes starts that no plan can have that is worth more than the limit.
   *
   * @param from multipliers to begin with
   * @param limit the bound is of no interest once it is at most this
   * @return whether plans are left that may be worth more
   */
  boolean lower(double[] from, Domains domains, long limit, int rounds) {
    center = from.clone();
    double[] trial = center.clone();
    bound = evaluate(trial, domains);
    takeAll(trial);
    if (!trim(domains, limit)) {
      return false;
    }
    double factor = 0.5;
    int waiting = 0;
    for (int round = 0; round < rounds && bound > limit; round++) {
      double square = findDirection();
      if (square < 1e-18) {
        break;
      }
      double step = factor * Math.max(bound - limit, 1e-9 * Math.abs(bound)) / square;
      for (int i = 0; i < trial.length; i++) {
        double moved = Math.max(0, center[i] + step * direction[i]);
        trial[i] = i < atBudgets ? Math.min(moved, (double) model.weight[i / years]) : moved;
      }
      double reached = evaluate(trial, domains);
      average(trial);
      if (reached < bound) {
        if (bound - reached > 1e-4 * (bound - limit)) {
          waiting = 0;
          factor = Math.min(2, factor * 1.1);
        }
        bound = reached;
        double[] spare = center;
        center = trial;
        trial = spare;
        if (!trim(domains, limit)) {
          return false;
        }
      } else if (++waiting >= 15) {
        waiting = 0;
        factor *= 0.66;
        if (factor < 1e-5) {
          break;
        }
      }
    }
    return bound > limit;
  }

  /** The bound that multipliers give; fills profits and choices. */
  private double evaluate(double[] u, Domains domains) {
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
    for (int i = atExclusions; i < u.length; i++) {
      sum += u[i];
    }
    reckonProfits(u);
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

  private void reckonProfits(double[] u) {
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
      double running = 0;
      profit[at + years] = 0;
      for (int start = years - 1; start >= 0; start--) {
        running += gain[c * years + start];
        double starting = 0;
        for (int k = 0; k < scale.length; k++) {
          double mu = u[atBudgets + k * years + start] / scale[k];
          running -= mu * model.yearly[k][c];
          starting += mu * model.once[k][c];
        }
        profit[at + start] = running - starting;
      }
    }
    for (int x = 0; x < model.exclusions.length; x++) {
      for (int control : model.exclusions[x]) {
        for (int start = 0; start < years; start++) {
          profit[control * (years + 1) + start] -= u[atExclusions + x];
        }
      }
    }
  }

  /** Closes starts by what the bound would be with them; the profits are those of the center. */
  private boolean trim(Domains domains, long limit) {
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

  private void takeAll(double[] u) {
    Arrays.fill(taken, 0);
    for (int c = 0; c < choice.length; c++) {
      taken[c * (years + 1) + choice[c]] = 1;
    }
    for (int i = 0; i < atBudgets; i++) {
      takenRows[i] = takenOf(i, u);
    }
  }

  private void average(double[] u) {
    for (int i = 0; i < taken.length; i++) {
      taken[i] *= 1 - AVERAGING;
    }
    for (int c = 0; c < choice.length; c++) {
      taken[c * (years + 1) + choice[c]] += AVERAGING;
    }
    for (int i = 0; i < atBudgets; i++) {
      takenRows[i] += AVERAGING * (takenOf(i, u) - takenRows[i]);
    }
  }

  private double takenOf(int i, double[] u) {
    int row = i / years;
    return u[i] < model.weight[row] ? model.cap[row] : 0;
  }

  /** By how much the averages break each tie; the squared length. */
  private double findDirection() {
    System.arraycopy(takenRows, 0, direction, 0, atBudgets);
    for (int k = 0; k < scale.length; k++) {
      for (int year = 0; year < years; year++) {
        direction[atBudgets + k * years + year] = -model.budget[k][year] / scale[k];
      }
    }
    Arrays.fill(direction, atNeeds, atExclusions, 0);
    Arrays.fill(direction, atExclusions, direction.length, -1);
    double[] running = gain;
    for (int c = 0; c < choice.length; c++) {
      double sum = 0;
      for (int year = 0; year < years; year++) {
        double starting = taken[c * (years + 1) + year];
        sum += starting;
        running[c * years + year] = sum;
        for (int k = 0; k < scale.length; k++) {
          direction[atBudgets + k * years + year] +=
              (starting * model.once[k][c] + sum * model.yearly[k][c]) / scale[k];
        }
      }
      int[] rows = model.rowsOf[c];
      int[] amounts = model.amountsOf[c];
      for (int i = 0; i < rows.length; i++) {
        for (int year = 0; year < years; year++) {
          direction[rows[i] * years + year] -= amounts[i] * running[c * years + year];
        }
      }
    }
    for (int p = 0; p < model.needs.length; p++) {
      for (int year = 0; year < years; year++) {
        direction[atNeeds + p * years + year] =
            running[model.needs[p][0] * years + year] - running[model.needs[p][1] * years + year];
      }
    }
    for (int x = 0; x < model.exclusions.length; x++) {
      for (int control : model.exclusions[x]) {
        direction[atExclusions + x] += running[control * years + years - 1];
      }
    }
    double square = 0;
    for (double each : direction) {
      square += each * each;
    }
    return square;
  }
}
