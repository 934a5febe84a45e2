package org.concordat.server.identity;

/** What a handler may ask of its caller. */
public enum Permission {
  /** Read the summary that the board gets. */
  READ_SUMMARY,
  /** Read the organisation's whole model, priorities and their reasons. */
  READ_MODEL,
  /** Judge impacts, within the caller's units where the role is bound to units. */
  JUDGE,
  /**
   * Change visions and business assets, within the caller's units where the role is bound to them.
   */
  EDIT_DEMAND,
  /** Change some assets and their dependencies; which ones, depends on the side. */
  EDIT_ASSETS,
  /** Change technical assets and services, and what depends on them. */
  EDIT_SUPPLY,
  /** Change settings and everything else of the model, import, undo. */
  EDIT_MODEL,
  /** Say whether controls of standards are in operation. */
  EDIT_OPERATION,
  /**
   * Change everything else about standards: catalogues, crosswalks, obligations, what a control
   * satisfies.
   */
  EDIT_STANDARDS,
  /** Read agreements, and what is measured of them. */
  READ_AGREEMENTS,
  /** Take part in agreements, for whichever party the caller may act. */
  NEGOTIATE,
  /** Act on agreements for the caller's units: as the one whose it is, or as one that it hurts. */
  AGREE_DEMAND,
  /** Act on agreements for those who supply; keep the catalogue of security services. */
  AGREE_SUPPLY,
  /** Decide what units and supply cannot settle. */
  DECIDE_ESCALATIONS,
  /** Hand in what was measured of agreements. */
  MEASURE,
  /** Try changes out in drafts, and propose them; nothing of the model changes by that. */
  DRAFT_CHANGES,
  /** Read the change trail and export it. */
  READ_TRAIL,
  /** Invite people, give and take roles. */
  MANAGE_PEOPLE,
  /** Change one's own profile, means of sign-in and tokens. */
  OWN_ACCOUNT
}
