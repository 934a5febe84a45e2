package org.concordat.cli;

/** What the command tells the shell. */
final class ExitStatus {
  static final int OK = 0;

  /** The input is not valid, or a file cannot be read or written. */
  static final int INVALID = 1;

  /** The command was used wrongly. */
  static final int USAGE = 2;

  /** A mistake in Concordat itself ({@code EX_SOFTWARE} of BSD's {@code sysexits.h}). */
  static final int UNEXPECTED = 70;

  /** Whoever reads the output has gone: what a shell shows after the signal PIPE. */
  static final int OUTPUT_CLOSED = 128 + 13;

  private ExitStatus() {}
}
