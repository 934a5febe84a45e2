package org.concordat.server.trail.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.concordat.server.trail.seal.TrailVerification.Expectation;
import org.junit.jupiter.api.Test;

class TrailExportTest {
  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TrailExportTest.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    }
  }

  /** What was exported once can be checked for ever: a change of these bytes is a new version. */
  @Test
  void the_format_is_that_of_the_kept_example() throws IOException {
    assertThat(Trails.export(Trails.entries(3), 2))
        .isEqualTo(new String(resource("example.ndjson"), StandardCharsets.UTF_8));
  }

  @Test
  void the_kept_example_is_sound() throws IOException {
    PublicSealKey key =
        PublicSealKey.parse(new String(resource("example.pub"), StandardCharsets.US_ASCII));

    assertThat(Trails.verify(resource("example.ndjson"), Expectation.of(key)))
        .satisfies(v -> assertThat(v.findings()).isEmpty())
        .satisfies(v -> assertThat(v.sealed()).isEqualTo(2));
  }

  @Test
  void heads_stand_behind_the_last_of_their_entries() {
    List<String> kinds =
        Trails.export(Trails.entries(4), 1, 4)
            .lines()
            .map(l -> l.replaceFirst(".*\"kind\":\"([a-z]+)\".*", "$1"))
            .toList();

    assertThat(kinds)
        .containsExactly("header", "entry", "head", "entry", "entry", "entry", "head", "footer");
  }

  /** The server exports also what it finds tampered with: to tell so is the reader's part. */
  @Test
  void heads_keep_their_place_when_the_last_of_their_entries_is_gone() {
    List<TrailEntry> all = Trails.entries(4);
    String export =
        Trails.export(
            Trails.KEY,
            List.of(all.get(0), all.get(2)),
            List.of(
                Trails.head(Trails.KEY, Trails.ACME, all, 2),
                Trails.head(Trails.KEY, Trails.ACME, all, 4)));

    assertThat(export.lines().map(l -> l.replaceFirst(".*\"kind\":\"([a-z]+)\".*", "$1")))
        .containsExactly("header", "entry", "head", "entry", "head", "footer");
  }
}
