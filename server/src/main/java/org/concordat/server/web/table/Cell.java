package org.concordat.server.web.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.concordat.server.web.Surroundings;
import org.jspecify.annotations.Nullable;

/** What stands in a cell; a page shows it with links and colours, a file holds it plainly. */
public sealed interface Cell {
  /** Nothing at all. */
  record Nothing() implements Cell {}

  /** Somebody's own words. */
  record Text(String text) implements Cell {}

  /**
   * A word of ours in the reader's language.
   *
   * @param key the text's key
   * @param otherwise what to say when there is no such text, such as the organisation's own word
   */
  record Word(String key, String otherwise) implements Cell {}

  /**
   * A sentence of ours in the reader's language, with values in its places.
   *
   * @param key the text's key
   */
  record Sentence(String key, List<Object> values) implements Cell {
    public Sentence {
      values = List.copyOf(values);
    }
  }

  /** A whole number. */
  record Count(long number) implements Cell {}

  /** A number with two places after the point. */
  record Figure(double number) implements Cell {}

  /** A moment, to the minute. */
  record Moment(Instant at) implements Cell {}

  /** A day: a page writes it as its readers do, a file as 2026-11-21. */
  record Day(LocalDate day) implements Cell {}

  /**
   * A coloured label.
   *
   * @param shade from 0, none, to 5, the strongest
   */
  record Badge(Cell label, int shade) implements Cell {}

  /** Something that leads to where more of it is. */
  record Link(Cell shown, String address) implements Cell {}

  /** Something of less weight. */
  record Quiet(Cell shown) implements Cell {}

  /** Several things one after the other, with something between them. */
  record Joined(List<Cell> parts, String between) implements Cell {
    public Joined {
      parts = List.copyOf(parts);
    }
  }

  /** Several things, each on a line of its own; a file has semicolons between them. */
  record Lines(List<Cell> parts) implements Cell {
    public Lines {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Several things, of which a page shows the first and opens the others; a file holds all.
   *
   * @param first how many are shown at once, at least 1
   */
  record Several(List<Cell> parts, int first) implements Cell {
    public Several {
      parts = List.copyOf(parts);
    }

    /** What is shown at once. */
    public Cell shown() {
      return new Joined(parts.subList(0, Math.min(first, parts.size())), BETWEEN);
    }

    /** What is opened. */
    public List<Cell> others() {
      return parts.subList(Math.min(first, parts.size()), parts.size());
    }
  }

  /** Stands between several things. */
  String BETWEEN = "; ";

  /** Steps, each of which leads to the next. */
  record Path(List<Cell> steps) implements Cell {
    public Path {
      steps = List.copyOf(steps);
    }
  }

  /** An empty cell. */
  static Cell nothing() {
    return new Nothing();
  }

  /** A text, or nothing for null. */
  static Cell of(@Nullable String text) {
    return text == null ? nothing() : new Text(text);
  }

  /** A word that there is always a text for. */
  static Cell word(String key) {
    return new Word(key, key);
  }

  /** What a file holds: a number, a text, or null for nothing. */
  default @Nullable Object plain(Surroundings here) {
    return switch (this) {
      case Nothing() -> null;
      case Text(String text) -> text;
      case Word(String key, String otherwise) -> here.textOr(key, otherwise);
      case Sentence(String key, List<Object> values) -> here.text(key, values.toArray());
      case Count(long number) -> number;
      case Figure(double number) -> number;
      case Moment(Instant at) -> at.toString();
      case Day(LocalDate day) -> day.toString();
      case Badge(Cell label, int _) -> label.plain(here);
      case Link(Cell shown, String _) -> shown.plain(here);
      case Quiet(Cell shown) -> shown.plain(here);
      case Joined(List<Cell> parts, String between) -> joined(parts, between, here);
      case Lines(List<Cell> parts) -> joined(parts, BETWEEN, here);
      case Several(List<Cell> parts, int _) -> joined(parts, BETWEEN, here);
      case Path(List<Cell> steps) -> joined(steps, " → ", here);
    };
  }

  private static @Nullable String joined(List<Cell> parts, String between, Surroundings here) {
    return parts.isEmpty()
        ? null
        : parts.stream()
            .map(part -> part.plain(here))
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining(between));
  }
}
