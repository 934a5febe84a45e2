package org.concordat.formats.archimate;

import org.concordat.core.alignment.AssetKind;

/** What an ArchiMate element means to a workspace. */
sealed interface Meaning {
  /** A part of the organisation that has goals. */
  record Unit() implements Meaning {}

  /** A unit, or people when it only plays roles that do nothing in the model. */
  record Actor() implements Meaning {}

  record Goal() implements Meaning {}

  record Factor() implements Meaning {}

  record Asset(AssetKind kind) implements Meaning {}

  /** Speaks for the unit that it stands for: what it is linked with is that unit's goal. */
  record Stakeholder() implements Meaning {}

  /** Stands for its members. */
  record Grouping() implements Meaning {}

  /** Joins relations of one type. */
  record Junction() implements Meaning {}

  /**
   * Has no place in a workspace.
   *
   * @param why the reason, for people
   */
  record Unused(String why) implements Meaning {}
}
