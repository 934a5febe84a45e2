package org.concordat.server.database.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A shell that waits for our end of a pipe to close, which the system does when this JVM ends in
 * whatever way, and then stops the server. Without it a server whose Concordat was killed would run
 * on until the next start. It needs {@code /bin/sh}, so there is none on Windows.
 */
final class Watchdog {
  private static final String SCRIPT =
      "trap '' HUP INT TERM; read -r word; [ \"$word\" = dismissed ] || exec \"$@\"";

  private static final String PID = "watchdog.pid";
  private static final String STARTED = "watchdog.started";

  /** It stops the server within its own limit of a minute. */
  private static final Duration ITS_WORK = Duration.ofSeconds(75);

  private static final Duration DISMISSAL = Duration.ofSeconds(5);

  /** Start times are reckoned from the clock and move when it is set. */
  private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);

  private final Process shell;

  private Watchdog(Process shell) {
    this.shell = shell;
  }

  /**
   * Begins to watch.
   *
   * @param stop the command that stops the server
   */
  static Watchdog over(DataDirectory directory, List<String> stop) throws IOException {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "concordat-watchdog"));
    words.addAll(stop);
    Process shell = Command.builder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    directory.remember(PID, String.valueOf(shell.pid()));
    directory.remember(STARTED, String.valueOf(epochSecond(shell.toHandle())));
    return new Watchdog(shell);
  }

  private static long epochSecond(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH).getEpochSecond();
  }

  /**
   * Lets the watchdog of a Concordat that was killed finish its work, so that it cannot hit us.
   *
   * @throws DatabaseUnavailable when it does not end
   */
  static void awaitPrevious(DataDirectory directory) {
    long end = System.nanoTime() + ITS_WORK.toNanos();
    for (Optional<ProcessHandle> left = find(directory); left.isPresent(); left = find(directory)) {
      if (System.nanoTime() > end) {
        throw new DatabaseUnavailable(
            "The process "
                + left.get().pid()
                + " should have stopped PostgreSQL in "
                + directory
                + " and hangs",
            "End it and start again");
      }
      Pause.brief();
    }
  }

  /** The watchdog that was last set over this directory, while it runs. */
  static Optional<ProcessHandle> find(DataDirectory directory) {
    @Nullable String pid = directory.remembered(PID);
    @Nullable String started = directory.remembered(STARTED);
    if (pid == null || started == null) {
      return Optional.empty();
    }
    long second = Long.parseLong(started);
    return ProcessHandle.of(Long.parseLong(pid))
        // One that has ended, and that nobody has buried yet, has no command any more.
        .filter(p -> p.isAlive() && p.info().command().isPresent())
        .filter(p -> Math.abs(epochSecond(p) - second) <= CLOCK_TOLERANCE.toSeconds());
  }

  /** Sends it home without its having done anything. */
  void dismiss() {
    try (OutputStream pipe = shell.getOutputStream()) {
      pipe.write("dismissed\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // It has ended already, which is what we want.
      return;
    }
    try {
      if (!shell.waitFor(DISMISSAL.toMillis(), TimeUnit.MILLISECONDS)) {
        shell.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
