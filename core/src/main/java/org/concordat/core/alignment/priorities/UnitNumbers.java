package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The numbers of the units; that of a unit that was removed is not given out again. */
final class UnitNumbers {
  private final List<String> ids;
  private final BitSet gone = new BitSet();

  UnitNumbers(List<String> ids) {
    this.ids = new ArrayList<>(ids);
  }

  UnitNumbers copy() {
    UnitNumbers copy = new UnitNumbers(ids);
    copy.gone.or(gone);
    return copy;
  }

  /** The numbers of the units that there are, in the order in which they were added. */
  IntStream all() {
    return IntStream.range(0, ids.size()).filter(unit -> !gone.get(unit));
  }

  String id(int number) {
    return ids.get(number);
  }

  /** The number of a unit, or -1. */
  int of(String id) {
    return all().filter(unit -> ids.get(unit).equals(id)).findFirst().orElse(-1);
  }

  void add(String id) {
    ids.add(id);
  }

  void remove(int number) {
    gone.set(number);
  }
}
