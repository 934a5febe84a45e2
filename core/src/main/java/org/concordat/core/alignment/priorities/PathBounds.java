package org.concordat.core.alignment.priorities;

import org.jspecify.annotations.Nullable;

/**
 * What the best path that begins at a requirement gives, and how long it is: what a search for
 * rationale paths needs to know in order to go straight to them.
 *
 * <p>Paths know no averages and no cumulation, so these figures are not the needs. Bounds never
 * change; several threads may ask them.
 */
sealed interface PathBounds permits LevelPathBounds, ProductPathBounds {
  /** Whether any path begins at the requirement. */
  boolean leadsSomewhere(int requirement);

  /** What a way from the asked-for requirement up to another makes of what that one gives. */
  sealed interface Prefix {
    /** Joins levels: by level of what follows, the level of the whole. */
    final class Levels implements Prefix {
      final byte[] table;

      Levels(byte[] table) {
        this.table = table;
      }
    }

    /** Multiplies: the product of the strengths on the way. */
    record Factor(double product) implements Prefix {}
  }

  /**
   * The bounds of an estate that came from this one by changes; these stay as they are.
   *
   * @param changed the estate after the changes
   * @param requirements those whose links changed, and those beneath an asset whose dependencies
   *     changed, before or after
   * @param factors those whose links to goals, or whose goals, changed
   * @return null when they are better laid out anew
   */
  @Nullable PathBounds after(Estate changed, IntSet requirements, int[] factors);

  /** Lays bounds out; takes time linear in the estate. */
  static PathBounds of(Estate estate, int unit) {
    return estate.arithmetic.isProduct()
        ? new ProductPathBounds(estate, unit)
        : new LevelPathBounds(estate, unit);
  }

  Prefix start();

  /** The prefix with one more dependency behind it. */
  Prefix extend(Prefix prefix, int strength, boolean capped);

  /** The score of the best path that goes on from a requirement behind a prefix. */
  double best(Prefix prefix, int requirement);

  /** The fewest dependencies on such a path of that score. */
  int fewestSteps(Prefix prefix, int requirement);

  /** The score of a path that ends behind a prefix with a link, a link and a goal. */
  double end(Prefix prefix, int link, int visionLink, int importance);
}
