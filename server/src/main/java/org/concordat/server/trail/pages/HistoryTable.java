package org.concordat.server.trail.pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.trail.history.Action;
import org.concordat.server.trail.history.Activity;
import org.concordat.server.trail.history.RowChange;
import org.concordat.server.trail.history.TrailHistory;
import org.concordat.server.trail.history.TrailTables;
import org.concordat.server.web.Surroundings;
import org.concordat.server.web.table.Asked;
import org.concordat.server.web.table.Cell;
import org.concordat.server.web.table.Column;
import org.concordat.server.web.table.Column.Presence;
import org.concordat.server.web.table.FilterField;
import org.concordat.server.web.table.FilterField.Option;
import org.concordat.server.web.table.Table;
import org.jspecify.annotations.Nullable;

/** Who did what, newest first. It has one order, that of the trail. */
final class HistoryTable {
  /** So many of the things that an action changed are named at once. */
  private static final int NAMED = 2;

  /**
   * What the rows are read from.
   *
   * @param people who may be asked for
   * @param here in whose language changes are told
   */
  record Source(
      TrailHistory history, UUID tenant, List<Accounts.Listed> people, Surroundings here) {
    Source {
      people = List.copyOf(people);
    }
  }

  static final Table<Source, Action> TABLE =
      new Table<>(
          "history",
          "trail.title",
          "/history",
          List.of(
              Column.<Source, Action>of("at", "trail.column.at", (_, action) -> at(action))
                  .shown(Presence.ALWAYS),
              Column.of(
                  "who",
                  "trail.filter.person",
                  (source, action) -> new Cell.Text(TrailWords.actor(source.here(), action))),
              Column.of("what", "trail.column.what", HistoryTable::what),
              Column.of("things", "trail.column.things", HistoryTable::things),
              Column.of("reason", "web.reason", (_, action) -> Cell.of(action.reason())),
              Column.<Source, Action>ofNumbers(
                      "entries",
                      "trail.column.entries",
                      (_, action) -> new Cell.Count(action.size()))
                  .shown(Presence.WHEN_CHOSEN),
              Column.<Source, Action>of(
                      "request", "trail.column.request", (_, action) -> Cell.of(action.request()))
                  .shown(Presence.WHEN_CHOSEN)),
          List.of(
              FilterField.search(),
              new FilterField<>("actor", "trail.filter.person", HistoryTable::people),
              new FilterField<>("table", "trail.filter.kind", HistoryTable::tables),
              FilterField.day("from", "trail.filter.from"),
              FilterField.day("to", "trail.filter.to")),
          HistoryTable::find,
          null);

  private HistoryTable() {}

  private static Cell at(Action action) {
    Cell moment = new Cell.Moment(action.at());
    return action.change() == null ? moment : new Cell.Link(moment, "/history/" + action.change());
  }

  private static Cell what(Source source, Action action) {
    return new Cell.Several(
        action.counts().stream()
            .map(count -> (Cell) new Cell.Text(TrailWords.count(source.here(), count)))
            .toList(),
        NAMED);
  }

  /** What it changed, as far as a list tells it; a row of its own page tells the rest. */
  private static Cell things(Source source, Action action) {
    List<Cell> things = new ArrayList<>();
    for (RowChange change : action.rows()) {
      String subject = TrailWords.subject(source.here(), change.subject());
      if (!subject.isEmpty()) {
        things.add(
            new Cell.Link(
                new Cell.Text(subject), "/history/" + change.table() + "/" + change.key()));
      }
    }
    int more = action.size() - action.rows().size();
    if (more > 0) {
      things.add(
          new Cell.Link(
              new Cell.Text(source.here().text("trail.more", more)),
              "/history/" + action.change()));
    }
    return new Cell.Several(things, NAMED);
  }

  private static List<Option> people(Source source) {
    return source.people().stream()
        .map(person -> new Option(person.id().toString(), new Cell.Text(person.name())))
        .toList();
  }

  private static List<Option> tables(Source source) {
    return TrailTables.all().stream()
        .map(table -> new Option(table, new Cell.Text(TrailWords.table(source.here(), table))))
        .toList();
  }

  private static Table.Found<Action> find(Source source, Asked asked, int offset, int limit) {
    TrailHistory.Part part = source.history().part(source.tenant(), activity(asked), offset, limit);
    return new Table.Found<>(part.actions(), part.total());
  }

  private static Activity activity(Asked asked) {
    return new Activity(
        orNull(asked.filter("actor")),
        day(asked.filter("from")),
        day(asked.filter("to")),
        orNull(asked.filter("table")),
        orNull(asked.filter("q")));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** A day, or null where none is told; years that the calendar has not are none. */
  private static @Nullable LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      return day.getYear() < 1 || day.getYear() > 9999 ? null : day;
    } catch (DateTimeException _) {
      return null;
    }
  }
}
