package org.concordat.cli;

/** Thrown when a command cannot do what it was asked to, for a reason that is not in the input. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** A refusal with its reason and, after a semicolon, how to mend it. */
  Refusal(String message) {
    super(message);
  }
}
