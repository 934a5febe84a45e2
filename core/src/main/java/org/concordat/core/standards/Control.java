package org.concordat.core.standards;

import org.jspecify.annotations.Nullable;

/**
 * A control of a catalogue: a clause, practice, section, category or whatever the standard calls
 * it. It stands for the set of outcomes that it demands.
 *
 * @param id as its catalogue spells it
 * @param title the short title; the id where the catalogue has none
 * @param parent the id of the control that this one is a part of, or null
 * @param text what it demands, where the licence lets us show it, or null
 * @param exhaustive whether its parts together are all of it
 * @param withdrawn whether the publisher has taken it back
 */
public record Control(
    String id,
    String title,
    @Nullable String parent,
    @Nullable String text,
    boolean exhaustive,
    boolean withdrawn) {
  public Control {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a control needs an id");
    }
  }

  /** A control in force, without a text, whose parts need not be all of it. */
  public Control(String id, String title, @Nullable String parent) {
    this(id, title, parent, null, false, false);
  }
}
