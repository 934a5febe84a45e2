package org.concordat.server.web.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts of requests, which are UTF-8. */
public final class Utf8 {
  private Utf8() {}

  /**
   * The text that bytes are.
   *
   * @throws ApiFailure when they are none
   */
  public static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw Problem.of(Problem.Kind.MALFORMED, "The body is not UTF-8").failure();
    }
  }

  /** Whether the database can hold a text: it has no NUL and no half of a surrogate pair. */
  static boolean isStorable(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
