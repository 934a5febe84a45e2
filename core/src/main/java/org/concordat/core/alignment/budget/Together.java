package org.concordat.core.alignment.budget;

/** What several controls on one requirement reach together. */
public enum Together {
  /** As high as the best of them. */
  BEST,
  /** Their levels add up, to the top of the scale. */
  ADDING
}
