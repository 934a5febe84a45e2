package org.concordat.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Where {@code -o} points: a file, or standard output. */
public sealed interface OutputTarget {
  /** The name that stands for standard output. */
  Path STANDARD_OUTPUT = Path.of("-");

  /** A file that is written whole or not at all. */
  record ToFile(OutputFile file) implements OutputTarget {}

  record ToStandardOutput(OutputStream out) implements OutputTarget {}

  static OutputTarget of(Path path, boolean mayOverwrite, Terminal terminal) throws IOException {
    return isStandardOutput(path)
        ? new ToStandardOutput(terminal.out())
        : new ToFile(new OutputFile(path, mayOverwrite));
  }

  static boolean isStandardOutput(Path path) {
    return path.equals(STANDARD_OUTPUT);
  }

  default void write(OutputFile.Content content) throws IOException {
    switch (this) {
      case ToFile target -> target.file().write(content);
      case ToStandardOutput target -> {
        content.write(target.out());
        target.out().flush();
      }
    }
  }
}
