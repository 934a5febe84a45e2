package org.concordat.server.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does some work again and again in a thread of its own. A turn that fails is logged, and the next
 * one comes all the same. Told to end, it takes one more turn, which knows that it is the last.
 */
public final class Repetition implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Repetition.class);

  /** The work of one turn. */
  @FunctionalInterface
  public interface Turn {
    /**
     * Does it.
     *
     * @param ending tells when to leave off
     */
    void take(Ending ending);
  }

  private final String name;
  private final Duration interval;
  private final Turn turn;
  private final Ending ending = new Ending();
  private final Thread thread;

  private Repetition(String name, Duration interval, Turn turn) {
    this.name = name;
    this.interval = interval;
    this.turn = turn;
    thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  /**
   * Begins; the first turn comes when the interval has passed.
   *
   * @param name of the thread, and in the log
   * @param interval from the end of a turn to the next one
   */
  public static Repetition start(String name, Duration interval, Turn turn) {
    Repetition repetition = new Repetition(name, interval, turn);
    repetition.thread.start();
    return repetition;
  }

  /** How work learns that it shall leave off. */
  public static final class Ending {
    private final CountDownLatch told = new CountDownLatch(1);

    private Ending() {}

    /** Whether the work shall leave off. */
    public boolean isNear() {
      return told.getCount() == 0;
    }

    /** Waits for so long, or until the work shall leave off; whether that is so. */
    public boolean isNearWithin(Duration time) {
      try {
        return told.await(time.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return true;
      }
    }
  }

  private void run() {
    while (!ending.isNearWithin(interval)) {
      takeTurn();
    }
    takeTurn();
  }

  private void takeTurn() {
    try {
      turn.take(ending);
    } catch (RuntimeException e) {
      LOG.warn("{} failed; the next attempt is in {}", name, interval, e);
    }
  }

  /**
   * Has it end, and waits for its last turn.
   *
   * @param longest so long
   * @return whether that has ended
   */
  public boolean end(Duration longest) {
    close();
    try {
      return thread.join(longest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Has it end without waiting. */
  @Override
  public void close() {
    ending.told.countDown();
  }
}
