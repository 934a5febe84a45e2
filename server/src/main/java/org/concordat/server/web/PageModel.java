package org.concordat.server.web;

import org.jspecify.annotations.Nullable;

/**
 * What a page shows. A handler returns one; its template gets it as the parameter {@code page},
 * beside the {@link Surroundings} as {@code here}.
 */
public non-sealed interface PageModel extends Answer {
  /** The template's path without its ending, such as {@code alignment/overview/home}. */
  String template();

  /**
   * The template of a part of the page that can be updated alone; it takes the same parameters.
   *
   * @param target the id of the part's outermost element
   * @return null when there is no such part
   */
  default @Nullable String fragment(String target) {
    return null;
  }

  /** The address that says exactly what is shown, or null when that is the one asked for. */
  default @Nullable String address() {
    return null;
  }

  /** The HTTP status to answer with. */
  default int status() {
    return 200;
  }
}
