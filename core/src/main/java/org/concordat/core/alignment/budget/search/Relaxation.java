package org.concordat.core.alignment.budget.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The bound: no plan within the domains is worth more. It goes to that of the linear relaxation, by
 * a primal-dual method that needs nothing but products of the ties with vectors: Chambolle, Pock,
 * <i>A first-order primal-dual algorithm for convex problems</i>, 2011, with the steps of Pock,
 * Chambolle, <i>Diagonal preconditioning for first order primal-dual algorithms</i>, 2011, and the
 * anchors, reflections and restarts of Lu, Yang, <i>Restarted Halpern PDHG for linear
 * programming</i>, 2024. All multipliers on its way give a bound, so it may be stopped at any time.
 */
final class Relaxation {
  /** After so many rounds the bound is looked at, and starts are closed by it. */
  private static final int LOOK = 10;

  /** A round that moves less than this has arrived. */
  private static final double ARRIVED = 1e-7;

  private final Model model;
  private final int years;
  private final Lagrangean lagrangean;

  /** The mean weight of a row: inside, all is divided by it. */
  private final double unit;

  private final double[] stepOfTies;
  private final double[] stepOfControls;

  /** How much of each start is taken, by control and start. */
  private final Iterate starts;

  /** How much of each row is taken, by row and year. */
  private final Iterate rows;

  private final Iterate multipliers;
  private final double[] broken;
  private double[] trial;

  /** The best multipliers so far, and the bound that they give. */
  private double[] center;

  private double bound = Double.POSITIVE_INFINITY;

  /** How far multipliers go in a round for how far starts and rows go. */
  private double ratio = 1;

  private double ratioAtRoot = 1;

  /** A point on the way, where one round leads from it, and where the last restart was. */
  private static final class Iterate {
    final double[] now;
    final double[] next;
    final double[] reflected;
    final double[] anchor;

    Iterate(int size) {
      now = new double[size];
      next = new double[size];
      reflected = new double[size];
      anchor = new double[size];
    }

    void reflect() {
      for (int i = 0; i < now.length; i++) {
        reflected[i] = 2 * next[i] - now[i];
      }
    }

    void anchor() {
      System.arraycopy(now, 0, anchor, 0, now.length);
    }

    void restart() {
      System.arraycopy(next, 0, now, 0, now.length);
    }

    /** Goes on to where the round leads, reflected, and a little back to the anchor. */
    void goOn(double keep) {
      for (int i = 0; i < now.length; i++) {
        now[i] = keep * (2 * next[i] - now[i]) + (1 - keep) * anchor[i];
      }
    }

    double moved(double[] from, double[] steps, int each) {
      double sum = 0;
      for (int i = 0; i < now.length; i++) {
        double by = now[i] - from[i];
        sum += by * by / steps[i / each];
      }
      return sum;
    }
  }

  Relaxation(Model model) {
    this.model = model;
    years = model.years;
    lagrangean = new Lagrangean(model);
    unit = Math.max(1, Arrays.stream(model.weight).average().orElse(1));
    stepOfTies = inverses(lagrangean.weightOfTies());
    stepOfControls = inverses(lagrangean.weightOfControls());
    starts = new Iterate(model.size() * (years + 1));
    rows = new Iterate(lagrangean.rows());
    multipliers = new Iterate(lagrangean.size());
    broken = new double[lagrangean.size()];
    trial = new double[lagrangean.size()];
    center = new double[lagrangean.size()];
  }

  private static double[] inverses(double[] sums) {
    return Arrays.stream(sums).map(sum -> 1 / Math.max(1e-9, sum)).toArray();
  }

  /** Where a search begins and where a part of it goes on. Nobody compares two of them. */
  @SuppressWarnings("ArrayRecordComponent")
  record From(double[] multipliers, double @Nullable [] taken) {}

  /** Where to begin when nothing but the value of a plan is known. */
  From initial(long value) {
    return new From(lagrangean.initial(value), null);
  }

  /** Where parts of what was relaxed last go on. */
  From here() {
    return new From(center.clone(), starts.next.clone());
  }

  double bound() {
    return bound;
  }

  /** How much of a start the relaxation takes, from 0 to 1. */
  double taken(int control, int start) {
    return starts.next[control * (years + 1) + start];
  }

  /**
   * Lowers the bound, and closes starts that no plan can have that is worth more than the limit.
   *
   * @param limit the bound is of no interest once it is at most this
   * @return whether plans are left that may be worth more
   */
  boolean lower(From from, Domains domains, long limit, int rounds, BooleanSupplier isStopped) {
    System.arraycopy(from.multipliers, 0, trial, 0, trial.length);
    bound = Double.POSITIVE_INFINITY;
    begin(from, domains);
    if (!isOpen(domains, limit)) {
      return false;
    }
    int since = 0;
    double first = 0;
    double last = Double.POSITIVE_INFINITY;
    for (int round = 1; round <= rounds && bound > limit; round++) {
      step(domains);
      if (round % LOOK == 0 || round == rounds) {
        System.arraycopy(multipliers.next, 0, trial, 0, trial.length);
        for (int i = 0; i < trial.length; i++) {
          trial[i] *= unit;
        }
        if (!isOpen(domains, limit)) {
          return false;
        }
        if (isStopped.getAsBoolean()) {
          break;
        }
      }
      double moved = moved();
      if (moved < ARRIVED) {
        break;
      }
      first = since == 0 ? moved : first;
      boolean isRestart =
          since > 0
              && (moved <= 0.2 * first
                  || (moved <= 0.8 * first && moved > last)
                  || since >= 0.36 * round);
      if (isRestart) {
        restart();
        since = 0;
        last = Double.POSITIVE_INFINITY;
      } else {
        double keep = (since + 1.0) / (since + 2.0);
        starts.goOn(keep);
        rows.goOn(keep);
        multipliers.goOn(keep);
        since++;
        last = moved;
      }
    }
    if (from.taken == null) {
      ratioAtRoot = ratio;
    }
    return bound > limit;
  }

  /** Looks at the bound that the trial gives; false when nothing better is left. */
  private boolean isOpen(Domains domains, long limit) {
    for (int i = 0; i < rows.now.length; i++) {
      trial[i] = Math.min(trial[i], (double) model.weight[i / years]);
    }
    double reached = lagrangean.value(trial, domains);
    if (reached >= bound) {
      return true;
    }
    bound = reached;
    double[] spare = center;
    center = trial;
    trial = spare;
    return lagrangean.trim(domains, bound, limit);
  }

  private void begin(From from, Domains domains) {
    for (int i = 0; i < multipliers.now.length; i++) {
      multipliers.now[i] = from.multipliers[i] / unit;
    }
    if (from.taken == null) {
      ratio = 1;
      Arrays.fill(starts.now, 0);
    } else {
      ratio = ratioAtRoot;
      System.arraycopy(from.taken, 0, starts.now, 0, starts.now.length);
    }
    for (int c = 0; c < stepOfControls.length; c++) {
      project(starts.now, c * (years + 1), domains.first[c], domains.last[c]);
    }
    Arrays.fill(rows.now, 0);
    lagrangean.broken(starts.now, rows.now, broken);
    for (int i = 0; i < rows.now.length; i++) {
      rows.now[i] = Math.clamp(-broken[i], 0, model.cap[i / years]);
    }
    System.arraycopy(starts.now, 0, starts.next, 0, starts.now.length);
    anchor();
  }

  private void anchor() {
    starts.anchor();
    rows.anchor();
    multipliers.anchor();
  }

  /** One round of the method: better starts and rows, then dearer ties where they are broken. */
  private void step(Domains domains) {
    double[] profit = lagrangean.profits(multipliers.now);
    for (int c = 0; c < stepOfControls.length; c++) {
      int at = c * (years + 1);
      double step = stepOfControls[c] / ratio;
      for (int i = at; i <= at + years; i++) {
        starts.next[i] = starts.now[i] + step * profit[i];
      }
      project(starts.next, at, domains.first[c], domains.last[c]);
    }
    for (int i = 0; i < rows.now.length; i++) {
      double worth = model.weight[i / years] / unit - multipliers.now[i];
      rows.next[i] = Math.clamp(rows.now[i] + worth / ratio, 0, model.cap[i / years]);
    }
    starts.reflect();
    rows.reflect();
    lagrangean.broken(starts.reflected, rows.reflected, broken);
    for (int i = 0; i < broken.length; i++) {
      multipliers.next[i] = Math.max(0, multipliers.now[i] + stepOfTies[i] * ratio * broken[i]);
    }
  }

  /** The nearest shares of the open starts that sum up to 1 (Held, Wolfe, Crowder, 1974). */
  private void project(double[] shares, int at, int first, int last) {
    Arrays.fill(shares, at, at + first, 0);
    Arrays.fill(shares, at + last + 1, at + years + 1, 0);
    if (first == last) {
      shares[at + first] = 1;
      return;
    }
    double[] sorted = Arrays.copyOfRange(shares, at + first, at + last + 1);
    Arrays.sort(sorted);
    double sum = 0;
    double off = 0;
    for (int i = sorted.length - 1; i >= 0; i--) {
      sum += sorted[i];
      double each = (sum - 1) / (sorted.length - i);
      if (sorted[i] > each) {
        off = each;
      }
    }
    for (int i = at + first; i <= at + last; i++) {
      shares[i] = Math.max(0, shares[i] - off);
    }
  }

  private static final double[] ONE = {1};

  /** How far one round leads, each part measured by its steps. */
  private double moved() {
    double primal =
        starts.moved(starts.next, stepOfControls, years + 1)
            + rows.moved(rows.next, ONE, Integer.MAX_VALUE);
    return Math.sqrt(ratio * primal + multipliers.moved(multipliers.next, stepOfTies, 1) / ratio);
  }

  /** Begins anew from where the last round leads, with the ratio of what has moved since. */
  private void restart() {
    starts.restart();
    rows.restart();
    multipliers.restart();
    double primal =
        starts.moved(starts.anchor, stepOfControls, years + 1)
            + rows.moved(rows.anchor, ONE, Integer.MAX_VALUE);
    double dual = multipliers.moved(multipliers.anchor, stepOfTies, 1);
    if (primal > 1e-16 && dual > 1e-16) {
      ratio = Math.sqrt(ratio * Math.sqrt(dual / primal));
    }
    anchor();
  }
}
