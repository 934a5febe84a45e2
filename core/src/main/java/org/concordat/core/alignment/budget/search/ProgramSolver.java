package org.concordat.core.alignment.budget.search;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/**
 * A library that solves integer programs. Found by {@link java.util.ServiceLoader}, so one that is
 * put on the class path is there without a further word.
 */
public interface ProgramSolver {
  /** What people call it: a lower-case word. */
  String name();

  /** Programs with more columns are not worth trying when nobody asks for this library by name. */
  int reach();

  /**
   * The best values that are found in that time.
   *
   * @param start values to begin with that keep all rows, or empty
   * @param isStopped asked now and then, as far as the library allows that
   */
  Answer solve(
      IntegerProgram program, Optional<double[]> start, Duration most, BooleanSupplier isStopped);

  /**
   * What a library says. Its tolerances are in it: whoever asks checks the values exactly.
   *
   * @param values of the columns; empty when it has found none
   * @param bound no values are worth more; empty when it knows none
   * @param isImpossible whether it is certain that no values keep all rows
   */
  record Answer(Optional<double[]> values, OptionalDouble bound, boolean isImpossible) {
    /** Nothing found and nothing proved. */
    public static final Answer NOTHING =
        new Answer(Optional.empty(), OptionalDouble.empty(), false);

    /** No values keep all rows. */
    public static final Answer IMPOSSIBLE =
        new Answer(Optional.empty(), OptionalDouble.empty(), true);
  }
}
