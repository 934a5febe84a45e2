package org.concordat.formats.incidents;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.reassessment.Incident;
import org.concordat.core.findings.FindingList;
import org.concordat.formats.tables.CsvLines;
import org.concordat.formats.yaml.Words;

/**
 * Incidents in CSV with the columns {@code id}, {@code asset}, {@code property}, {@code on}, {@code
 * severity} and {@code what}, and where it is known {@code factor} and {@code level}: the damage.
 * Lines with one id are one incident that did several damages.
 */
public final class IncidentCsv {
  private static final List<String> REQUIRED =
      List.of("id", "asset", "property", "on", "severity", "what");

  private final ImpactScale scale;
  private final Map<String, Incident> incidents = new LinkedHashMap<>();

  private IncidentCsv(ImpactScale scale) {
    this.scale = scale;
  }

  /**
   * Reads every line; what is wrong with a line goes into the findings and the line nowhere.
   *
   * @param name what to call the file in findings
   * @param scale names the levels
   * @throws IOException when reading fails
   */
  public static List<Incident> read(
      String name, Reader reader, ImpactScale scale, FindingList findings) throws IOException {
    IncidentCsv reading = new IncidentCsv(scale);
    CsvLines.read(name, reader, REQUIRED, (line, _) -> reading.take(line), findings);
    return List.copyOf(reading.incidents.values());
  }

  private void take(NamedCsvRecord row) {
    String id = row.getField("id");
    Incident before = incidents.get(id);
    List<Incident.Harm> harms = new ArrayList<>(before == null ? List.of() : before.harms());
    CsvLines.field(row, "factor")
        .ifPresent(factor -> harms.add(new Incident.Harm(factor, level(row))));
    LocalDate on = day(row.getField("on"));
    incidents.put(
        id,
        new Incident(
            id,
            new Requirement(row.getField("asset"), row.getField("property")),
            on,
            severity(row.getField("severity")),
            row.getField("what"),
            on.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC),
            harms));
  }

  private Level level(NamedCsvRecord row) {
    String name = CsvLines.field(row, "level").orElse("");
    return scale
        .level(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "level '%s' is none of %s".formatted(name, String.join(", ", scale.names()))));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "on '" + text + "' is no day: write such as 2026-03-02", e);
    }
  }

  private static Incident.Severity severity(String text) {
    return Words.find(Incident.Severity.class, text.strip())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "severity '%s' is none of %s"
                        .formatted(text, String.join(", ", Words.all(Incident.Severity.class)))));
  }
}
