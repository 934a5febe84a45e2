package org.concordat.core.alignment.priorities;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The needs of one view: of all goals, or of one unit's goals alone.
 *
 * <p>{@link #solve} reckons them from scratch; {@link #update} mends them after a change, unless
 * the change touches so much that starting over is faster.
 */
final class Needs {
  private final Estate estate;

  /** The unit whose goals alone count, or -1. */
  private final int unit;

  double[] factorValues = {};
  double[] own = {};
  double[] need = {};

  /**
   * By requirement: when it was settled. An inherited score rests on a requirement with a lower
   * stamp, so that a circle never holds itself up. Only where {@link Arithmetic#restsOnOne}.
   */
  private int[] stamps = {};

  private int lastStamp;

  Needs(Estate estate, int unit) {
    this.estate = estate;
    this.unit = unit;
    solve();
  }

  /** Needs that follow from own scores alone, whatever the vision says. */
  private Needs(Estate estate, double[] own) {
    this.estate = estate;
    this.unit = PriorityView.ALL_UNITS;
    this.own = own;
    estate.layOutAgain();
    carry();
  }

  /**
   * What own scores come to when dependencies carry them down.
   *
   * @param own by the number of the requirement, in [0, 1]
   */
  static double[] carriedDown(Estate estate, double[] own) {
    return new Needs(estate, own).need;
  }

  final void solve() {
    estate.layOutAgain();
    int count = estate.requirements();
    factorValues = estate.vision.values(estate.arithmetic, unit);
    own = new double[count];
    for (int requirement = 0; requirement < count; requirement++) {
      own[requirement] = estate.links.own(estate.arithmetic, factorValues, requirement);
    }
    carry();
  }

  private void carry() {
    Arithmetic arithmetic = estate.arithmetic;
    stamps = new int[own.length];
    if (arithmetic.byLevels()) {
      carryLevels();
    } else if (arithmetic.needsComponents()) {
      need = new double[own.length];
      ComponentKernel.solve(estate, own, need);
    } else {
      need = own.clone();
      lastStamp = RealKernel.solve(estate, need, stamps);
    }
  }

  private void carryLevels() {
    Arithmetic arithmetic = estate.arithmetic;
    byte[] held = new byte[own.length];
    byte[] handed = new byte[own.length];
    for (int requirement = 0; requirement < own.length; requirement++) {
      if (own[requirement] > 0) {
        held[requirement] = (byte) arithmetic.shown(own[requirement]);
      }
    }
    if (MaskKernel.suits(estate)) {
      lastStamp = MaskKernel.solve(estate, held, stamps);
      handed = held;
    } else if (arithmetic.cumulation() > 0) {
      CumulatingKernel.solve(estate, held, handed);
    } else {
      lastStamp = LevelKernel.solve(estate, held, handed, stamps);
    }
    need = new double[own.length];
    for (int requirement = 0; requirement < own.length; requirement++) {
      need[requirement] = Math.max(own[requirement], arithmetic.weight(handed[requirement]));
    }
  }

  /** Told of each requirement whose need changed. */
  interface Listener {
    void moved(int requirement, double before, double now);
  }

  /** Makes room for requirements that were added. */
  void grow() {
    int count = estate.requirements();
    if (own.length < count) {
      own = Arrays.copyOf(own, count);
      need = Arrays.copyOf(need, count);
      stamps = Arrays.copyOf(stamps, count);
    }
  }

  /** Makes room for a factor that was added. */
  void addFactor() {
    factorValues = Arrays.copyOf(factorValues, factorValues.length + 1);
  }

  /**
   * What each requirement of an asset hands to each requirement beneath it, the highest of parallel
   * dependencies. Asked before and after the asset's dependencies change, it tells {@link #update}
   * what the change does.
   */
  Map<Handed, Double> handedBy(int asset) {
    Map<Handed, Double> scores = new HashMap<>();
    for (int giver = estate.firstRequirement[asset];
        giver < estate.firstRequirement[asset + 1];
        giver++) {
      int from = giver;
      eachHanding(
          from, (target, value) -> scores.merge(new Handed(from, target), value, Math::max));
    }
    return scores;
  }

  /** One requirement and another that inherits from it. */
  record Handed(int giver, int target) {}

  /** What a change does to the requirements beneath an asset. */
  record Handover(Map<Handed, Double> before, Map<Handed, Double> after) {
    static final Handover NONE = new Handover(Map.of(), Map.of());
  }

  /**
   * Mends the needs after a change.
   *
   * @param relinked requirements whose links to factors changed
   * @param factors factors whose links to goals changed
   * @param handover what an asset whose dependencies changed handed on before and hands on now
   */
  void update(int[] relinked, int[] factors, Handover handover, Listener listener) {
    IntSet lowered = new IntSet();
    IntSet raised = new IntSet();
    for (int requirement : relinked) {
      reown(requirement, lowered, raised);
    }
    for (int factor : factors) {
      double value = estate.vision.value(estate.arithmetic, unit, factor);
      if (value != factorValues[factor]) {
        factorValues[factor] = value;
        for (int requirement : estate.links.linkedTo(factor)) {
          reown(requirement, lowered, raised);
        }
      }
    }
    handover.before.forEach(
        (handed, score) -> {
          // Where levels raise each other in circles, what is handed on now may rest on what was
          // handed on while it rose; so any change of dependencies may lower it.
          if (!estate.arithmetic.restsOnOne() || handover.after.getOrDefault(handed, 0.0) < score) {
            lowered.add(handed.target);
          }
        });
    handover.after.forEach(
        (handed, score) -> {
          if (handover.before.getOrDefault(handed, 0.0) < score) {
            raised.add(handed.target);
          }
        });
    if (lowered.size() + raised.size() > 0) {
      if (estate.arithmetic.needsComponents()) {
        carryAgain(listener);
        return;
      }
      Mending mending = new Mending(estate, own, need, stamps, lastStamp);
      if (mending.mend(lowered, raised, listener)) {
        lastStamp = mending.lastStamp();
      } else {
        carryAgain(listener);
      }
    }
  }

  private void reown(int requirement, IntSet lowered, IntSet raised) {
    double score = estate.links.own(estate.arithmetic, factorValues, requirement);
    if (score != own[requirement]) {
      (score < own[requirement] ? lowered : raised).add(requirement);
      own[requirement] = score;
    }
  }

  private void carryAgain(Listener listener) {
    double[] before = need;
    estate.layOutAgain();
    carry();
    for (int requirement = 0; requirement < need.length; requirement++) {
      if (before[requirement] != need[requirement]) {
        listener.moved(requirement, before[requirement], need[requirement]);
      }
    }
  }

  private void eachHanding(int requirement, Mending.Handing visitor) {
    Mending.eachHanding(estate, need, requirement, visitor);
  }
}
