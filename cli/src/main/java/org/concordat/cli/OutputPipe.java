package org.concordat.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * An output that does not swallow its failures. A {@link java.io.PrintStream} keeps every {@link
 * IOException} to itself and goes on; what is thrown from here passes through it, so that nobody
 * reckons a million lines for a reader that has gone.
 */
final class OutputPipe extends OutputStream {
  private final OutputStream out;

  OutputPipe(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  /** Thrown when whoever reads the output has gone. */
  static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Closed(IOException cause) {
      super(cause);
    }
  }

  @Override
  public void write(int b) {
    attempt(() -> out.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    attempt(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() {
    attempt(out::flush);
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static void attempt(Attempt attempt) {
    try {
      attempt.run();
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      if (message.contains("Broken pipe") || message.contains("pipe is being closed")) {
        throw new Closed(e);
      }
      throw new UncheckedIOException(e);
    }
  }
}
