package org.concordat.formats.tables;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowWriterTest {
  private static byte[] xlsx(List<?>... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RowWriter writer = RowWriter.xlsx(out, "Sheet", 1)) {
      for (List<?> row : rows) {
        writer.write(row);
      }
    }
    return out.toByteArray();
  }

  private static String csv(List<?>... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RowWriter writer = RowWriter.csv(out)) {
      for (List<?> row : rows) {
        writer.write(row);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The ways in, as OWASP lists them, and one that hides behind an apostrophe. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "=HYPERLINK(\"http://x\",\"y\")",
        "=cmd|' /C calc'!A0",
        "'=1"
      })
  void text_stays_text_whatever_it_begins_with(String attack) throws IOException {
    List<CsvRecord> rows;
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv(List.of(attack)))) {
      rows = reader.stream().toList();
    }
    assertThat(rows.getFirst().getField(0)).isEqualTo("'" + attack);

    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(xlsx(List.of(attack))))) {
      Cell cell = workbook.getFirstSheet().read().getFirst().getCell(0);
      assertThat(cell.getType()).isEqualTo(CellType.STRING);
    }
  }

  @Test
  void numbers_are_numbers_even_below_zero_and_nothing_is_nothing() throws IOException {
    List<?> row = Arrays.asList("a", null, -1, 0.25);

    assertThat(csv(row)).isEqualTo("a,,-1,0.25\r\n");
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx(row)))) {
      Row read = workbook.getFirstSheet().read().getFirst();
      assertThat(read.getCell(2).getType()).isEqualTo(CellType.NUMBER);
      assertThat(read.getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("0.25");
    }
  }

  @Test
  void a_text_that_no_cell_can_hold_is_shortened_in_a_workbook_alone() throws IOException {
    String text = "x".repeat(40_000);

    assertThat(csv(List.of(text))).hasSize(40_002);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(xlsx(List.of(text))))) {
      assertThat(workbook.getFirstSheet().read().getFirst().getCellText(0)).hasSize(32_767);
    }
  }

  /** Counts what is written, and how much of it was there before the end. */
  private static final class Counting extends OutputStream {
    long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int from, int length) {
      bytes += length;
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void rows_leave_while_others_are_still_to_come(boolean xlsx) throws IOException {
    Counting out = new Counting();
    long early = 0;
    try (RowWriter writer = xlsx ? RowWriter.xlsx(out, "Sheet", 1) : RowWriter.csv(out)) {
      for (int i = 0; i < 100_000; i++) {
        writer.write(List.of("asset number " + i, "Information", i, "a description of it " + i));
        if (i == 90_000) {
          early = out.bytes;
        }
      }
    }
    assertThat(early).isGreaterThan(out.bytes / 2);
  }
}
