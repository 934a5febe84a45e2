package org.concordat.core.agreements;

/** The two sides of an agreement. */
public enum Side {
  /** The business unit, which needs security and bears the harm without it. */
  DEMAND,
  /** Those who supply security, usually the IT department. */
  SUPPLY
}
