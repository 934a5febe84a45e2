package org.concordat.server.agreements;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.concordat.core.agreements.evaluation.Measurement;
import org.concordat.core.agreements.evaluation.Reading;

/**
 * Measurements of one target as they are kept: a line each, deflated (RFC 1950).
 *
 * <pre>
 * line = id TAB at TAB received TAB reading
 * at, received: milliseconds since 1970; received is how much later than at
 * reading = "c" good "/" total | "d" milliseconds of an outage | "t" milliseconds | "s" number
 * </pre>
 */
final class RecordLines {
  private RecordLines() {}

  /** Records after what is there already. */
  static byte[] append(byte[] present, List<Measurement> records) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes);
        Writer out = new OutputStreamWriter(deflater, StandardCharsets.UTF_8)) {
      if (present.length > 0) {
        new InputStreamReader(inflater(present), StandardCharsets.UTF_8).transferTo(out);
      }
      for (Measurement record : records) {
        out.write(line(record));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static InflaterInputStream inflater(byte[] content) {
    return new InflaterInputStream(new ByteArrayInputStream(content));
  }

  private static String line(Measurement record) {
    long at = record.at().toEpochMilli();
    return escaped(record.id())
        + '\t'
        + at
        + '\t'
        + (record.receivedAt().toEpochMilli() - at)
        + '\t'
        + reading(record)
        + '\n';
  }

  private static String escaped(String id) {
    return id.replace("\\", "\\\\").replace("\t", "\\t");
  }

  private static String plain(String id) {
    return id.indexOf('\\') < 0
        ? id
        : id.replace("\\\\", "\0").replace("\\t", "\t").replace("\0", "\\");
  }

  private static String reading(Measurement record) {
    return switch (record.reading()) {
      case Reading.Counts(long good, long total) -> "c" + good + "/" + total;
      case Reading.Downtime(Instant until) ->
          "d" + (until.toEpochMilli() - record.at().toEpochMilli());
      case Reading.Took(Duration time) -> "t" + time.toMillis();
      case Reading.Sample(BigDecimal value) -> "s" + value.toPlainString();
    };
  }

  /** Hands over records in their order, after the first ones of them. */
  static void read(byte[] content, String target, int skip, Consumer<Measurement> to) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(inflater(content), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (number++ >= skip) {
          to.accept(record(line, target));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Measurement record(String line, String target) {
    int first = line.indexOf('\t');
    int second = line.indexOf('\t', first + 1);
    int third = line.indexOf('\t', second + 1);
    long at = Long.parseLong(line, first + 1, second, 10);
    long later = Long.parseLong(line, second + 1, third, 10);
    return new Measurement(
        plain(line.substring(0, first)),
        target,
        Instant.ofEpochMilli(at),
        Instant.ofEpochMilli(at + later),
        reading(line.substring(third + 1), at));
  }

  private static Reading reading(String text, long at) {
    String value = text.substring(1);
    return switch (text.charAt(0)) {
      case 'c' -> {
        int slash = value.indexOf('/');
        yield new Reading.Counts(
            Long.parseLong(value, 0, slash, 10), Long.parseLong(value.substring(slash + 1)));
      }
      case 'd' -> new Reading.Downtime(Instant.ofEpochMilli(at + Long.parseLong(value)));
      case 't' -> new Reading.Took(Duration.ofMillis(Long.parseLong(value)));
      case 's' -> new Reading.Sample(new BigDecimal(value));
      default -> throw new IllegalStateException("no reading is kept as '" + text + "'");
    };
  }
}
