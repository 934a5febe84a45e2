package org.concordat.core.standards.inference;

import java.util.List;
import org.concordat.core.standards.ControlRef;

/**
 * Published mappings that cannot all be true.
 *
 * @param refuted the mapping that the others speak against: by them its two controls relate
 *     otherwise than it says. The first of the mappings
 * @param mappings no fewer mappings contradict each other once the contradictions listed before are
 *     left out, and without any one of these the others agree; one mapping alone may contradict the
 *     parts of a catalogue
 */
public record Contradiction(Published refuted, List<Published> mappings) {
  public Contradiction {
    mappings = List.copyOf(mappings);
  }

  Contradiction(List<Published> mappings) {
    this(mappings.getFirst(), mappings);
  }

  /** The control of which two different things are said in relation to {@link #target}. */
  public ControlRef source() {
    return refuted.source();
  }

  public ControlRef target() {
    return refuted.target();
  }
}
