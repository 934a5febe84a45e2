package org.concordat.core.alignment.budget;

/** How a search for a plan ended. */
public sealed interface Outcome {
  /**
   * There is a plan.
   *
   * @param residual what the plan leaves, the mean over years, in units of priority
   * @param bound no plan leaves less than this
   * @param end why the search ended
   * @param nodes parts of the search that were looked at
   */
  record Solved(Plan plan, double residual, double bound, End end, int nodes) implements Outcome {
    /** How much better a plan could be at most. */
    public double gap() {
      return isProved() ? 0 : Math.max(0, residual - bound);
    }

    public boolean isProved() {
      return end == End.PROVED;
    }
  }

  /** It is proved that no plan keeps the conditions. */
  record Impossible() implements Outcome {}

  /** The search was ended before it found a plan or proved that there is none. */
  record Undecided() implements Outcome {}

  /** Why a search ended. */
  enum End {
    /** No plan is better. */
    PROVED,
    /** The plan is as good as was asked for. */
    ENOUGH,
    /** All nodes that it may have are used. */
    NODES,
    /** Its caller wanted it to end. */
    STOPPED
  }
}
