package org.concordat.core.alignment.attacks;

/**
 * Thrown when an exact answer would take more than the {@link Limits} allow. The message says which
 * answer, which limit, and what makes the tree easier.
 */
public final class TreeTooLarge extends Exception {
  private static final long serialVersionUID = 1L;

  TreeTooLarge(String answer, String limit) {
    super(
        answer
            + " would take more than "
            + limit
            + "; make a tree of its own of a branch, share fewer nodes, or raise the limit");
  }
}
