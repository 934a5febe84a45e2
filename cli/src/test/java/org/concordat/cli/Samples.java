package org.concordat.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The files of the tests: {@code acme} and what it was a year ago, one source of each kind that can
 * be imported, an export of the change trail with the public key that it was sealed with, and the
 * folder {@code standards} with what is in operation of them, the answers of judgement rounds, and
 * incidents.
 */
final class Samples {
  private Samples() {}

  /** A sample that is only read. */
  static Path of(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(Samples.class.getResource("samples/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Copies all samples into a folder, where they may be changed. */
  static void copyInto(Path folder) throws IOException {
    Path root = of("acme").resolveSibling("");
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.toList()) {
        Path copy = folder.resolve(root.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  /** Writes a workspace of one file and returns its path. */
  static Path write(Path folder, String yaml) throws IOException {
    return Files.writeString(folder.resolve("workspace.yaml"), yaml);
  }
}
