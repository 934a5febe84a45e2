package org.concordat.cli.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

  /** Writes to a stream, or to the terminal that stands before it. */
  interface Printing {
    void print(OutputStream out, Terminal to) throws IOException;
  }

  /**
   * Writes what is text; a table as wide as the terminal, or as a page when it goes into a file.
   */
  default void print(Terminal terminal, Printing printing) throws IOException {
    switch (this) {
      case ToStandardOutput _ -> printing.print(terminal.out(), terminal);
      case ToFile target ->
          target
              .file()
              .write(
                  out -> {
                    PrintStream print = new PrintStream(out, false, StandardCharsets.UTF_8);
                    printing.print(
                        print, new Terminal(print, terminal.err(), () -> 120, false, false));
                    print.flush();
                    if (print.checkError()) {
                      throw new IOException("the file could not be written to its end");
                    }
                  });
    }
  }
}
