package org.concordat.formats.agreements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.evaluation.Measurement;
import org.concordat.core.agreements.evaluation.Reading;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasurementFilesTest {
  private static final Path BANK = Path.of("../examples/bank-a");
  private final FindingList findings = new FindingList();
  private final List<Measurement> records = new ArrayList<>();
  private final Agreement agreement;

  MeasurementFilesTest() throws Exception {
    agreement = AgreementFiles.read(BANK.resolve("mortgages-1.yaml")).agreement();
  }

  private void csv(String text) throws Exception {
    MeasurementCsv.read(
        "m.csv",
        new StringReader(text),
        t -> agreement.targets().anyMatch(x -> x.target().id().equals(t)),
        records::add,
        findings);
  }

  private void metrics(String text, @Nullable Instant received) throws Exception {
    new MetricsReading(agreement)
        .read("m.txt", new StringReader(text), received, records::add, findings);
  }

  private List<String> messages() {
    return findings.list().stream().map(Finding::message).toList();
  }

  @Test
  void the_example_is_read() throws Exception {
    csv(Files.readString(BANK.resolve("measurements.csv")));

    assertThat(messages()).isEmpty();
    assertThat(records).hasSize(13);
    assertThat(records.getFirst())
        .isEqualTo(
            new Measurement(
                "o-1",
                "brokering-up",
                Instant.parse("2026-01-09T07:15:00Z"),
                Instant.parse("2026-01-09T09:00:00Z"),
                new Reading.Downtime(Instant.parse("2026-01-09T08:40:00Z"))));
  }

  @Test
  void every_line_that_is_wrong_is_told_and_the_others_are_read() throws Exception {
    csv(
        """
        id,target,at,seconds,value
        1,patches,2026-01-20T00:00:00Z,60,
        2,patches,yesterday,60,
        3,paches,2026-01-20T00:00:00Z,60,
        4,patches,2026-01-20T00:00:00Z,60,1
        5,patches,2026-01-20T00:00:00Z,1e9,
        """);

    assertThat(records).hasSize(1);
    assertThat(messages())
        .satisfiesExactly(
            m -> assertThat(m).startsWith("m.csv:3: at 'yesterday' is no moment"),
            m -> assertThat(m).startsWith("m.csv:4: there is no target 'paches'"),
            m -> assertThat(m).startsWith("m.csv:5: a line has just one of"),
            m -> assertThat(m).startsWith("m.csv:6: seconds '1e9' is no number"));
  }

  @Test
  void a_file_without_its_columns_says_which() throws Exception {
    csv("when,what\n1,2\n");

    assertThat(messages())
        .singleElement()
        .asString()
        .contains("columns id, target, at are missing");
  }

  @Test
  void a_gauge_that_falls_to_nothing_is_an_outage_until_the_next_sample() throws Exception {
    metrics(Files.readString(BANK.resolve("metrics.txt")), null);

    assertThat(messages()).isEmpty();
    assertThat(records)
        .extracting(Measurement::reading)
        .containsExactly(
            new Reading.Downtime(Instant.ofEpochSecond(1767258000)),
            new Reading.Downtime(Instant.ofEpochSecond(1767258300)),
            new Reading.Took(Duration.ofDays(1)));
  }

  @Test
  void a_counter_counts_by_how_much_it_grew_and_starts_again_after_a_reset() throws Exception {
    metrics(
        """
        # TYPE bookings counter
        bookings_total{target="false-bookings"} 5 100
        bookings_total{target="false-bookings"} 8 200 # {trace="a b"} 1 150.5
        bookings_total{target="false-bookings"} 2 300
        other_total{target="nobody's"} 2
        # EOF
        """,
        null);

    assertThat(messages()).isEmpty();
    assertThat(records)
        .extracting(Measurement::reading)
        .containsExactly(new Reading.Counts(0, 3), new Reading.Counts(0, 2));
  }

  @Test
  void reading_the_same_exposition_again_gives_the_same_ids() throws Exception {
    String text = Files.readString(BANK.resolve("metrics.txt"));
    metrics(text, null);
    List<String> first = records.stream().map(Measurement::id).toList();
    records.clear();
    metrics(text, null);

    assertThat(records).extracting(Measurement::id).isEqualTo(first).doesNotHaveDuplicates();
  }

  @Test
  void what_is_no_exposition_is_told_line_by_line() throws Exception {
    metrics(
        """
        # a comment
        1up 5
        up{target="patches" 5
        up{target="patches",target="x"} 5
        up{target="patches"}  5
        up{target="patches"} five
        up{target="\\t"} 5
        up{target="patches"} 5 6 7
        up{target="patches"} NaN 6
        up{target="patches"} 5
        """,
        null);

    assertThat(records).isEmpty();
    assertThat(messages())
        .hasSize(11)
        .anyMatch(m -> m.contains("m.txt:1: this is neither TYPE"))
        .anyMatch(m -> m.contains("m.txt:10: the sample has no timestamp"))
        .anyMatch(m -> m.contains("the exposition is cut off"));
  }

  @Test
  void escaped_labels_and_labels_that_look_like_samples_are_read() throws Exception {
    List<MetricPoint> points = new ArrayList<>();
    OpenMetricsText.read(
        "m.txt",
        new StringReader("a{x=\"} 5 # {\",y=\"\\\\\\\"\\n\",} 1e3 2.5\n# EOF"),
        points::add,
        findings);

    assertThat(messages()).singleElement().asString().contains("expected a name at column");
    points.clear();
    OpenMetricsText.read(
        "m.txt",
        new StringReader("a{x=\"} 5 # {\",y=\"\\\\\\\"\\n\"} 1e3 2.5\n# EOF"),
        points::add,
        new FindingList());
    assertThat(points.getFirst().labels())
        .containsEntry("x", "} 5 # {")
        .containsEntry("y", "\\\"\n");
    assertThat(points.getFirst().at()).isEqualTo(Instant.ofEpochMilli(2_500));
  }

  @Test
  void random_bytes_never_do_more_than_give_findings() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder("up{target=\"patches\"} 5 1\n# EOF\n");
      for (int i = 0; i < 5; i++) {
        String alphabet = "{}\"=,# \\\n5eE+.NaInf_a";
        text.setCharAt(
            random.nextInt(text.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThatCode(() -> metrics(text.toString(), null))
          .as("seed " + seed)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void foreign_metrics_speak_of_targets_by_a_mapping() throws Exception {
    MetricsMapping mapping =
        MetricsMapping.parse(
            """
            # the probe of the core banking system
            brokering.availability = probe_success{instance="core"}
            nobody = up
            patches = tickets{open="yes"
            """,
            target -> !target.equals("nobody"),
            findings);

    assertThat(mapping.rules())
        .containsExactly(
            new MetricsMapping.Rule(
                "brokering.availability", null, "probe_success", Map.of("instance", "core")));
    assertThat(messages())
        .hasSize(2)
        .anyMatch(m -> m.contains("mapping:3: there is no target 'nobody'"))
        .anyMatch(m -> m.contains("mapping:4: expected ','"));
    MetricPoint other = new MetricPoint("probe_success", Map.of("instance", "edge"), "1", null, 1);
    MetricPoint core =
        new MetricPoint(
            "probe_success", Map.of("instance", "core", "job", "blackbox"), "1", null, 1);
    assertThat(mapping.of(other)).isEmpty();
    assertThat(mapping.of(core))
        .containsExactly(new MetricsMapping.Spoken("brokering.availability", null));
  }

  @Test
  void the_text_of_prometheus_has_milliseconds_comments_and_no_end() throws Exception {
    List<MetricPoint> points = new ArrayList<>();
    OpenMetricsText.read(
        "m.txt",
        OpenMetricsText.Dialect.PROMETHEUS,
        new StringReader("# made by hand\n\nup{job=\"a\",} 1 2500\n"),
        points::add,
        findings);

    assertThat(messages()).isEmpty();
    assertThat(points)
        .containsExactly(
            new MetricPoint("up", Map.of("job", "a"), "1", Instant.ofEpochMilli(2_500), 3));
  }

  @Test
  void after_a_long_gap_nobody_knows_whether_there_was_an_outage() throws Exception {
    String id = agreement.targets().findFirst().orElseThrow().target().id();
    MetricsReading reading =
        new MetricsReading(agreement, MetricsMapping.BY_LABEL, Map.of(), Duration.ofMinutes(5));
    for (long second : List.of(100, 200, 2_000, 2_000, 2_100)) {
      reading.read(
          "m.txt",
          new StringReader("up{target=\"" + id + "\"} 0 " + second + "\n# EOF"),
          null,
          records::add,
          findings);
    }

    assertThat(messages()).isEmpty();
    assertThat(records)
        .extracting(Measurement::at, Measurement::reading)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Instant.ofEpochSecond(100), new Reading.Downtime(Instant.ofEpochSecond(200))),
            org.assertj.core.groups.Tuple.tuple(
                Instant.ofEpochSecond(2_000), new Reading.Downtime(Instant.ofEpochSecond(2_100))));
  }

  @Test
  void numbers_beyond_all_bounds_are_told_and_not_taken() throws Exception {
    metrics(
        """
        x{target="false-bookings"} 5 100
        x{target="false-bookings"} 1e999 200
        x{target="patches"} 1e30 200
        x{target="patches",a="1"} -1 300
        x{target="patches",a="2"} 5 99999999999
        # EOF
        """,
        null);

    assertThat(records).isEmpty();
    assertThat(messages()).hasSize(4);
  }
}
