package org.concordat.server.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;

/** What can be wrong with an address. */
public final class Parameters {
  private Parameters() {}

  /** A query parameter or part of the path that means nothing. */
  public static ApiFailure wrong(String name, String detail) {
    return Problem.of(
            Problem.Kind.WRONG_PARAMETERS, detail, List.of(new Errors.InAddress(name, detail)))
        .failure();
  }

  /**
   * The constant that a query parameter names, or empty when it is not given.
   *
   * @throws ApiFailure when it names none
   */
  public static <E extends Enum<E>> Optional<E> word(Class<E> type, String name, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<E> found = Words.find(type, value);
    if (found.isEmpty()) {
      throw wrong(name, "'" + value + "' is none of " + String.join(", ", Words.all(type)));
    }
    return found;
  }

  /**
   * What a query parameter says of yes and no.
   *
   * @throws ApiFailure when it says neither
   */
  public static boolean flag(String name, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, "must be true or false");
    };
  }

  /**
   * The number that a query parameter is.
   *
   * @throws ApiFailure when it is none within these bounds
   */
  public static int number(String name, String value, int least, int most) {
    if (value.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw wrong(name, "must be a number from " + least + " to " + most);
  }

  /**
   * The day that a query parameter names, or null when it is not given.
   *
   * @throws ApiFailure when it is none of the years 1 to 9999
   */
  public static @Nullable LocalDate day(String name, String value) {
    if (value.isEmpty()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(value);
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeException _) {
      // Told below.
    }
    throw wrong(name, "must be a day such as 2026-03-02");
  }

  /** What the address speaks of is not there, or not for the caller to know of. */
  public static ApiFailure notFound() {
    return Problem.of(Problem.Kind.NOT_FOUND, "There is no such thing").failure();
  }
}
