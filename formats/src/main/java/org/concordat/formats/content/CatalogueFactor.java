package org.concordat.formats.content;

import java.util.List;
import org.concordat.core.alignment.Factor;

/**
 * An impact factor of the catalogue.
 *
 * @param industries the industries that it is typical of; empty for all
 * @param namedBy the methods that name it, or {@code ours}
 */
public record CatalogueFactor(
    String id,
    String name,
    String description,
    boolean controllable,
    List<String> industries,
    String namedBy) {
  public CatalogueFactor {
    industries = List.copyOf(industries);
  }

  /** Whether the factor is typical of the industry. */
  public boolean suits(String industry) {
    return industries.isEmpty() || industries.stream().anyMatch(industry::equalsIgnoreCase);
  }

  /** The factor as a workspace holds it. */
  public Factor asFactor() {
    return new Factor(id, name, controllable, description);
  }
}
