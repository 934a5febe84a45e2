package org.concordat.core.agreements.steps;

/**
 * What a step still needs before it can end.
 *
 * @param about the goal, asset, requirement, line or step that it is about; empty for the unit as a
 *     whole
 */
public record Lack(Kind kind, String about) {
  /** What can be missing. */
  public enum Kind {
    STEP_BEFORE,
    NO_DISCIPLINE,
    NO_GOAL,
    VISION_NOT_DATED,
    GOAL_WITHOUT_FACTOR,
    NO_BUSINESS_ASSET,
    ASSET_NOT_JUDGED,
    ASSET_WITHOUT_DEPENDENCY,
    ASSET_WITHOUT_PROPERTY,
    NO_PROPOSAL,
    NEED_WITHOUT_LINE,
    RISK_NOT_ACCEPTED,
    NOT_AGREED,
    NOT_REVIEWED
  }

  static Lack of(Kind kind) {
    return new Lack(kind, "");
  }
}
