package org.concordat.core.alignment.budget.search;

import java.util.Random;
import java.util.function.BooleanSupplier;

/**
 * Betters a plan by taking out a part of it and filling again with some chance in the choice (Shaw,
 * <i>Using constraint programming and local search methods to solve vehicle routing problems</i>,
 * 1998; Schrimpf, Schneider, Stamm-Wilbrandt, Dueck, <i>Record breaking optimization results using
 * the ruin and recreate principle</i>, 2000). It may go on with a plan that is a little worse, ever
 * less so; the best one is kept. Chance begins with the same seed in each search, so that the same
 * question gets the same plan.
 */
final class Neighbourhoods {
  private static final long SEED = 20_261_126L;

  /** At most so many controls are taken out at a time, besides what needs them. */
  private static final int PART = 8;

  /**
   * How much chance there is in the choice: the deviation of the logarithm of a control's favour.
   */
  private static final double CHANCE = 0.07;

  /** So much worse, as a part of the best value, a plan may be at first to be gone on with. */
  private static final double WORSE = 0.000_7;

  private static final int ASKED = 32;

  private final Model model;
  private final Improvement improvement;
  private final Random random = new Random(SEED);
  private final double[] favour;
  private final int[][] controlsOf;

  Neighbourhoods(Model model, Improvement improvement) {
    this.model = model;
    this.improvement = improvement;
    favour = new double[model.size()];
    int[] sizes = new int[model.rows()];
    for (int[] rows : model.rowsOf) {
      for (int row : rows) {
        sizes[row]++;
      }
    }
    controlsOf = new int[model.rows()][];
    for (int row = 0; row < sizes.length; row++) {
      controlsOf[row] = new int[sizes[row]];
    }
    for (int c = 0; c < model.size(); c++) {
      for (int row : model.rowsOf[c]) {
        controlsOf[row][--sizes[row]] = c;
      }
    }
  }

  /**
   * The best plan that so many rounds lead to.
   *
   * @param inFavour above 0: the more, the rather a control is put in and left in
   */
  Draft better(
      Draft from, Domains domains, double[] inFavour, int rounds, BooleanSupplier isStopped) {
    Draft best = from.copy();
    Draft now = best;
    for (int round = 1; round <= rounds; round++) {
      if (round % ASKED == 0 && isStopped.getAsBoolean()) {
        break;
      }
      Draft other = now.copy();
      Domains narrower = domains.copy();
      ruin(other, narrower, inFavour);
      if (!improvement.addDemanded(other, domains)) {
        continue;
      }
      for (int c = 0; c < favour.length; c++) {
        favour[c] = inFavour[c] * StrictMath.exp(CHANCE * random.nextGaussian());
      }
      improvement.fill(other, narrower, favour);
      improvement.fill(other, domains, favour);
      double worse = WORSE * (rounds - round) / rounds * (double) best.value();
      double bearable = worse * random.nextDouble() * random.nextDouble();
      if ((double) other.value() >= (double) now.value() - bearable) {
        now = other;
        best = Improvement.isBetter(other, best) ? other.copy() : best;
      }
    }
    return best;
  }

  /** Takes out a few controls, either any or such as serve what one of them serves. */
  private void ruin(Draft draft, Domains narrower, double[] inFavour) {
    int[] chosen = improvement.chosen(draft);
    if (chosen.length == 0) {
      return;
    }
    int first = pick(chosen, inFavour);
    int[] rows = model.rowsOf[first];
    boolean isNear = random.nextBoolean() && rows.length > 0;
    takeOut(draft, narrower, first);
    for (int i = random.nextInt(Math.min(PART, chosen.length)); i > 0; i--) {
      int next;
      if (isNear) {
        int[] near = controlsOf[rows[random.nextInt(rows.length)]];
        next = near[random.nextInt(near.length)];
      } else {
        next = pick(chosen, inFavour);
      }
      takeOut(draft, narrower, next);
    }
  }

  /** Of two, the one that is less in favour. */
  private int pick(int[] chosen, double[] inFavour) {
    int one = chosen[random.nextInt(chosen.length)];
    int other = chosen[random.nextInt(chosen.length)];
    return inFavour[one] <= inFavour[other] ? one : other;
  }

  /** Takes a control out, and three times of four lets others come first in its place. */
  private void takeOut(Draft draft, Domains narrower, int control) {
    if (draft.has(control)) {
      improvement.takeOut(draft, control);
      if (random.nextInt(4) > 0) {
        improvement.close(narrower, control);
      }
    }
  }
}
