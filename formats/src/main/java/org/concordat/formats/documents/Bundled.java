package org.concordat.formats.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files of this package. */
final class Bundled {
  private Bundled() {}

  static InputStream open(String file) {
    return Objects.requireNonNull(Bundled.class.getResourceAsStream(file), file);
  }

  static byte[] bytes(String file) {
    try (InputStream in = open(file)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(file, broken);
    }
  }

  static String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }
}
