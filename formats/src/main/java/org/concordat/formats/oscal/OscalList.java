package org.concordat.formats.oscal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values in their order. */
public final class OscalList implements OscalValue {
  private final List<OscalValue> items = new ArrayList<>();
  private final int line;

  public OscalList() {
    this(0);
  }

  OscalList(int line) {
    this.line = line;
  }

  /** The values; a change of this list is a change of the document. */
  public List<OscalValue> items() {
    return items;
  }

  public OscalList add(OscalValue value) {
    items.add(value);
    return this;
  }

  @Override
  public int line() {
    return line;
  }

  @Override
  public OscalList copy() {
    OscalList copy = new OscalList(line);
    items.forEach(item -> copy.add(item.copy()));
    return copy;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OscalList that && items.equals(that.items);
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
