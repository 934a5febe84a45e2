package org.concordat.server.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RepetitionTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  /** Whether the end was near, of each turn. */
  private final BlockingQueue<Boolean> turns = new LinkedBlockingQueue<>();

  @Test
  void turns_come_again_and_again_also_after_one_that_failed() throws Exception {
    try (Repetition _ =
        Repetition.start(
            "test",
            Duration.ofMillis(1),
            ending -> {
              turns.add(ending.isNear());
              throw new IllegalStateException("of the test");
            })) {
      assertThat(turns.poll(10, TimeUnit.SECONDS)).isFalse();
      assertThat(turns.poll(10, TimeUnit.SECONDS)).isFalse();
    }
  }

  @Test
  void the_last_turn_knows_that_it_is_the_last() {
    Repetition repetition =
        Repetition.start("test", Duration.ofHours(1), ending -> turns.add(ending.isNear()));

    assertThat(repetition.end(LONG)).isTrue();

    assertThat(List.copyOf(turns)).containsExactly(true);
  }

  @Test
  void a_turn_that_waits_is_told_of_the_end() throws Exception {
    Repetition repetition =
        Repetition.start(
            "test",
            Duration.ofMillis(1),
            ending -> {
              turns.add(ending.isNear());
              turns.add(ending.isNearWithin(LONG));
            });
    assertThat(turns.poll(10, TimeUnit.SECONDS)).isFalse();

    assertThat(repetition.end(LONG)).isTrue();

    assertThat(List.copyOf(turns)).containsExactly(true, true, true);
  }

  @Test
  void whoever_ends_it_learns_of_a_turn_that_goes_on() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    Repetition repetition =
        Repetition.start(
            "test",
            Duration.ofMillis(1),
            ending -> {
              turns.add(ending.isNear());
              awaitQuietly(goOn);
            });
    assertThat(turns.poll(10, TimeUnit.SECONDS)).isFalse();

    assertThat(repetition.end(Duration.ofMillis(20))).isFalse();

    goOn.countDown();
    assertThat(repetition.end(LONG)).isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
