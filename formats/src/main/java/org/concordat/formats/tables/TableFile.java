package org.concordat.formats.tables;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/** The tables of a CSV or XLSX file, within {@link TableLimits}. Close it when they are read. */
public final class TableFile implements Closeable {
  private static final Pattern SHEETS_ENDING = Pattern.compile("(?i).*\\.(xlsx|xlsm)");

  private final List<Table> tables;
  private final @Nullable ReadableWorkbook workbook;

  private TableFile(List<Table> tables, @Nullable ReadableWorkbook workbook) {
    this.tables = List.copyOf(tables);
    this.workbook = workbook;
  }

  /** How well a table is understood, the more the better; 0 when not at all. */
  public interface Understanding {
    int of(Table table) throws IOException, InvalidInput;
  }

  /**
   * Opens a file: one table of a CSV file, one for each sheet of an XLSX file.
   *
   * @param understanding which of the separators of a CSV file is right
   * @throws InvalidInput when it is neither, too large or damaged
   * @throws IOException when it cannot be read
   */
  public static TableFile open(Path file, Understanding understanding)
      throws IOException, InvalidInput {
    if (Files.size(file) > TableLimits.FILE_BYTES) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()),
              "the file is larger than 200 MiB",
              "split it into several"));
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(8);
    }
    if (start.length == 8 && ReadableWorkbook.isOLE2Header(start)) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()),
              "the file is an old (.xls) or an encrypted Excel file",
              "save it as .xlsx without a password, or as CSV"));
    }
    if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
      return workbook(file);
    }
    if (SHEETS_ENDING.matcher(file.toString()).matches()) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()), "the file is no XLSX file, in spite of its name", null));
    }
    return new TableFile(List.of(separated(CsvTable.open(file), understanding)), null);
  }

  private static TableFile workbook(Path file) throws IOException, InvalidInput {
    ArchiveGuard.check(file);
    try {
      ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
      List<Table> sheets =
          workbook.getSheets().<Table>map(s -> new ExcelSheet(file.toString(), s)).toList();
      return new TableFile(sheets, workbook);
    } catch (IOException | RuntimeException e) {
      // The reader throws whatever it likes at a damaged workbook.
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()),
              "the file is no XLSX file that can be read: " + e.getMessage(),
              "open it in a spreadsheet and save it again"));
    }
  }

  /** The table with the separator under which it is understood best. */
  private static Table separated(CsvTable table, Understanding understanding)
      throws IOException, InvalidInput {
    CsvTable best = table;
    int most = 0;
    InvalidInput problem = null;
    for (char separator : CsvTable.SEPARATORS) {
      CsvTable candidate = table.separatedBy(separator);
      try {
        int understood = understanding.of(candidate);
        if (understood > most) {
          most = understood;
          best = candidate;
        }
      } catch (InvalidInput e) {
        problem = problem == null ? e : problem;
      }
    }
    if (most == 0 && problem != null) {
      throw problem;
    }
    return best;
  }

  /** The tables, in the order of the file; none in a workbook without sheets. */
  public List<Table> tables() {
    return tables;
  }

  /** Whether it is a file of separated values. */
  boolean isSeparated() {
    return workbook == null;
  }

  /** A warning when it is not certain how the file writes its letters, else null. */
  public @Nullable Finding doubtfulLetters() {
    if (tables.isEmpty()
        || !(tables.getFirst() instanceof CsvTable table)
        || !table.charset().equals(CsvTable.WINDOWS_1252)) {
      return null;
    }
    return Finding.warning(
        table.place(),
        "the file is not in UTF-8; it is read as Windows-1252",
        "look whether accented letters are right, or save it as UTF-8");
  }

  /** The name of a sheet; empty for a CSV file. */
  static String sheetName(Table table) {
    return switch (table) {
      case ExcelSheet sheet -> sheet.sheet().getName();
      case CsvTable _ -> "";
    };
  }

  @Override
  public void close() throws IOException {
    if (workbook != null) {
      workbook.close();
    }
  }
}
