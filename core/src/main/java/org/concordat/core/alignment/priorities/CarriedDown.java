package org.concordat.core.alignment.priorities;

/**
 * What dependencies make of levels that are given to requirements, whatever the vision says: the
 * same least fixed point as for needs, with the given levels in place of own scores. It tells what
 * an agreement asks of the assets beneath.
 */
public final class CarriedDown {
  private CarriedDown() {}

  /**
   * The scores of all requirements, in [0, 1], by number.
   *
   * @param levels the number of the given level by the number of the requirement; 0 for none
   * @throws IllegalArgumentException when there is not one for each requirement
   */
  public static double[] of(Estate estate, int[] levels) {
    if (levels.length != estate.requirements()) {
      throw new IllegalArgumentException(
          "%d levels for %d requirements".formatted(levels.length, estate.requirements()));
    }
    double[] own = new double[levels.length];
    for (int requirement = 0; requirement < own.length; requirement++) {
      own[requirement] = estate.arithmetic.scale().weight(levels[requirement]);
    }
    return Needs.carriedDown(estate, own);
  }
}
