package org.concordat.server.web;

/**
 * What a page shows. A handler returns one; its template gets it as the parameter {@code page},
 * beside the {@link Surroundings} as {@code here}.
 */
public non-sealed interface PageModel extends Answer {
  /** The template's path without its ending, such as {@code alignment/overview/home}. */
  String template();

  /** The HTTP status to answer with. */
  default int status() {
    return 200;
  }
}
