package org.concordat.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  private static final Table TABLE =
      Table.of(
              Table.column("rank", "Rank"),
              Table.elastic("name", "Name"),
              Table.elastic("why", "Why"))
          .row(
              Cell.of(1),
              Cell.named("Claims database", "claims-db"),
              Cell.of("stops Handle claim, which stops payments", Tone.GRAVE))
          .row(Cell.of(12), Cell.named("顧客管理 🙂", "crm"), Cell.nothing())
          .build();

  private static String written(Table table, TableFormat format, int columns, boolean isColoured) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
    Terminal terminal = new Terminal(stream, stream, () -> columns, isColoured, false);
    Tables.write(table, format, terminal);
    stream.flush();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_table_has_aligned_columns() {
    assertThat(written(TABLE, TableFormat.TABLE, 50, false))
        .isEqualTo(
            """
            Rank  Name             Why
            ────  ───────────────  ───────────────────────────
               1  Claims database  stops Handle claim, which
                  claims-db        stops payments
              12  顧客管理 🙂
                  crm
            """);
  }

  @Test
  void a_row_that_finds_no_room_becomes_lines_of_its_own() {
    assertThat(written(TABLE, TableFormat.TABLE, 24, false))
        .isEqualTo(
            """
            Rank 1
            Name Claims database
                 claims-db
            Why  stops Handle claim,
                 which stops
                 payments

            Rank 12
            Name 顧客管理 🙂
                 crm
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 10, 17, 24, 30, 41, 60, 100, 200})
  void no_line_is_wider_than_the_terminal(int columns) {
    assertThat(written(TABLE, TableFormat.TABLE, columns, false).lines())
        .allMatch(l -> Graphemes.columns(l) <= Math.max(2, columns));
  }

  @Test
  void colours_change_nothing_but_the_colours() {
    String coloured = written(TABLE, TableFormat.TABLE, 50, true);

    assertThat(coloured).contains("\u001b[1;31mstops Handle claim, which\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(written(TABLE, TableFormat.TABLE, 50, false));
  }

  @Test
  void json_has_one_row_a_line_with_numbers_as_numbers() {
    assertThat(written(TABLE, TableFormat.JSON, 50, true))
        .isEqualTo(
            """
            [
            {"rank":1,"name":"Claims database; claims-db","why":"stops Handle claim, which stops payments"},
            {"rank":12,"name":"顧客管理 🙂; crm","why":null}]
            """);
  }

  @Test
  void csv_defuses_what_a_spreadsheet_would_run() {
    Table table =
        Table.of(Table.column("text", "Text"), Table.column("number", "Number"))
            .row(Cell.of("=HYPERLINK(\"x\")"), Cell.of(-1.5))
            .row(Cell.of("'+1"), Cell.of(2))
            .row(Cell.of("a, b"), Cell.of(0.1))
            .build();

    assertThat(written(table, TableFormat.CSV, 50, true))
        .isEqualTo(
            """
            text,number
            "'=HYPERLINK(""x"")",-1.5
            ''+1,2
            "a, b",0.1
            """);
  }

  @Test
  void markdown_escapes_what_would_be_markup() {
    Table table =
        Table.of(Table.column("text", "Text")).row(Cell.of("a|b *c* <script>\nd")).build();

    assertThat(written(table, TableFormat.MARKDOWN, 50, true))
        .isEqualTo(
            """
            | Text |
            | --- |
            | a\\|b \\*c\\* \\<script\\> d |
            """);
  }

  @Test
  void a_name_cannot_take_the_terminal_over() {
    Table table =
        Table.of(Table.column("text", "Text"))
            .row(Cell.of("a\u001b[2Jb\r\nc\u202Ed\u009B31m"))
            .build();

    assertThat(written(table, TableFormat.TABLE, 50, false))
        .endsWith("a\uFFFD[2Jb c\uFFFDd\uFFFD31m\n");
  }

  @Test
  void a_row_has_as_many_cells_as_there_are_columns() {
    assertThatThrownBy(
            () ->
                new Table(
                    List.of(Table.column("a", "A")), List.of(List.of(Cell.of(1), Cell.of(2)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 cells, not 1");
  }
}
