package org.concordat.core.alignment.budget;

/**
 * A point of the frontier: with that much money, no plan leaves less.
 *
 * @param money what the plan takes in all years, in thousandths
 * @param share the least part of the money of each year that suffices for the plan, from 0
 * @param plan the plan that leaves so little
 * @param residual what it leaves
 * @param bound no plan with that share leaves less than this; the residual itself when proved
 */
public record FrontierPoint(long money, double share, Plan plan, double residual, double bound) {
  /** How much better a plan with that much money could be at most. */
  public double gap() {
    return Math.max(0, residual - bound);
  }

  public boolean isProved() {
    return gap() <= 1e-9;
  }
}
