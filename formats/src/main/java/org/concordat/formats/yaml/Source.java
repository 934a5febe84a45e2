package org.concordat.formats.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/**
 * One YAML text.
 *
 * @param name the file as the user named it
 * @param path where it lies, or null when it is no file
 */
public record Source(String name, @Nullable Path path, String text) {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * The text that the bytes hold.
   *
   * @throws InvalidInput when they are not UTF-8
   */
  public static Source decode(String name, @Nullable Path path, byte[] bytes) throws InvalidInput {
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(input);
    } catch (CharacterCodingException _) {
      int line = 1;
      for (int i = 0; i < input.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new InvalidInput(
          Finding.error(
              Place.of(name, line, 0, null),
              "the file is not written in UTF-8",
              "save it as UTF-8 text"));
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    return new Source(name, path, (marked ? text.position(1) : text).toString());
  }

  /** The place of the character at that position, counted in code points from 0. */
  public Place placeOfCodePoint(int position) {
    int offset =
        text.offsetByCodePoints(0, Math.min(position, text.codePointCount(0, text.length())));
    int lineStart = 0;
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return Place.of(name, line, text.codePointCount(lineStart, offset) + 1, null);
  }
}
