package org.concordat.server.trail.seal;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Writes one flat object in the canonical form of RFC 8785 (JCS). The lines of an export hold only
 * texts, nulls and whole numbers, and name their members in order; so of the RFC's rules those on
 * strings (section 3.2.2.2) and on order (section 3.2.3) are what is left to do.
 */
final class CanonicalJson {
  /** The largest number that JSON carries between all programs without loss (RFC 7493). */
  static final long LARGEST_NUMBER = (1L << 53) - 1;

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder text = new StringBuilder(512).append('{');
  private String last = "";

  CanonicalJson member(String name, @Nullable String value) {
    startMember(name);
    if (value == null) {
      text.append("null");
    } else {
      quote(value);
    }
    return this;
  }

  CanonicalJson member(String name, long value) {
    startMember(name);
    text.append(value);
    return this;
  }

  CanonicalJson member(String name, Instant value) {
    return member(name, text(value));
  }

  private void startMember(String name) {
    if (name.compareTo(last) <= 0) {
      throw new IllegalStateException("'" + name + "' cannot follow '" + last + "'");
    }
    if (!last.isEmpty()) {
      text.append(',');
    }
    last = name;
    quote(name);
    text.append(':');
  }

  private void quote(String value) {
    text.append('"');
    int written = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        text.append(value, written, i);
        escape(c);
        written = i + 1;
      }
    }
    text.append(value, written, value.length()).append('"');
  }

  private void escape(char c) {
    switch (c) {
      case '"', '\\' -> text.append('\\').append(c);
      case '\b' -> text.append("\\b");
      case '\t' -> text.append("\\t");
      case '\n' -> text.append("\\n");
      case '\f' -> text.append("\\f");
      case '\r' -> text.append("\\r");
      default -> text.append("\\u").append(HexFormat.of().toHexDigits(c));
    }
  }

  /**
   * The whole object in UTF-8.
   *
   * @throws IllegalArgumentException when a text holds half of a surrogate pair, which is no
   *     character
   */
  byte[] toBytes() {
    text.append('}');
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text holds half of a surrogate pair", e);
    }
  }

  /** The time in UTC with six decimals: {@code 2026-03-02T09:30:00.000000Z}. */
  static String text(Instant instant) {
    return INSTANT.format(instant);
  }

  /**
   * Reads what {@link #text(Instant)} writes.
   *
   * @throws java.time.DateTimeException when the text is no such time
   */
  static Instant instant(String text) {
    return INSTANT.parse(text, Instant::from);
  }

  /**
   * Checks that a time has one text and that the text says all of it.
   *
   * @throws IllegalArgumentException unless it is of the years 0 to 9999 and of whole microseconds
   */
  static void check(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    if (instant.get(ChronoField.NANO_OF_SECOND) % 1_000 != 0 || year < 0 || year > 9999) {
      throw new IllegalArgumentException(
          "a time is of the years 0 to 9999 and of whole microseconds, not " + instant);
    }
  }

  /**
   * Checks a number that is counted from 1.
   *
   * @throws IllegalArgumentException when it is below 1 or above {@link #LARGEST_NUMBER}
   */
  static void check(String what, long number) {
    if (number < 1 || number > LARGEST_NUMBER) {
      throw new IllegalArgumentException(
          "%s is from 1 to %d, not %d".formatted(what, LARGEST_NUMBER, number));
    }
  }
}
