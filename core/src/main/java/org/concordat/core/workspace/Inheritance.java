package org.concordat.core.workspace;

import org.jspecify.annotations.Nullable;

/**
 * Options for carrying needs over dependencies.
 *
 * @param cumulation where at least so many requirements hand on the highest level, the next higher
 *     one is inherited; 1 or more, or null for no cumulation
 */
public record Inheritance(@Nullable Integer cumulation) {
  public static final Inheritance DEFAULT = new Inheritance(null);

  public Inheritance {
    if (cumulation != null && cumulation < 1) {
      throw new IllegalArgumentException("cumulation counts from 1, not " + cumulation);
    }
  }
}
