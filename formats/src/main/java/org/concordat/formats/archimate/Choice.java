package org.concordat.formats.archimate;

import org.jspecify.annotations.Nullable;

/**
 * The one unit that several relations agree on, if they do.
 *
 * @param unit null when they name several
 */
record Choice(@Nullable String unit) {
  static final Choice SEVERAL = new Choice(null);

  static Choice of(String unit) {
    return new Choice(unit);
  }

  /** What remains when another relation has its say. */
  Choice and(Choice other) {
    return equals(other) ? this : SEVERAL;
  }
}
