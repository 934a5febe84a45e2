package org.concordat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.core.alignment.whatif.DraftEffect;
import org.concordat.core.alignment.whatif.DraftEffect.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What is tried out, and what that moves, for people: the same of a workspace and of a server.
 *
 * @param changes in the order of their numbers
 * @param moved how many scores move, or null when that cannot be said
 * @param forUnits how many others show another level for a unit alone
 * @param rows those that move furthest
 */
record EffectReport(List<Change> changes, @Nullable Integer moved, int forUnits, List<Row> rows) {
  EffectReport {
    changes = List.copyOf(changes);
    rows = List.copyOf(rows);
  }

  /**
   * A change.
   *
   * @param meanwhile what others have changed, where that is in conflict with it
   */
  record Change(String says, @Nullable String meanwhile) {}

  /**
   * A requirement that moves.
   *
   * @param before the level that it shows, or null when it is not there
   * @param units each with the levels of its own need
   * @param causes the numbers of changes, from 1
   * @param because its best path then
   */
  record Row(
      String name,
      String id,
      @Nullable Place before,
      @Nullable Place after,
      List<String> units,
      List<Integer> causes,
      String because) {
    Row {
      units = List.copyOf(units);
      causes = List.copyOf(causes);
    }
  }

  /** Where a requirement stands. */
  record Place(String level, int rank) {}

  /**
   * What a trial comes to.
   *
   * @param says each change in a sentence
   */
  static EffectReport of(List<String> says, DraftEffect effect) {
    return new EffectReport(
        says.stream().map(text -> new Change(text, null)).toList(),
        effect.moved(),
        effect.forUnits(),
        effect.shifts().stream().map(EffectReport::row).toList());
  }

  private static Row row(DraftEffect.Shift shift) {
    Standing after = shift.after();
    return new Row(
        shift.name() + ": " + shift.requirement().property(),
        shift.requirement().id(),
        place(shift.before()),
        place(after),
        shift.units().stream()
            .map(unit -> levels(unit.name(), unit.before(), unit.after()))
            .toList(),
        shift.causes().stream().map(cause -> cause + 1).toList(),
        after == null || after.reason() == null ? "" : after.reason().words());
  }

  private static @Nullable Place place(@Nullable Standing standing) {
    return standing == null ? null : new Place(standing.level(), standing.rank());
  }

  /** The same as a server tells it of a draft. */
  static EffectReport of(Told draft) {
    List<Change> changes = new ArrayList<>();
    for (Told change : draft.list("changes")) {
      changes.add(new Change(change.text("says"), change.textOrNull("meanwhile")));
    }
    Told effect = draft.member("effect");
    return new EffectReport(
        changes,
        effect.isNothing() ? null : effect.whole("moved"),
        effect.whole("for-units"),
        effect.list("requirements").stream().map(EffectReport::row).toList());
  }

  private static Row row(Told shift) {
    String id = shift.text("id");
    return new Row(
        shift.text("name") + ": " + id.substring(id.indexOf('/') + 1),
        id,
        Told.place(shift.member("before")),
        Told.place(shift.member("after")),
        shift.list("units").stream()
            .map(unit -> levels(unit.text("name"), unit.text("before"), unit.text("after")))
            .toList(),
        shift.list("causes").stream().map(cause -> cause.number() + 1).toList(),
        shift.member("after").text("because"));
  }

  private static String levels(String unit, String before, String after) {
    return unit + ": " + before + " → " + after;
  }

  /** Writes it as a table alone, or for people with all around it. */
  void write(TableFormat format, Terminal terminal) {
    if (format == TableFormat.TABLE) {
      show(terminal);
    } else {
      Tables.write(table(true), format, terminal);
    }
  }

  private void show(Terminal terminal) {
    if (changes.isEmpty()) {
      terminal.paragraph(0, "Nothing is changed.");
      return;
    }
    terminal.line(counted(changes.size(), "change") + ":");
    Set<Integer> causes =
        rows.stream().flatMap(row -> row.causes.stream()).collect(Collectors.toSet());
    // Of more than is listed, or of what was not tried out, nobody knows which moves nothing.
    boolean isKnown =
        moved != null
            && moved + forUnits == rows.size()
            && rows.stream().noneMatch(r -> r.causes.isEmpty());
    for (int i = 0; i < changes.size(); i++) {
      boolean isIdle = isKnown && !causes.contains(i + 1);
      terminal.paragraph(
          2,
          5,
          isIdle ? Tone.QUIET : Tone.PLAIN,
          (i + 1) + ". " + changes.get(i).says + (isIdle ? " (moves nothing)" : ""));
      String meanwhile = changes.get(i).meanwhile;
      if (meanwhile != null) {
        terminal.paragraph(5, 5, Tone.PLAIN, "In conflict; meanwhile: " + meanwhile);
      }
    }
    terminal.line("");
    if (moved == null) {
      terminal.paragraph(0, "What moves shows once nothing stands in the way.");
    } else if (rows.isEmpty()) {
      terminal.paragraph(0, "No priority moves.");
    } else {
      Tables.write(table(false), TableFormat.TABLE, terminal);
      terminal.line("");
      terminal.paragraph(0, summary(moved));
    }
  }

  private String summary(int scores) {
    List<String> parts = new ArrayList<>();
    if (scores > 0) {
      parts.add(counted(scores, "score") + (scores == 1 ? " moves." : " move."));
    }
    if (forUnits > 0) {
      parts.add(
          counted(forUnits, "requirement")
              + (forUnits == 1 ? " shows" : " show")
              + " another level for a unit alone.");
    }
    if (rows.size() < scores + forUnits) {
      parts.add("Shown are those that move furthest.");
    }
    return String.join(" ", parts);
  }

  private static String counted(int count, String one) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : one + "s");
  }

  /**
   * A row for each requirement that moves.
   *
   * @param wide whether it tells ids as well; on a terminal the reasons need the room
   */
  private Table table(boolean wide) {
    List<Table.Column> columns = new ArrayList<>();
    columns.add(Table.elastic("requirement", "Requirement"));
    if (wide) {
      columns.add(Table.elastic("id", "Id"));
    }
    columns.addAll(
        List.of(
            Table.column("before", "Before"),
            Table.column("after", "After"),
            Table.column("rank", "Rank"),
            Table.elastic("units", "For"),
            Table.column("changes", "By"),
            Table.elastic("because", "Then because of")));
    Table.Builder table = Table.of(columns.toArray(Table.Column[]::new));
    for (Row row : rows) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(row.name));
      if (wide) {
        cells.add(Cell.of(row.id));
      }
      cells.add(Cell.of(row.before == null ? "-" : row.before.level));
      cells.add(Cell.of(row.after == null ? "-" : row.after.level));
      cells.add(Cell.of(rank(row.before) + " → " + rank(row.after)));
      cells.add(Cell.of(String.join("; ", row.units)));
      cells.add(
          Cell.of(row.causes.stream().map(String::valueOf).collect(Collectors.joining(", "))));
      cells.add(Cell.of(row.because));
      table.row(cells.toArray(Cell[]::new));
    }
    return table.build();
  }

  private static String rank(@Nullable Place place) {
    return place == null ? "-" : String.valueOf(place.rank);
  }
}
