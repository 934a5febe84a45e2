package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.concordat.core.agreements.evaluation.Measurement;
import org.concordat.core.agreements.evaluation.Reading;
import org.junit.jupiter.api.Test;

/** How measurements are kept: nothing is lost, and it is small. */
class RecordLinesTest {
  private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

  private static Measurement measurement(String id, long seconds, Reading reading) {
    Instant at = START.plusSeconds(seconds);
    return new Measurement(id, "t1", at, at.plusMillis(1_234), reading);
  }

  private static List<Measurement> read(byte[] content, int skip) {
    List<Measurement> records = new ArrayList<>();
    RecordLines.read(content, "t1", skip, records::add);
    return records;
  }

  @Test
  void records_of_every_kind_are_read_as_they_were_written_and_more_can_be_added() {
    List<Measurement> first =
        List.of(
            measurement("a", 0, new Reading.Counts(99, 100)),
            measurement(
                "b\\twith \\ backslashes\\", 1, new Reading.Downtime(START.plusSeconds(61))));
    List<Measurement> second =
        List.of(
            measurement("ü", 2, new Reading.Took(Duration.ofMillis(12_345))),
            measurement("d", 3, new Reading.Sample(new BigDecimal("-0.000000001"))));

    byte[] content = RecordLines.append(RecordLines.append(new byte[0], first), second);

    assertThat(read(content, 0))
        .containsExactly(first.get(0), first.get(1), second.get(0), second.get(1));
    assertThat(read(content, 3)).containsExactly(second.get(1));
  }

  @Test
  void a_record_takes_less_than_thirty_bytes() {
    Random random = new Random(7);
    List<Measurement> records = new ArrayList<>();
    for (int i = 0; i < 4_096; i++) {
      records.add(
          measurement("probe-" + i, i * 60L, new Reading.Counts(random.nextInt(90, 100), 100)));
    }

    assertThat(RecordLines.append(new byte[0], records).length / records.size()).isLessThan(30);
  }
}
