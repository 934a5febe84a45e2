package org.concordat.server.agreements;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.evaluation.Measurement;
import org.concordat.core.findings.FindingList;
import org.concordat.formats.agreements.MeasurementCsv;
import org.concordat.formats.agreements.MetricsReading;
import org.concordat.server.agreements.Measurements.Given;
import org.jspecify.annotations.Nullable;

/** Measurements as people and monitoring systems bring them in files. */
public enum MeasurementFile {
  CSV,
  OPEN_METRICS,
  /** The text format 0.0.4 of Prometheus. */
  PROMETHEUS;

  /** What a file is by its name: CSV when it ends so, else the text of OpenMetrics. */
  public static MeasurementFile of(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? CSV : OPEN_METRICS;
  }

  /**
   * The measurements in a file.
   *
   * @param name what to call it in findings
   * @param arrived the time of samples of metrics without a timestamp; null when they need one
   * @param findings gets everything that is wrong
   */
  public List<Given> read(
      Agreement document,
      String name,
      byte[] bytes,
      @Nullable Instant arrived,
      FindingList findings) {
    List<Measurement> records = new ArrayList<>();
    try (Reader reader =
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      switch (this) {
        case CSV -> {
          Set<String> targets = new HashSet<>();
          document.targets().forEach(each -> targets.add(each.target().id()));
          MeasurementCsv.read(name, reader, targets::contains, records::add, findings);
        }
        case OPEN_METRICS ->
            new MetricsReading(document).read(name, reader, arrived, records::add, findings);
        case PROMETHEUS ->
            new MetricsReading(document)
                .readPrometheus(name, reader, arrived, records::add, findings);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the bytes are there", e);
    }
    return records.stream().map(Given::of).toList();
  }
}
