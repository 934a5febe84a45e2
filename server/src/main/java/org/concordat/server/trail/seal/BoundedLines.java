package org.concordat.server.trail.seal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines without ever holding more than one of them. */
final class BoundedLines {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int filled;
  private boolean isLastWhole = true;

  /**
   * The lines of a stream.
   *
   * @param limit the most bytes of a line, without its line break
   */
  BoundedLines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Thrown when a line has more bytes than it may; what follows cannot be read. */
  static final class TooLong extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** The next line without its line break, or null at the end. */
  byte @Nullable [] next() throws IOException, TooLong {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (position < filled || fill()) {
      int start = position;
      while (position < filled && buffer[position] != '\n') {
        position++;
      }
      if (line.size() + position - start > limit) {
        throw new TooLong();
      }
      line.write(buffer, start, position - start);
      if (position < filled) {
        position++;
        return line.toByteArray();
      }
    }
    if (line.size() == 0) {
      return null;
    }
    isLastWhole = false;
    return line.toByteArray();
  }

  private boolean fill() throws IOException {
    position = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  /** Whether the line that was read last ended with a line break. */
  boolean isLastWhole() {
    return isLastWhole;
  }
}
