package org.concordat.server.agreements;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
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

/** Measurements as people and monitoring systems bring them in files. */
public final class MeasurementFile {
  private MeasurementFile() {}

  /**
   * The measurements in a file: CSV when its name ends so, else the text of OpenMetrics.
   *
   * @param findings gets everything that is wrong
   * @throws IOException never, for the bytes are there
   */
  public static List<Measurement> read(
      Agreement document, String name, byte[] bytes, FindingList findings) throws IOException {
    List<Measurement> records = new ArrayList<>();
    try (Reader reader =
        new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
        Set<String> targets = new HashSet<>();
        document.targets().forEach(each -> targets.add(each.target().id()));
        MeasurementCsv.read(name, reader, targets::contains, records::add, findings);
      } else {
        new MetricsReading(document).read(name, reader, null, records::add, findings);
      }
    }
    return records;
  }
}
