package org.concordat.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void what_is_quick_shows_nothing() {
    new Progress(err, true, "Reading acme").close();

    assertThat(shown()).isEmpty();
  }

  @Test
  void what_takes_long_shows_and_is_erased_at_the_end() throws InterruptedException {
    try (Progress _ = new Progress(err, true, "Reading acme", Duration.ofMillis(1))) {
      while (shown().isEmpty()) {
        Thread.sleep(5);
      }
    }

    assertThat(shown()).contains("Reading acme … 0 s").endsWith("\r\u001b[K");
  }

  @Test
  void nobody_watching_sees_nothing() throws InterruptedException {
    try (Progress _ = new Progress(err, false, "Reading acme", Duration.ofMillis(1))) {
      Thread.sleep(50);
    }

    assertThat(shown()).isEmpty();
  }
}
