package org.concordat.core.agreements.steps;

import java.util.List;
import java.util.Set;
import org.concordat.core.agreements.Side;

/** The seven steps, in their order. */
public enum Step {
  /** The unit states its value discipline and its goals. */
  VISION(1),
  /** The unit links critical impact factors to its goals. */
  FACTORS(2),
  /** Unit and IT security list the unit's business assets and judge what breaking them does. */
  BUSINESS_ASSETS(3),
  /** IT finds the IT assets that these need, and their properties. */
  IT_ASSETS(4),
  /** IT proposes an agreement. */
  PROPOSAL(5),
  /** The unit accepts higher risks for a lower price, or none. */
  RISK_ACCEPTANCE(6),
  /** IT makes sure that no other unit is hurt unacceptably. */
  CROSS_UNIT_REVIEW(7);

  private final int number;

  Step(int number) {
    this.number = number;
  }

  /** From 1 to 7. */
  public int number() {
    return number;
  }

  /** Whose turn it is: any of these sides may say that it is done. */
  public Set<Side> owners() {
    return switch (this) {
      case VISION, FACTORS, RISK_ACCEPTANCE -> Set.of(Side.DEMAND);
      case BUSINESS_ASSETS -> Set.of(Side.DEMAND, Side.SUPPLY);
      case IT_ASSETS, PROPOSAL, CROSS_UNIT_REVIEW -> Set.of(Side.SUPPLY);
    };
  }

  /** What it rests on; a change of it asks for another look. */
  public List<StepInput> inputs() {
    return switch (this) {
      case VISION -> List.of(StepInput.VISION);
      case FACTORS -> List.of(StepInput.VISION, StepInput.FACTORS);
      case BUSINESS_ASSETS -> List.of(StepInput.FACTORS, StepInput.BUSINESS_ASSETS);
      case IT_ASSETS -> List.of(StepInput.BUSINESS_ASSETS, StepInput.IT_ASSETS);
      case PROPOSAL -> List.of(StepInput.NEEDS, StepInput.IT_ASSETS, StepInput.DOCUMENT);
      case RISK_ACCEPTANCE -> List.of(StepInput.NEEDS, StepInput.DOCUMENT);
      case CROSS_UNIT_REVIEW -> List.of(StepInput.DOCUMENT, StepInput.OTHER_NEEDS);
    };
  }
}
