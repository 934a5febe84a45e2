package org.concordat.bench;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Relations;

/**
 * The algebraic closure as textbooks have it: path consistency with a queue of changed pairs (PC-2:
 * Mackworth, <i>Consistency in networks of relations</i>, 1977), over hash maps that hold only
 * pairs of which something is known.
 */
final class TextbookClosure {
  private record Pair(ControlRef source, ControlRef target) {}

  private final Map<ControlRef, Map<ControlRef, Integer>> known = new HashMap<>();
  private final ArrayDeque<Pair> changed = new ArrayDeque<>();
  private boolean isContradictory;

  TextbookClosure(Library library) {
    for (Catalogue catalogue : library.catalogues()) {
      for (Control control : catalogue.controls()) {
        if (control.parent() != null) {
          narrow(
              new ControlRef(catalogue.id(), control.id()),
              new ControlRef(catalogue.id(), control.parent()),
              Relations.PART.bits());
        }
      }
    }
    for (Crosswalk crosswalk : library.crosswalks()) {
      for (Mapping mapping : crosswalk.mappings()) {
        narrow(
            new ControlRef(crosswalk.source(), mapping.source()),
            new ControlRef(crosswalk.target(), mapping.target()),
            mapping.statement().relations().bits());
      }
    }
    while (!changed.isEmpty() && !isContradictory) {
      compose(changed.poll());
    }
  }

  private void compose(Pair pair) {
    ControlRef a = pair.source();
    ControlRef b = pair.target();
    int bits = bits(a, b);
    for (Map.Entry<ControlRef, Integer> next : Map.copyOf(row(b)).entrySet()) {
      narrow(a, next.getKey(), Relations.compose(bits, next.getValue()));
    }
    for (Map.Entry<ControlRef, Integer> next : Map.copyOf(row(a)).entrySet()) {
      narrow(next.getKey(), b, Relations.compose(Relations.converse(next.getValue()), bits));
    }
  }

  private void narrow(ControlRef a, ControlRef b, int bits) {
    int before = bits(a, b);
    int after = before & bits;
    if (a.equals(b) || after == before) {
      return;
    }
    isContradictory |= after == 0;
    row(a).put(b, after);
    row(b).put(a, Relations.converse(after));
    changed.add(new Pair(a, b));
  }

  private Map<ControlRef, Integer> row(ControlRef control) {
    return known.computeIfAbsent(control, _ -> new HashMap<>());
  }

  private int bits(ControlRef a, ControlRef b) {
    return row(a).getOrDefault(b, Relations.ALL.bits());
  }

  boolean isContradictory() {
    return isContradictory;
  }

  Relations between(ControlRef a, ControlRef b) {
    return new Relations(bits(a, b));
  }

  /** The number of ordered pairs of which something is known. */
  long pairs() {
    return known.values().stream().mapToLong(Map::size).sum();
  }
}
