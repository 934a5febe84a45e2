package org.concordat.formats.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;

/** CSV whose first line names the columns, read line by line. */
public final class CsvLines {
  /** Takes one line. */
  @FunctionalInterface
  public interface Taker {
    /**
     * Takes the line.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    void take(NamedCsvRecord line, Place place);
  }

  private CsvLines() {}

  /**
   * Reads every line; what is wrong with a line goes into the findings. Without a column that is
   * required nothing is read.
   *
   * @param name what to call the file in findings
   * @throws IOException when reading fails
   */
  public static void read(
      String name, Reader reader, List<String> required, Taker taker, FindingList findings)
      throws IOException {
    try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(reader)) {
      for (NamedCsvRecord line : lines) {
        Place place = Place.of(name, Math.toIntExact(line.getStartingLineNumber()), 0, null);
        List<String> absent = required.stream().filter(c -> line.findField(c).isEmpty()).toList();
        if (!absent.isEmpty()) {
          findings.error(
              place,
              "the columns " + String.join(", ", absent) + " are missing",
              "name the columns in the first line, separated by commas");
          return;
        }
        try {
          taker.take(line, place);
        } catch (IllegalArgumentException e) {
          findings.error(place, String.valueOf(e.getMessage()), null);
        }
      }
    } catch (CsvParseException e) {
      findings.error(Place.of(name), "this is no CSV: " + e.getMessage(), null);
    }
  }

  /** What stands in a column, without space around it; empty for nothing. */
  public static Optional<String> field(NamedCsvRecord line, String column) {
    return line.findField(column).map(String::strip).filter(text -> !text.isEmpty());
  }
}
