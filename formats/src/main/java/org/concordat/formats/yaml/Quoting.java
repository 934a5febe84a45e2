package org.concordat.formats.yaml;

/** Texts as YAML has them in double quotes, where it takes all but a few characters as they are. */
public final class Quoting {
  private Quoting() {}

  /** The text in double quotes. */
  public static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                  boolean isPlain = c >= 0x20 && c != 0x7F && !(c >= 0x80 && c < 0xA0);
                  if (isPlain && c != 0x2028 && c != 0x2029 && c != 0xFEFF) {
                    quoted.appendCodePoint(c);
                  } else {
                    quoted.append("\\u%04X".formatted(c));
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
