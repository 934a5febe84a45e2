package org.concordat.server.database.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that ran to its end.
 *
 * @param status its exit status, 0 for success
 * @param output what it printed
 */
record Command(int status, String output) {
  /**
   * Runs a program, for so long and not longer.
   *
   * @param log where the program's output goes; a file rather than a pipe, so that nothing that the
   *     program leaves running can hold us up
   * @throws DatabaseUnavailable when it cannot be run or does not end in time
   */
  static Command run(List<String> words, Path log, Duration limit) {
    try {
      Process process = builder(words).redirectOutput(log.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new DatabaseUnavailable(
            "`" + String.join(" ", words) + "` did not end within " + limit.toSeconds() + " s",
            "See " + log);
      }
      return new Command(process.exitValue(), Files.readString(log, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "`" + String.join(" ", words) + "` cannot be run: " + e.getMessage(),
          "If it lies on a file system that is mounted `noexec`, choose another directory for the"
              + " programs",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable(
          "The start was interrupted while `" + words.getFirst() + "` ran", "Start again", e);
    }
  }

  /** A process to be, with English messages and without whatever else steers PostgreSQL. */
  static ProcessBuilder builder(List<String> words) {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  boolean succeeded() {
    return status == 0;
  }
}
