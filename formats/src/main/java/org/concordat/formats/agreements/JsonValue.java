package org.concordat.formats.agreements;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A piece of JSON in the part of it that documents use: no fractions, no nulls. Its canonical form
 * is that of RFC 8785 (JCS); with texts and whole numbers alone, its rules on strings (3.2.2.2) and
 * on the order of members (3.2.3) are all that there is to do.
 */
public sealed interface JsonValue {
  /** A text. */
  record Text(String text) implements JsonValue {}

  /**
   * A whole number.
   *
   * @param number at most 2<sup>53</sup> - 1, so that every program reads the same
   */
  record Whole(long number) implements JsonValue {
    public Whole {
      if (number < 0 || number >= 1L << 53) {
        throw new IllegalArgumentException("not a number that every program reads: " + number);
      }
    }
  }

  record Items(List<JsonValue> items) implements JsonValue {
    public Items {
      items = List.copyOf(items);
    }
  }

  /**
   * An object.
   *
   * @param members in the order of UTF-16 code units, as {@link String#compareTo} has it
   */
  record Members(SortedMap<String, JsonValue> members) implements JsonValue {}

  /** Puts an object together; what is null or empty is left out. */
  final class Builder {
    private final SortedMap<String, JsonValue> members = new TreeMap<>();

    Builder text(String name, @Nullable String value) {
      if (value != null) {
        members.put(name, new Text(value));
      }
      return this;
    }

    Builder decimal(String name, BigDecimal value) {
      return text(name, value.toPlainString());
    }

    Builder whole(String name, long value) {
      members.put(name, new Whole(value));
      return this;
    }

    Builder value(String name, @Nullable JsonValue value) {
      if (value != null) {
        members.put(name, value);
      }
      return this;
    }

    Builder texts(String name, List<String> values) {
      return items(name, values.stream().<JsonValue>map(Text::new).toList());
    }

    Builder items(String name, List<? extends JsonValue> values) {
      if (!values.isEmpty()) {
        members.put(name, new Items(List.copyOf(values)));
      }
      return this;
    }

    Members build() {
      return new Members(new TreeMap<>(members));
    }
  }

  static Builder object() {
    return new Builder();
  }

  /**
   * The canonical form in UTF-8.
   *
   * @throws IllegalArgumentException when a text holds half of a surrogate pair
   */
  default byte[] canonical() {
    StringBuilder text = new StringBuilder();
    write(this, text, null, 0);
    return utf8(text);
  }

  /** The same for people: indented, members in the same order, a line break at the end. */
  default byte[] pretty() {
    StringBuilder text = new StringBuilder();
    write(this, text, "  ", 0);
    return utf8(text.append('\n'));
  }

  private static byte[] utf8(CharSequence text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text holds half of a surrogate pair", e);
    }
  }

  private static void write(
      JsonValue value, StringBuilder out, @Nullable String indent, int depth) {
    switch (value) {
      case Text(String text) -> quote(text, out);
      case Whole(long number) -> out.append(number);
      case Items(List<JsonValue> items) -> {
        List<Runnable> parts = new ArrayList<>();
        items.forEach(i -> parts.add(() -> write(i, out, indent, depth + 1)));
        list('[', parts, ']', out, indent, depth);
      }
      case Members(SortedMap<String, JsonValue> members) -> {
        List<Runnable> parts = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
          parts.add(
              () -> {
                quote(member.getKey(), out);
                out.append(indent == null ? ":" : ": ");
                write(member.getValue(), out, indent, depth + 1);
              });
        }
        list('{', parts, '}', out, indent, depth);
      }
    }
  }

  private static void list(
      char open,
      List<Runnable> parts,
      char close,
      StringBuilder out,
      @Nullable String indent,
      int depth) {
    out.append(open);
    for (int i = 0; i < parts.size(); i++) {
      out.append(i == 0 ? "" : ",");
      breakLine(out, indent, depth + 1);
      parts.get(i).run();
    }
    if (!parts.isEmpty()) {
      breakLine(out, indent, depth);
    }
    out.append(close);
  }

  private static void breakLine(StringBuilder out, @Nullable String indent, int depth) {
    if (indent != null) {
      out.append('\n').append(indent.repeat(depth));
    }
  }

  private static void quote(String value, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < ' ') {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
