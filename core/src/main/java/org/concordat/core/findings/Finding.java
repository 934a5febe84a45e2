package org.concordat.core.findings;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a check found in somebody's input.
 *
 * @param severity whether the input can be used in spite of it
 * @param place where it stands
 * @param problem what is wrong, as a sentence without its full stop
 * @param remedy what would be right, as a sentence without its full stop, or null when the problem
 *     says it already
 */
public record Finding(Severity severity, Place place, String problem, @Nullable String remedy) {
  public enum Severity {
    /** The input cannot be used. */
    ERROR,
    /** The input can be used, but somebody should look. */
    WARNING
  }

  public Finding {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(place);
    Objects.requireNonNull(problem);
  }

  public static Finding error(Place place, String problem, @Nullable String remedy) {
    return new Finding(Severity.ERROR, place, problem, remedy);
  }

  public static Finding warning(Place place, String problem, @Nullable String remedy) {
    return new Finding(Severity.WARNING, place, problem, remedy);
  }

  /** The same in a file that people know by another name, such as one that was put elsewhere. */
  public Finding renamed(String from, String to) {
    return new Finding(severity, place.renamed(from, to), problem, remedy);
  }

  /** One line for people: {@code place: problem; remedy}. */
  public String message() {
    String start = place.isNowhere() ? problem : place + ": " + problem;
    return remedy == null ? start : start + "; " + remedy;
  }
}
