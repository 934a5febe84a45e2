package org.concordat.core.agreements.drafting;

import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.needs.UnitScope;
import org.concordat.core.alignment.priorities.RationalePath;

/**
 * A draft with the reason of each line.
 *
 * @param scope what the unit needs
 * @param lines in the order of the document
 */
public record AgreementDraft(Agreement document, UnitScope scope, List<DraftedLine> lines) {
  public AgreementDraft {
    lines = List.copyOf(lines);
  }

  /**
   * Why a line is as it is.
   *
   * @param line its id
   * @param need what the unit needs
   * @param reasons the best paths from the requirement to the unit's goals, best first
   * @param options every service level that could serve it, cheapest first
   * @param fit whether what is drafted reaches the need
   */
  public record DraftedLine(
      String line,
      UnitScope.Need need,
      List<RationalePath> reasons,
      List<Option> options,
      Fit fit) {
    public DraftedLine {
      reasons = List.copyOf(reasons);
      options = List.copyOf(options);
    }
  }

  /** Whether a line reaches the need. */
  public enum Fit {
    REACHES_NEED,
    /** There is a service, but no level that protects so much. */
    BELOW_NEED,
    /** No service preserves this property of such an asset. */
    NO_SERVICE
  }

  /** What part of the unit's need the draft meets. */
  public double protection() {
    return scope.protection(document);
  }
}
