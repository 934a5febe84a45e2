package org.concordat.formats.agreements;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.concordat.core.agreements.evaluation.Measurement;
import org.concordat.core.agreements.evaluation.Reading;
import org.concordat.core.findings.FindingList;
import org.concordat.formats.tables.CsvLines;

/**
 * Measurements in CSV, one a line, with the columns {@code id}, {@code target}, {@code at} and one
 * of: {@code good} and {@code total}; {@code until}; {@code seconds}; {@code value}. A column
 * {@code received} tells when it arrived; without one it is {@code at}, or {@code until}.
 */
public final class MeasurementCsv {
  private static final List<String> REQUIRED = List.of("id", "target", "at");

  private MeasurementCsv() {}

  /**
   * Reads every line; what is wrong with a line goes into the findings and the line nowhere.
   *
   * @param name what to call the file in findings
   * @param isTarget whether the agreement has such a target
   * @throws IOException when reading fails
   */
  public static void read(
      String name,
      Reader reader,
      Predicate<String> isTarget,
      Consumer<Measurement> into,
      FindingList findings)
      throws IOException {
    CsvLines.read(
        name,
        reader,
        REQUIRED,
        (line, place) -> {
          Measurement record = record(line);
          if (isTarget.test(record.target())) {
            into.accept(record);
          } else {
            findings.error(place, "there is no target '" + record.target() + "'", null);
          }
        },
        findings);
  }

  private static Measurement record(NamedCsvRecord row) {
    Instant at = instant(row.getField("at"), "at");
    Reading reading = reading(row);
    Instant happened = reading instanceof Reading.Downtime(Instant until) ? until : at;
    Instant received =
        CsvLines.field(row, "received").map(t -> instant(t, "received")).orElse(happened);
    return new Measurement(row.getField("id"), row.getField("target"), at, received, reading);
  }

  private static Reading reading(NamedCsvRecord row) {
    Optional<String> total = CsvLines.field(row, "total");
    Optional<String> until = CsvLines.field(row, "until");
    Optional<String> seconds = CsvLines.field(row, "seconds");
    Optional<String> value = CsvLines.field(row, "value");
    if (List.of(total, until, seconds, value).stream().filter(Optional::isPresent).count() != 1) {
      throw new IllegalArgumentException(
          "a line has just one of: good and total, until, seconds, value");
    }
    if (total.isPresent()) {
      long all = whole(total.get(), "total");
      return new Reading.Counts(
          CsvLines.field(row, "good").map(g -> whole(g, "good")).orElse(0L), all);
    }
    if (until.isPresent()) {
      return new Reading.Downtime(instant(until.get(), "until"));
    }
    if (seconds.isPresent()) {
      BigDecimal milliseconds = number(seconds.get(), "seconds").movePointRight(3);
      return new Reading.Took(Duration.ofMillis(milliseconds.longValue()));
    }
    return new Reading.Sample(number(value.orElseThrow(), "value"));
  }

  private static Instant instant(String text, String column) {
    return TermsReader.parseInstant(text.strip())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s '%s' is no moment: write such as 2026-03-02T09:30:00Z"
                        .formatted(column, text)));
  }

  private static long whole(String text, String column) {
    if (!text.matches("[0-9]{1,13}")) {
      throw new IllegalArgumentException("%s '%s' is no whole number".formatted(column, text));
    }
    return Long.parseLong(text);
  }

  private static BigDecimal number(String text, String column) {
    return TermsReader.parseNumber(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s '%s' is no number: write such as 0.995".formatted(column, text)));
  }
}
