package org.concordat.core.alignment.live;

/** Which assets are meant, by the unit that they belong to. */
public sealed interface UnitFilter {
  /** All assets, with and without a unit. */
  record Any() implements UnitFilter {}

  /** The assets without a unit. */
  record None() implements UnitFilter {}

  /** The assets of one unit. */
  record One(String unit) implements UnitFilter {}

  UnitFilter ANY = new Any();
  UnitFilter NONE = new None();

  static UnitFilter of(String unit) {
    return new One(unit);
  }
}
