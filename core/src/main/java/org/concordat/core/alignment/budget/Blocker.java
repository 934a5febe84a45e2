package org.concordat.core.alignment.budget;

/** What stands between a plan and a control that is not in it. */
public sealed interface Blocker {
  /**
   * A budget has too little left for it and for what it needs.
   *
   * @param year from 1
   * @param missing thousandths
   */
  record Shortfall(String resource, int year, long missing) implements Blocker {}

  /** A control of the plan, or one that is in place, excludes it or something that it needs. */
  record Excluded(String by) implements Blocker {}

  /** It needs a control that is not in the plan and would have to come with it. */
  record Needs(String control) implements Blocker {}

  /** The plan already reaches everything that it would serve. */
  record Nothing() implements Blocker {}
}
