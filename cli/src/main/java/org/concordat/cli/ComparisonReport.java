package org.concordat.cli;

import java.util.List;
import java.util.Locale;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.core.alignment.whatif.DraftComparison;
import org.jspecify.annotations.Nullable;

/**
 * Two things tried out, side by side.
 *
 * @param one what the one is called
 * @param other what the other is called
 * @param differing how many requirements stand elsewhere in one than in the other
 * @param rows those that differ most
 */
record ComparisonReport(String one, String other, int differing, List<Row> rows) {
  ComparisonReport {
    rows = List.copyOf(rows);
  }

  /** A requirement today and in both; null where it is not there. */
  record Row(
      String name,
      String id,
      EffectReport.@Nullable Place today,
      EffectReport.@Nullable Place one,
      EffectReport.@Nullable Place other) {}

  static ComparisonReport of(String one, String other, DraftComparison comparison) {
    return new ComparisonReport(
        one,
        other,
        comparison.differing(),
        comparison.rows().stream()
            .map(
                row ->
                    new Row(
                        row.name() + ": " + row.requirement().property(),
                        row.requirement().id(),
                        place(row.today()),
                        place(row.one()),
                        place(row.other())))
            .toList());
  }

  private static EffectReport.@Nullable Place place(DraftComparison.@Nullable Place place) {
    return place == null ? null : new EffectReport.Place(place.level(), place.rank());
  }

  /** The same as a server tells it. */
  static ComparisonReport of(String one, String other, Told comparison) {
    return new ComparisonReport(
        one,
        other,
        comparison.whole("differing"),
        comparison.list("requirements").stream()
            .map(
                row -> {
                  String id = row.text("id");
                  return new Row(
                      row.text("name") + ": " + id.substring(id.indexOf('/') + 1),
                      id,
                      Told.place(row.member("today")),
                      Told.place(row.member("one")),
                      Told.place(row.member("other")));
                })
            .toList());
  }

  void write(TableFormat format, Terminal terminal) {
    if (format == TableFormat.TABLE && rows.isEmpty()) {
      terminal.paragraph(0, "Both lead to the same priorities.");
      return;
    }
    Tables.write(table(), format, terminal);
    if (format == TableFormat.TABLE) {
      terminal.line("");
      terminal.paragraph(
          0,
          String.format(
              Locale.ROOT,
              differing == 1
                  ? "%,d requirement would have another score in one than in the other."
                  : "%,d requirements would have another score in one than in the other.",
              differing));
    }
  }

  private Table table() {
    Table.Builder table =
        Table.of(
            Table.elastic("requirement", "Requirement"),
            Table.elastic("id", "Id"),
            Table.column("today", "Today"),
            Table.elastic("one", one),
            Table.elastic("other", other));
    for (Row row : rows) {
      table.row(
          Cell.of(row.name),
          Cell.of(row.id, Tone.QUIET),
          Cell.of(said(row.today)),
          Cell.of(said(row.one)),
          Cell.of(said(row.other)));
    }
    return table.build();
  }

  private static String said(EffectReport.@Nullable Place place) {
    return place == null ? "-" : place.level() + " (rank " + place.rank() + ")";
  }
}
