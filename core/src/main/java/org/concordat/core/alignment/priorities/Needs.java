package org.concordat.core.alignment.priorities;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.concordat.core.versions.PagedDoubles;
import org.concordat.core.versions.PagedInts;

/**
 * The needs of one view: of all goals, or of one unit's goals alone.
 *
 * <p>The constructor reckons them from scratch; {@link #update} mends them after a change, unless
 * the change touches so much that starting over is faster.
 */
final class Needs {
  private final Estate estate;

  /** The unit whose goals alone count, or -1. */
  private final int unit;

  double[] factorValues;
  final PagedDoubles own;
  private PagedDoubles need;

  /**
   * By requirement: when it was settled. An inherited score rests on a requirement with a lower
   * stamp, so that a circle never holds itself up. Only where {@link Arithmetic#restsOnOne}.
   */
  private PagedInts stamps = new PagedInts(0, 0);

  private int lastStamp;

  Needs(Estate estate, int unit) {
    this.estate = estate;
    this.unit = unit;
    int count = estate.requirements();
    factorValues = estate.vision.values(estate.arithmetic, unit);
    own = new PagedDoubles(count);
    need = new PagedDoubles(0);
    for (int requirement = 0; requirement < count; requirement++) {
      double score = estate.links.own(estate.arithmetic, factorValues, requirement);
      if (score > 0) {
        own.set(requirement, score);
      }
    }
    carry(estate.inOrder());
  }

  /** Needs that follow from own scores alone, whatever the vision says. */
  private Needs(Estate estate, double[] given) {
    this.estate = estate;
    unit = PriorityView.ALL_UNITS;
    factorValues = estate.vision.values(estate.arithmetic, unit);
    own = new PagedDoubles(given.length);
    need = new PagedDoubles(0);
    for (int requirement = 0; requirement < given.length; requirement++) {
      own.set(requirement, given[requirement]);
    }
    carry(estate.inOrder());
  }

  /**
   * What own scores come to when dependencies carry them down.
   *
   * @param own by the number of the requirement, in [0, 1]
   */
  static double[] carriedDown(Estate estate, double[] own) {
    Needs needs = new Needs(estate, own);
    double[] carried = new double[own.length];
    for (int requirement = 0; requirement < carried.length; requirement++) {
      carried[requirement] = needs.of(requirement);
    }
    return carried;
  }

  private Needs(Needs shared, Estate estate) {
    this.estate = estate;
    unit = shared.unit;
    factorValues = shared.factorValues;
    own = shared.own.copy();
    need = shared.need.copy();
    stamps = shared.stamps.copy();
    lastStamp = shared.lastStamp;
  }

  /** The same needs on a copy of their estate, to be changed apart. */
  Needs copy(Estate copied) {
    return new Needs(this, copied);
  }

  /** The need of a requirement. */
  double of(int requirement) {
    return need.get(requirement);
  }

  private void carry(Estate orderly) {
    Arithmetic arithmetic = estate.arithmetic;
    int count = estate.requirements();
    int[] settled = new int[count];
    PagedDoubles carried = new PagedDoubles(count);
    if (arithmetic.byLevels()) {
      carryLevels(orderly, carried, settled);
    } else {
      double[] owned = new double[count];
      for (int requirement = 0; requirement < count; requirement++) {
        owned[requirement] = own.get(requirement);
      }
      double[] scores = arithmetic.needsComponents() ? new double[count] : owned;
      if (arithmetic.needsComponents()) {
        ComponentKernel.solve(orderly, owned, scores);
      } else {
        lastStamp = RealKernel.solve(orderly, scores, settled);
      }
      for (int requirement = 0; requirement < count; requirement++) {
        carried.set(requirement, scores[requirement]);
      }
    }
    need = carried;
    stamps = PagedInts.of(settled);
  }

  private void carryLevels(Estate orderly, PagedDoubles carried, int[] settled) {
    Arithmetic arithmetic = estate.arithmetic;
    int count = settled.length;
    byte[] held = new byte[count];
    byte[] handed = new byte[count];
    for (int requirement = 0; requirement < count; requirement++) {
      double score = own.get(requirement);
      if (score > 0) {
        held[requirement] = (byte) arithmetic.shown(score);
      }
    }
    if (MaskKernel.suits(orderly)) {
      lastStamp = MaskKernel.solve(orderly, held, settled);
      handed = held;
    } else if (arithmetic.cumulation() > 0) {
      CumulatingKernel.solve(orderly, held, handed);
    } else {
      lastStamp = LevelKernel.solve(orderly, held, handed, settled);
    }
    for (int requirement = 0; requirement < count; requirement++) {
      carried.set(
          requirement, Math.max(own.get(requirement), arithmetic.weight(handed[requirement])));
    }
  }

  /** Told of each requirement whose need changed. */
  interface Listener {
    void moved(int requirement, double before, double now);
  }

  /** Makes room for requirements that were added. */
  void grow() {
    own.grow(estate.requirements());
    need.grow(estate.requirements());
    stamps.grow(estate.requirements());
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
    reownAll(relinked, factors, lowered, raised);
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

  /**
   * Tells what would move after a change of links, and leaves the needs as they are. The links are
   * as changed meanwhile; the caller puts them back.
   *
   * @param relinked requirements whose links to factors are changed
   * @param factors factors whose links to goals are changed
   */
  void tryOut(int[] relinked, int[] factors, Listener listener) {
    double[] valuesBefore = factorValues;
    IntSet lowered = new IntSet();
    IntSet raised = new IntSet();
    Map<Integer, Double> ownBefore = reownAll(relinked, factors, lowered, raised);
    if (!ownBefore.isEmpty()) {
      Mending mending = new Mending(estate, own, need, stamps, lastStamp);
      if (!estate.arithmetic.needsComponents() && mending.mend(lowered, raised, listener)) {
        mending.undo();
      } else {
        carryAside(listener);
      }
    }
    ownBefore.forEach(own::set);
    factorValues = valuesBefore;
  }

  /** Reckons from scratch, tells what moved, and forgets it. */
  private void carryAside(Listener listener) {
    PagedDoubles needBefore = need;
    PagedInts stampsBefore = stamps;
    int lastStampBefore = lastStamp;
    carry(estate.inOrder());
    tellMoved(needBefore, listener);
    need = needBefore;
    stamps = stampsBefore;
    lastStamp = lastStampBefore;
  }

  /** Reckons own scores anew; returns what those that are other now were before. */
  private Map<Integer, Double> reownAll(
      int[] relinked, int[] factors, IntSet lowered, IntSet raised) {
    Map<Integer, Double> before = new HashMap<>();
    for (int requirement : relinked) {
      reown(requirement, lowered, raised, before);
    }
    if (factors.length > 0) {
      factorValues = factorValues.clone();
    }
    for (int factor : factors) {
      double value = estate.vision.value(estate.arithmetic, unit, factor);
      if (value != factorValues[factor]) {
        factorValues[factor] = value;
        for (int requirement : estate.links.linkedTo(factor)) {
          reown(requirement, lowered, raised, before);
        }
      }
    }
    return before;
  }

  private void reown(
      int requirement, IntSet lowered, IntSet raised, Map<Integer, Double> ownBefore) {
    double score = estate.links.own(estate.arithmetic, factorValues, requirement);
    double before = own.get(requirement);
    if (score != before) {
      (score < before ? lowered : raised).add(requirement);
      ownBefore.putIfAbsent(requirement, before);
      own.set(requirement, score);
    }
  }

  private void carryAgain(Listener listener) {
    PagedDoubles before = need;
    estate.layOutAgain();
    carry(estate);
    tellMoved(before, listener);
  }

  private void tellMoved(PagedDoubles before, Listener listener) {
    for (int requirement = 0; requirement < estate.requirements(); requirement++) {
      if (before.get(requirement) != need.get(requirement)) {
        listener.moved(requirement, before.get(requirement), need.get(requirement));
      }
    }
  }

  private void eachHanding(int requirement, Mending.Handing visitor) {
    Mending.eachHanding(estate, requirement, need.get(requirement), visitor);
  }
}
