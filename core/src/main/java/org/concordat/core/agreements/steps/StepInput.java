package org.concordat.core.agreements.steps;

/** What steps rest on. {@link StepFacts} takes the fingerprint of each. */
public enum StepInput {
  /** The unit's value discipline, its goals with their importance, and the vision's date. */
  VISION,
  /** Which factor hurts which of the unit's goals, and how much. */
  FACTORS,
  /** The unit's assets with their properties, and what breaking them does to factors. */
  BUSINESS_ASSETS,
  /** What is beneath them, with the dependencies that lead there. */
  IT_ASSETS,
  /** What the unit needs of each requirement in its scope, as a level. */
  NEEDS,
  /** The document that is on the table. */
  DOCUMENT,
  /** What other units need of the document's requirements and of what is beneath, as levels. */
  OTHER_NEEDS
}
