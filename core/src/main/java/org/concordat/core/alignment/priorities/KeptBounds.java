package org.concordat.core.alignment.priorities;

import org.concordat.core.versions.Once;
import org.jspecify.annotations.Nullable;

/**
 * The path bounds of one version of an estate: laid out when somebody first asks, and from then on
 * taken over from version to version, mended by what changed in between. Nobody may ask before the
 * next change, and of several changes one mending is enough.
 *
 * <p>Several threads may ask at a time, and making the next version does not wait for them.
 */
final class KeptBounds {
  /** So many changed requirements are not mended, so they need not be remembered. */
  private static final int MOST_UNHEARD = 100_000;

  private final Estate estate;
  private final int unit;
  private volatile @Nullable Start start;
  private volatile @Nullable PathBounds present;

  /**
   * What the bounds can be made from.
   *
   * @param bounds those of an earlier version or of this one, known or being laid out
   * @param requirements whose links or dependents have changed since
   * @param factors that have changed since
   */
  private record Start(Once<PathBounds> bounds, IntSet requirements, IntSet factors) {
    Start(Once<PathBounds> bounds) {
      this(bounds, new IntSet(), new IntSet());
    }

    void hear(int[] changedRequirements, int[] changedFactors) {
      for (int requirement : changedRequirements) {
        requirements.add(requirement);
      }
      for (int factor : changedFactors) {
        factors.add(factor);
      }
    }
  }

  private KeptBounds(Estate estate, int unit, @Nullable Start start) {
    this.estate = estate;
    this.unit = unit;
    this.start = start;
  }

  /** Bounds that nobody has asked for. */
  KeptBounds(Estate estate, int unit) {
    this(estate, unit, null);
  }

  /** Those of the version that comes after this one; it is to be told what changes. */
  KeptBounds next(Estate changed) {
    PathBounds known = present;
    Start begun = start;
    if (known != null) {
      return new KeptBounds(changed, unit, new Start(Once.known(known)));
    }
    if (begun == null || begun.requirements.size() > MOST_UNHEARD) {
      return new KeptBounds(changed, unit);
    }
    Start same = new Start(begun.bounds);
    same.hear(begun.requirements.toArray(), begun.factors.toArray());
    return new KeptBounds(changed, unit, same);
  }

  /** Requirements and factors changed on the way to this version, which nobody asks yet. */
  void hear(int[] changedRequirements, int[] changedFactors) {
    Start begun = start;
    if (begun != null) {
      begun.hear(changedRequirements, changedFactors);
    }
  }

  /** Whether these are known, so that further changes lead to others. */
  boolean isKnown() {
    return present != null;
  }

  PathBounds get() {
    PathBounds known = present;
    return known == null ? worked() : known;
  }

  private synchronized PathBounds worked() {
    PathBounds known = present;
    if (known == null) {
      known = mended();
    }
    if (known == null) {
      Once<PathBounds> anew = Once.of(() -> PathBounds.of(estate, unit));
      // The next version may start from these already, and waits for them when it is asked.
      start = new Start(anew);
      known = anew.get();
    }
    present = known;
    start = null;
    return known;
  }

  private @Nullable PathBounds mended() {
    Start begun = start;
    return begun == null || begun.requirements.size() > MOST_UNHEARD
        ? null
        : begun.bounds.get().after(estate, begun.requirements, begun.factors.toArray());
  }
}
