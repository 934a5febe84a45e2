package org.concordat.server.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.server.trail.seal.TrailVerification.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that want time or memory instead of an answer. */
@Timeout(60)
class HostileExportsTest {
  private static final String EXPORT = Trails.export(Trails.entries(3), 3);
  private static final String HEADER = EXPORT.lines().findFirst().orElseThrow() + "\n";

  /** Bytes that go on for ever. */
  private record Endless(byte value) {
    InputStream stream() {
      return new InputStream() {
        @Override
        public int read() {
          return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
          Arrays.fill(buffer, offset, offset + length, value);
          return length;
        }
      };
    }
  }

  private static List<Finding> findings(InputStream... parts) throws IOException {
    return TrailVerification.verify(
            new SequenceInputStream(Collections.enumeration(List.of(parts))),
            "acme.ndjson",
            Expectation.of(Trails.KEY.publicKey()))
        .findings();
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_line_without_end_is_given_up() throws IOException {
    assertThat(findings(text(HEADER), new Endless((byte) 'x').stream()))
        .singleElement()
        .satisfies(f -> assertThat(f.message()).startsWith("acme.ndjson:2: this line has more"));
    assertThat(findings(new Endless((byte) '{').stream())).hasSize(1);
  }

  @Test
  void a_text_as_long_as_a_line_may_be_is_read_and_not_repeated_in_findings() throws IOException {
    String huge = "x".repeat(TrailVerification.LINE_BYTES - 100);

    for (String line :
        List.of(
            "{\"kind\":\"" + huge + "\"}",
            "{\"" + huge + "\":1}",
            "{\"kind\":" + "1".repeat(1_000_000) + "}",
            "{\"kind\":\"entry\",\"number\":1,\"tenant\":\"" + huge + "\"}")) {
      assertThat(findings(text(HEADER), text(line + "\n")))
          .hasSize(2)
          .allMatch(f -> f.message().length() < 1_000);
    }
  }

  @Test
  void a_million_lines_of_nonsense_make_a_list_that_can_be_read() throws IOException {
    assertThat(findings(text(HEADER), text("{}\n".repeat(1_000_000))))
        .hasSize(FindingList.LISTED + 1);
  }

  @Test
  void depth_is_refused_at_once() throws IOException {
    assertThat(findings(text(HEADER), text("[".repeat(10_000_000) + "\n"))).hasSize(2);
    assertThat(findings(text(HEADER), text("{\"a\":".repeat(5_000_000) + "\n"))).hasSize(2);
  }

  @Test
  void the_largest_entry_is_read() {
    String after = "\"" + "\u00e9".repeat(TrailVerification.LINE_BYTES / 2 - 1_000) + "\"";
    TrailEntry small = Trails.entry(1);
    TrailEntry large =
        new TrailEntry(
            small.tenant(),
            1,
            small.at(),
            small.actor(),
            null,
            null,
            null,
            small.table(),
            small.row(),
            small.operation(),
            null,
            after);

    assertThat(Trails.verify(Trails.export(List.of(large), 1)).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void random_bytes_never_pass_and_never_break_the_check(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] whole = EXPORT.getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 300; round++) {
      byte[] changed = whole.clone();
      int from = random.nextInt(changed.length);
      byte[] noise = new byte[Math.min(changed.length - from, 1 + random.nextInt(40))];
      random.nextBytes(noise);
      System.arraycopy(noise, 0, changed, from, noise.length);
      if (!Arrays.equals(changed, whole)) {
        assertThat(findings(new ByteArrayInputStream(changed)))
            .as("seed %d, round %d, from byte %d", seed, round, from)
            .isNotEmpty();
      }
    }
  }
}
