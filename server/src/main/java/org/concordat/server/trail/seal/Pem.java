package org.concordat.server.trail.seal;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks of the textual encoding of keys (RFC 7468). */
final class Pem {
  private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

  private Pem() {}

  static String write(String label, byte[] content) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, LINES.encodeToString(content));
  }

  /**
   * The content of the first block with this label.
   *
   * @throws IllegalArgumentException when it is not in base64
   */
  static Optional<byte[]> read(String label, String text) {
    Matcher block =
        Pattern.compile("-----BEGIN %1$s-----([^-]*)-----END %1$s-----".formatted(label))
            .matcher(text);
    return block.find()
        ? Optional.of(Base64.getDecoder().decode(block.group(1).replaceAll("\\s", "")))
        : Optional.empty();
  }
}
