package org.concordat.formats.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;

/**
 * A file of separated values.
 *
 * @param marked the number of bytes of the byte order mark
 */
record CsvTable(Path file, Charset charset, int marked, char separator) implements Table {
  /** What spreadsheets and tools put between cells, the likelier first. */
  static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** The apostrophes before a cell that a spreadsheet would otherwise take for a formula. */
  private static final Pattern DEFUSED = Pattern.compile("(?s)'+[=+\\-@\t\r].*");

  /** The table, with the separator still to be found out. */
  static CsvTable open(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(3);
    }
    if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
      return new CsvTable(file, StandardCharsets.UTF_8, 3, ',');
    }
    if (startsWith(start, 0xFE, 0xFF)) {
      return new CsvTable(file, StandardCharsets.UTF_16BE, 2, ',');
    }
    if (startsWith(start, 0xFF, 0xFE)) {
      return new CsvTable(file, StandardCharsets.UTF_16LE, 2, ',');
    }
    return new CsvTable(file, isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS_1252, 0, ',');
  }

  CsvTable separatedBy(char other) {
    return new CsvTable(file, charset, marked, other);
  }

  @Override
  public void read(Visitor visitor) throws IOException, InvalidInput {
    int count = 0;
    int line = 1;
    try (CsvReader<CsvRecord> records = reader()) {
      for (CsvRecord entry : records) {
        line = Math.toIntExact(entry.getStartingLineNumber());
        Row row = new Row(line, cells(entry));
        if (row.isEmpty()) {
          continue;
        }
        Table.checkLimits(this, row, ++count);
        if (!visitor.visit(row)) {
          return;
        }
      }
    } catch (CsvParseException e) {
      throw new InvalidInput(
          Finding.error(
              place(line),
              "the file is not a table of separated values from here on: " + e.getMessage(),
              "look for a quotation mark that is never closed"));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public Place place(int row, int column, String header) {
    return Place.of(file.toString(), row, column + 1, header.isEmpty() ? null : header);
  }

  @Override
  public Place place(int row) {
    return Place.of(file.toString(), row, 0, null);
  }

  @Override
  public Place place() {
    return Place.of(file.toString());
  }

  private CsvReader<CsvRecord> reader() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.skipNBytes(marked);
    Reader text = new InputStreamReader(in, charset);
    // A record holds at most its columns' longest cells; in practice far less, and what is not a
    // table at all (one quotation mark in 200 MB) ends here.
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .trimWhitespacesAroundQuotes(true)
        .maxBufferSize(4 << 20)
        .ofCsvRecord(text);
  }

  private static List<String> cells(CsvRecord entry) {
    List<String> cells = new ArrayList<>(entry.getFieldCount());
    for (int i = 0; i < entry.getFieldCount(); i++) {
      String cell = entry.getField(i).strip();
      boolean defused =
          !cell.isEmpty() && cell.charAt(0) == '\'' && DEFUSED.matcher(cell).matches();
      cells.add(defused ? cell.substring(1).strip() : cell);
    }
    return cells;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUtf8(Path file) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    CharBuffer chars = CharBuffer.allocate(1 << 16);
    try (InputStream in = Files.newInputStream(file)) {
      boolean end = false;
      while (!end) {
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        CoderResult result = decoder.decode(bytes, chars, end);
        if (result.isError()) {
          return false;
        }
        chars.clear();
        bytes.compact();
      }
    }
    return true;
  }
}
