package org.concordat.server.database.postgres;

import java.time.Duration;

/** Waiting for another process, within the limit that the waiting loop keeps. */
final class Pause {
  private static final Duration BRIEF = Duration.ofMillis(100);

  private Pause() {}

  /**
   * Waits a tenth of a second.
   *
   * @throws DatabaseUnavailable when the thread is interrupted
   */
  static void brief() {
    try {
      Thread.sleep(BRIEF);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("The start of PostgreSQL was interrupted", "Start again", e);
    }
  }
}
