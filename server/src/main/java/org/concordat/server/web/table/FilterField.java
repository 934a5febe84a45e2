package org.concordat.server.web.table;

import java.util.List;
import java.util.function.Function;

/**
 * Something that a table is narrowed by.
 *
 * @param <M> what the options are read from
 * @param parameter its name in addresses
 * @param text the key of its label
 * @param options what one may choose, where one chooses
 */
public record FilterField<M>(
    String parameter, String text, Kind kind, Function<M, List<Option>> options) {
  /** How it is asked for. */
  public enum Kind {
    WORDS,
    CHOICE,
    DAY
  }

  /** Something that one chooses. */
  public FilterField(String parameter, String text, Function<M, List<Option>> options) {
    this(parameter, text, Kind.CHOICE, options);
  }

  /** The longest value that is looked at, in characters. */
  static final int LONGEST = 200;

  /**
   * A choice.
   *
   * @param value in addresses
   * @param label for people
   */
  public record Option(String value, Cell label) {}

  /** A search by words. */
  public static <M> FilterField<M> search() {
    return new FilterField<>("q", "web.search", Kind.WORDS, _ -> List.of());
  }

  /** A day. */
  public static <M> FilterField<M> day(String parameter, String text) {
    return new FilterField<>(parameter, text, Kind.DAY, _ -> List.of());
  }
}
