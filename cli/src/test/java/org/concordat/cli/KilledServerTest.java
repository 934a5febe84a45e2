package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was answered over HTTP is there after {@code kill -9} in the middle of writes. */
@Timeout(300)
class KilledServerTest {
  private static final int WRITERS = 4;
  private static final int ENOUGH = 60;

  @TempDir private Path folder;

  @Test
  void a_kill_amid_writes_loses_nothing_that_was_acknowledged() throws Exception {
    Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    WebVisitor visitor;
    try (Served first = Served.start("serve", folder.resolve("data"))) {
      visitor = WebVisitor.welcomed(URI.create(first.link()), "email=anna@example.org&name=Anna");
      write(first, visitor, visitor.csrf(first.address().resolve("/assets")), acknowledged);
    }
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);

    try (Served second = Served.start("serve", folder.resolve("data"))) {
      List<String> lost = new ArrayList<>();
      for (String asset : acknowledged) {
        if (visitor.get(second.address().resolve("/assets/" + asset)).statusCode() != 200) {
          lost.add(asset);
        }
      }
      assertThat(lost).as("of %d acknowledged", acknowledged.size()).isEmpty();

      Path trail = folder.resolve("trail.ndjson");
      Path key = folder.resolve("seal.pub");
      Files.writeString(trail, visitor.get(second.address().resolve("/trail/export")).body());
      Files.writeString(key, visitor.get(second.address().resolve("/trail/key")).body());
      Shell shell = new Shell();
      assertThat(shell.run("trail", "verify", trail.toString(), "--key", key.toString()).status())
          .isZero();
      second.process().destroy();
      second.process().waitFor();
    }
  }

  /** Several write at the same time, each the next when the last was answered, until the kill. */
  private static void write(
      Served server, WebVisitor visitor, String csrf, Queue<String> acknowledged) throws Exception {
    AtomicInteger number = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(
            threads.submit(
                () -> {
                  while (true) {
                    String id = "asset-" + number.incrementAndGet();
                    try {
                      HttpResponse<String> answer =
                          visitor.post(
                              server.address().resolve("/assets"),
                              csrf,
                              "id=" + id + "&name=" + id + "&kind=TECHNICAL");
                      assertThat(answer.statusCode()).isEqualTo(303);
                    } catch (IOException killed) {
                      return null;
                    }
                    acknowledged.add(id);
                    if (acknowledged.size() == ENOUGH) {
                      server.process().toHandle().destroyForcibly();
                    }
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
  }
}
