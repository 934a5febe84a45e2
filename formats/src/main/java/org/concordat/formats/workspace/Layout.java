package org.concordat.formats.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.Unreadable;
import org.concordat.formats.yaml.YamlEvents;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Which lines of a file hold what, as far as whole lines do. Lines count from 0, and ends are the
 * last line of a thing.
 */
final class Layout {
  /**
   * A top-level key with its value.
   *
   * @param list the entries, when the value is a list with each entry on lines of its own, or empty
   */
  record Section(int first, int last, @Nullable ItemList list) {}

  /**
   * The entries of a list.
   *
   * @param keyLine the line of the list's key
   * @param indent what stands before each dash
   */
  record ItemList(int keyLine, String indent, List<Item> items) {}

  /**
   * An entry.
   *
   * @param endColumn where it ends in its last line, in code points
   * @param goals the goals of a unit, when they are laid out likewise
   */
  record Item(int first, int last, int endColumn, @Nullable ItemList goals) {}

  private final TextLines lines;
  private final YamlEvents events;
  private final Map<String, Section> sections = new HashMap<>();

  private Layout(Source source, TextLines lines) {
    this.lines = lines;
    this.events = new YamlEvents(source, null);
  }

  /** The sections by their keys, or null when the keys of the file do not each begin a line. */
  static @Nullable Map<String, Section> of(Source source, TextLines lines) {
    Layout layout = new Layout(source, lines);
    try {
      return layout.readSections() ? layout.sections : null;
    } catch (Unreadable _) {
      return null;
    }
  }

  private boolean readSections() throws Unreadable {
    events.next();
    events.next();
    Event root = events.next();
    if (root instanceof ScalarEvent scalar) {
      return scalar.getValue().isEmpty();
    }
    if (!(root instanceof MappingStartEvent mapping) || mapping.isFlow()) {
      return false;
    }
    for (Event key = events.next(); !(key instanceof CollectionEndEvent); key = events.next()) {
      if (!(key instanceof ScalarEvent name) || YamlEvents.column(key) != 1) {
        return false;
      }
      Span span = new Span(key);
      ItemList list = value(events.next(), line(key), span);
      if (!lines.isBlankAfter(span.end, span.column)) {
        return false;
      }
      sections.put(name.getValue(), new Section(line(key), span.end, list));
    }
    return true;
  }

  /** The last line and column that something reaches. */
  private static final class Span {
    private int end;
    private int column;

    Span(Event start) {
      extend(start);
    }

    /** Ends of block lists and mappings lie at what follows them, and so do not count. */
    void extend(Event event) {
      boolean isBlockEnd = event instanceof CollectionEndEvent && isEmptyMark(event);
      if (isBlockEnd || event instanceof CollectionStartEvent) {
        return;
      }
      Mark mark = event.getEndMark().orElseThrow();
      int start = line(event);
      boolean endsBefore = mark.getColumn() == 0 && mark.getLine() > start;
      end = endsBefore ? mark.getLine() - 1 : mark.getLine();
      column = endsBefore ? Integer.MAX_VALUE : mark.getColumn();
    }

    /** A bracket or brace has a width; the end of a block has none. */
    private static boolean isEmptyMark(Event event) {
      return event
          .getStartMark()
          .map(Mark::getIndex)
          .equals(event.getEndMark().map(Mark::getIndex));
    }
  }

  private static int line(Event event) {
    return YamlEvents.line(event) - 1;
  }

  /** Reads a value up to its end; its entries, when it is a list of lines. */
  private @Nullable ItemList value(Event start, int keyLine, Span span) throws Unreadable {
    if (start instanceof SequenceStartEvent sequence && !sequence.isFlow()) {
      return items(keyLine, span);
    }
    walk(start, span);
    boolean isNothing =
        start instanceof ScalarEvent scalar && scalar.isPlain() && scalar.getValue().isEmpty();
    return isNothing && span.end == keyLine ? new ItemList(keyLine, "  ", List.of()) : null;
  }

  private void walk(Event start, Span span) throws Unreadable {
    span.extend(start);
    int open = start instanceof CollectionStartEvent ? 1 : 0;
    while (open > 0) {
      Event event = events.next();
      span.extend(event);
      open +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
    }
  }

  private @Nullable ItemList items(int keyLine, Span span) throws Unreadable {
    List<Item> items = new ArrayList<>();
    String indent = null;
    boolean isUsual = true;
    int before = keyLine;
    for (Event item = events.next(); !(item instanceof CollectionEndEvent); item = events.next()) {
      int first = line(item);
      String dash = lines.beforeDash(first, YamlEvents.column(item) - 1);
      isUsual &= dash != null && first > before && (indent == null || indent.equals(dash));
      indent = indent == null ? dash : indent;
      ItemList goals = item(item, span);
      isUsual &= lines.isBlankAfter(span.end, span.column);
      items.add(new Item(first, span.end, span.column, goals));
      before = span.end;
    }
    return isUsual && indent != null ? new ItemList(keyLine, indent, items) : null;
  }

  /** Reads an entry up to its end; its goals, when it has such a list of lines. */
  private @Nullable ItemList item(Event start, Span span) throws Unreadable {
    if (!(start instanceof MappingStartEvent mapping) || mapping.isFlow()) {
      walk(start, span);
      return null;
    }
    ItemList goals = null;
    for (Event key = events.next(); !(key instanceof CollectionEndEvent); key = events.next()) {
      walk(key, span);
      Event value = events.next();
      boolean isGoals = key instanceof ScalarEvent name && name.getValue().equals("goals");
      if (isGoals && value instanceof SequenceStartEvent) {
        goals = value(value, line(key), span);
      } else {
        walk(value, span);
      }
    }
    return goals;
  }
}
