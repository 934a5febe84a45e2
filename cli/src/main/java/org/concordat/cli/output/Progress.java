package org.concordat.cli.output;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * A line on standard error for work that takes long. It appears after two seconds, counts them, and
 * is gone when the work is done.
 */
public final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream err;
  private final String what;
  private final long start = System.nanoTime();
  private boolean isShown;
  private boolean isDone;

  Progress(PrintStream err, boolean isWatched, String what) {
    this(err, isWatched, what, PATIENCE);
  }

  Progress(PrintStream err, boolean isWatched, String what, Duration patience) {
    this.err = err;
    this.what = what;
    if (isWatched) {
      Thread.ofPlatform().daemon().name("progress").start(() -> show(patience));
    }
  }

  private synchronized void show(Duration patience) {
    try {
      long left = patience.toMillis();
      while (!isDone) {
        long until = System.nanoTime() + left * 1_000_000;
        while (!isDone && left > 0) {
          wait(left);
          left = (until - System.nanoTime()) / 1_000_000;
        }
        if (!isDone) {
          long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
          err.print(String.format(Locale.ROOT, "%s%s … %d s", ERASE, what, seconds));
          err.flush();
          isShown = true;
          left = BEAT.toMillis();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    isDone = true;
    if (isShown) {
      err.print(ERASE);
      err.flush();
      isShown = false;
    }
    notifyAll();
  }
}
