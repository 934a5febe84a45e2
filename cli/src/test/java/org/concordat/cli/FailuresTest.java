package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.concordat.cli.Shell.Result;
import org.concordat.cli.output.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Failures failures = new Failures(new Terminal(err, err, () -> 80, false, false));

  private String told() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_mistake_of_ours_is_one_line_and_status_70() {
    int status = failures.tell(new IllegalStateException("odd\nstate"));

    assertThat(status).isEqualTo(70);
    assertThat(told())
        .isEqualTo(
            "error: unexpected failure: java.lang.IllegalStateException: odd state"
                + " (--debug shows where)\n");
  }

  @Test
  void debug_shows_the_stack_trace() {
    failures.setDebug(true);

    failures.tell(new IllegalStateException("odd"));

    assertThat(told()).contains("\tat org.concordat.cli.FailuresTest");
  }

  @Test
  void too_little_memory_says_how_to_allow_more() {
    int status = failures.tell(new OutOfMemoryError("Java heap space"));

    assertThat(status).isEqualTo(1);
    assertThat(told()).contains("memory").contains("CONCORDAT_MEMORY=4g");
  }

  @Test
  void a_reader_that_went_away_ends_the_command_quietly() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    Result result =
        new Shell().into(closed).run("priorities", Samples.of("acme"), "--format", "json");

    assertThat(result.status()).isEqualTo(141);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void a_full_disk_is_told() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    Result result = new Shell().into(full).run("priorities", Samples.of("acme"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).isEqualTo("error: No space left on device\n");
  }

  @Test
  void a_missing_file_is_told_in_one_line(@TempDir Path folder) {
    Result result = new Shell().run("import", folder.resolve("x.csv"), "--into", folder);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err())
        .isEqualTo("error: " + folder.resolve("x.csv") + ": there is no such file or folder\n");
  }

  @Test
  void every_error_of_a_workspace_is_one_line_and_nothing_is_printed(@TempDir Path folder)
      throws IOException {
    Path file =
        Samples.write(
            folder,
            """
            concordat: 1
            organisation: {id: acme, name: Acme}
            assets:
              - {id: a, name: A, kind: nonsense}
              - {id: b, name: B, kind: information, unit: nowhere}
            """);

    Result result = new Shell().run("priorities", file, "--format", "json");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.errors())
        .hasSize(2)
        .allMatch(l -> l.startsWith("error: " + file + ":"))
        .anyMatch(l -> l.contains(":4:"))
        .anyMatch(l -> l.contains(":5:"));
  }

  @Test
  void wrong_use_shows_the_usage_line_and_a_hint() {
    Result result = new Shell().run("priorities", "--topp", "3");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.errors().getFirst()).contains("--topp");
    assertThat(result.errors().getLast()).isEqualTo("Try: concordat priorities --help");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void a_number_that_makes_no_sense_is_wrong_use() {
    assertThat(new Shell().run("priorities", Samples.of("acme"), "--top", "0"))
        .satisfies(r -> assertThat(r.status()).isEqualTo(2))
        .satisfies(r -> assertThat(r.err()).contains("--top takes a number from 1, not 0"));
    assertThat(new Shell().run("priorities", "--top", "many").status()).isEqualTo(2);
    assertThat(new Shell().run("priorities", "--format", "pdf").err())
        .contains("table, json, csv, markdown");
  }

  @Test
  void a_folder_without_a_workspace_is_told(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("empty"));

    Result result = new Shell().run("priorities", folder.resolve("empty"));

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.errors()).hasSize(1);
  }
}
