package org.concordat.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir private Path folder;

  private static void greet(OutputStream out) throws IOException {
    out.write("new".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_new_file_is_written() throws IOException {
    Path file = folder.resolve("a.txt");

    new OutputFile(file, false).write(OutputFileTest::greet);

    assertThat(file).hasContent("new");
  }

  @Test
  void what_exists_is_overwritten_only_when_told_to() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");

    assertThatThrownBy(() -> new OutputFile(file, false))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("old");

    new OutputFile(file, true).write(OutputFileTest::greet);
    assertThat(file).hasContent("new");
  }

  @Test
  void a_failure_half_way_leaves_what_was_there_and_no_rest() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");

    assertThatThrownBy(
            () ->
                new OutputFile(file, true)
                    .write(
                        out -> {
                          greet(out);
                          throw new IOException("disk full");
                        }))
        .hasMessage("disk full");

    assertThat(file).hasContent("old");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_link_stays_a_link() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);

    new OutputFile(link, true).write(OutputFileTest::greet);

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  void a_folder_that_is_missing_is_named() {
    Path file = folder.resolve("missing/a.txt");

    assertThatThrownBy(() -> new OutputFile(file, false).write(OutputFileTest::greet))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(folder.resolve("missing").toString());
  }
}
