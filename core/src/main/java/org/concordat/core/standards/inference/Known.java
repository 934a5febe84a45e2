package org.concordat.core.standards.inference;

import java.util.List;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Relations;

/**
 * What is known of two controls, and why.
 *
 * @param relations the relations of source to target that are possible; neither none nor all
 * @param via chains of published mappings and parts that together say just this, shortest first;
 *     none for a control and itself
 */
public record Known(ControlRef source, ControlRef target, Relations relations, List<Chain> via) {
  public Known {
    via = List.copyOf(via);
  }
}
