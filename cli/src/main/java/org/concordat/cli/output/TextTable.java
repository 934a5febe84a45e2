package org.concordat.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.concordat.cli.output.Table.Column;

/**
 * A table as aligned columns that never exceed the terminal. Elastic columns give way; where even
 * that does not do, each row becomes a few lines of its own.
 */
final class TextTable {
  private static final int GAP = 2;
  private static final int NARROWEST = 14;
  private static final int MAX_LINES = 6;

  private final Table table;
  private final int width;

  TextTable(Table table, int width) {
    this.table = table;
    this.width = width;
  }

  void write(Terminal terminal) {
    int[] widths = naturalWidths();
    if (fit(widths)) {
      writeColumns(terminal, widths);
    } else {
      writeRecords(terminal);
    }
  }

  private int[] naturalWidths() {
    int[] widths = table.columns().stream().mapToInt(c -> Graphemes.columns(c.title())).toArray();
    for (List<Cell> row : table.rows()) {
      for (int i = 0; i < widths.length; i++) {
        for (Piece piece : pieces(row.get(i))) {
          widths[i] = Math.max(widths[i], Graphemes.columns(piece.text()));
        }
      }
    }
    return widths;
  }

  /** A line of a cell. */
  private record Piece(String text, Tone tone) {}

  private static List<Piece> pieces(Cell cell) {
    return switch (cell) {
      case Cell.Stack(var texts) ->
          texts.stream().map(t -> new Piece(Printable.line(t.text()), t.tone())).toList();
      case Cell.Text(var text, var tone) -> List.of(new Piece(Printable.line(text), tone));
      case Cell.Whole _, Cell.Real _, Cell.Nothing _ -> List.of(new Piece(cell.text(), Tone.PLAIN));
    };
  }

  private static List<Piece> wrapped(Cell cell, int columns) {
    List<Piece> lines = new ArrayList<>();
    for (Piece piece : pieces(cell)) {
      for (String line : Graphemes.wrap(piece.text(), columns, MAX_LINES)) {
        lines.add(new Piece(line, piece.tone()));
      }
    }
    return lines;
  }

  /** Narrows the widest elastic column again and again until all fit; false when they cannot. */
  private boolean fit(int[] widths) {
    int excess = IntStream.of(widths).sum() + GAP * (widths.length - 1) - width;
    while (excess > 0) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (table.columns().get(i).isElastic()
            && widths[i] > NARROWEST
            && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        return false;
      }
      widths[widest]--;
      excess--;
    }
    return true;
  }

  private void writeColumns(Terminal terminal, int[] widths) {
    List<Cell> titles = table.columns().stream().map(c -> Cell.of(c.title(), Tone.STRONG)).toList();
    writeRow(terminal, titles, widths);
    terminal.line(
        Tone.QUIET,
        String.join(" ".repeat(GAP), IntStream.of(widths).mapToObj(w -> "─".repeat(w)).toList()));
    for (List<Cell> row : table.rows()) {
      writeRow(terminal, row, widths);
    }
  }

  private static void writeRow(Terminal terminal, List<Cell> row, int[] widths) {
    List<List<Piece>> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      cells.add(wrapped(row.get(i), widths[i]));
    }
    int height = cells.stream().mapToInt(List::size).max().orElse(1);
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder();
      int blanks = 0;
      for (int i = 0; i < widths.length; i++) {
        Piece piece = y < cells.get(i).size() ? cells.get(i).get(y) : new Piece("", Tone.PLAIN);
        int room = widths[i] - Graphemes.columns(piece.text());
        boolean isFigure = row.get(i) instanceof Cell.Whole || row.get(i) instanceof Cell.Real;
        if (!piece.text().isEmpty()) {
          line.repeat(' ', blanks + (isFigure ? room : 0))
              .append(terminal.painted(piece.tone(), piece.text()));
          blanks = isFigure ? 0 : room;
        } else {
          blanks += room;
        }
        blanks += GAP;
      }
      terminal.line(line.toString());
    }
  }

  private void writeRecords(Terminal terminal) {
    int names =
        table.columns().stream().mapToInt(c -> Graphemes.columns(c.title())).max().orElse(0) + 1;
    boolean isFirst = true;
    for (List<Cell> row : table.rows()) {
      if (!isFirst) {
        terminal.line("");
      }
      isFirst = false;
      for (int i = 0; i < row.size(); i++) {
        writeField(terminal, table.columns().get(i), row.get(i), names);
      }
    }
  }

  private void writeField(Terminal terminal, Column column, Cell cell, int names) {
    int room = width - names;
    if (room < NARROWEST) {
      for (Piece piece : pieces(cell)) {
        Graphemes.wrap(column.title() + ": " + piece.text(), width, MAX_LINES)
            .forEach(terminal::line);
      }
      return;
    }
    String name = column.title();
    for (Piece piece : wrapped(cell, room)) {
      if (!piece.text().isEmpty()) {
        terminal.line(
            terminal.painted(Tone.QUIET, Graphemes.pad(name, names))
                + terminal.painted(piece.tone(), piece.text()));
      }
      name = "";
    }
  }
}
