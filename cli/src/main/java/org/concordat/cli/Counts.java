package org.concordat.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Numbers that options take. */
final class Counts {
  private Counts() {}

  /**
   * The number that was given, or another one without it.
   *
   * @throws ParameterException when it is less than the least
   */
  static int atLeast(
      int least, String option, @Nullable Integer value, int otherwise, CommandSpec spec) {
    if (value != null && value < least) {
      throw new ParameterException(
          spec.commandLine(), option + " takes a number from " + least + ", not " + value);
    }
    return value == null ? otherwise : value;
  }
}
