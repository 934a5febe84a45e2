package org.concordat.server.agreements.scraping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.agreements.evaluation.Measurement;
import org.concordat.core.findings.FindingList;
import org.concordat.formats.agreements.MetricsReading;
import org.concordat.server.agreements.Measurements;

/** Makes records of what was fetched. */
final class ExpositionReading {
  private ExpositionReading() {}

  static List<Measurements.Given> read(
      String name,
      Exposition exposition,
      MetricsReading reading,
      Instant now,
      FindingList findings) {
    List<Measurement> records = new ArrayList<>();
    try (Reader text =
        new InputStreamReader(
            new ByteArrayInputStream(exposition.content()), StandardCharsets.UTF_8)) {
      if (exposition.isOpenMetrics()) {
        reading.read(name, text, now, records::add, findings);
      } else {
        reading.readPrometheus(name, text, now, records::add, findings);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the bytes are there", e);
    }
    return records.stream().map(Measurements.Given::of).toList();
  }
}
