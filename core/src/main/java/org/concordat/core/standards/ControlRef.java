package org.concordat.core.standards;

import java.util.Comparator;

/**
 * A control among those of all catalogues.
 *
 * @param catalogue the id of its catalogue
 * @param control its id, as the catalogue spells it
 */
public record ControlRef(String catalogue, String control) implements Comparable<ControlRef> {
  private static final Comparator<ControlRef> ORDER =
      Comparator.comparing(ControlRef::catalogue).thenComparing(ControlRef::control);

  @Override
  public int compareTo(ControlRef other) {
    return ORDER.compare(this, other);
  }

  /** For people: {@code iso27001-2022 A.5.1}. */
  @Override
  public String toString() {
    return catalogue + " " + control;
  }
}
