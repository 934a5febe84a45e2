package org.concordat.core.standards.inference;

import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;

/**
 * A mapping as somebody published it.
 *
 * @param crosswalk the id of the crosswalk that it is in
 */
public record Published(
    String crosswalk, ControlRef source, Statement statement, ControlRef target) {

  static Published of(Crosswalk crosswalk, Mapping mapping) {
    return new Published(
        crosswalk.id(),
        new ControlRef(crosswalk.source(), mapping.source()),
        mapping.statement(),
        new ControlRef(crosswalk.target(), mapping.target()));
  }

  /** For people: {@code iso27001-2022 A.5.1 subset itil4 GEN-03 (bsi)}. */
  @Override
  public String toString() {
    return source + " " + statement.word() + " " + target + " (" + crosswalk + ")";
  }
}
