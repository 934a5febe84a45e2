package org.concordat.formats.openslo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes trees of maps, lists, texts, numbers and truth values as YAML. */
final class YamlText {
  private YamlText() {}

  static void document(Map<String, Object> tree, StringBuilder out) {
    out.append("---\n");
    map(tree, 0, out);
  }

  private static void map(Map<?, ?> map, int depth, StringBuilder out) {
    map.forEach(
        (key, value) -> {
          out.append("  ".repeat(depth)).append(key).append(':');
          value(value, depth, out);
        });
  }

  private static void value(Object value, int depth, StringBuilder out) {
    switch (value) {
      case Map<?, ?> map -> {
        out.append('\n');
        map(map, depth + 1, out);
      }
      case List<?> list -> {
        out.append('\n');
        for (Object item : list) {
          StringBuilder inside = new StringBuilder();
          map((Map<?, ?>) item, depth + 2, inside);
          String indent = "  ".repeat(depth + 1);
          out.append(indent).append("- ").append(inside.substring(indent.length() + 2));
        }
      }
      case BigDecimal number -> out.append(' ').append(number.toPlainString()).append('\n');
      case Boolean truth -> out.append(' ').append(truth).append('\n');
      default -> out.append(' ').append(quoted(value.toString())).append('\n');
    }
  }

  /** In double quotes, where every character can be written (YAML 1.2, 5.7). */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\n') {
        quoted.append("\\n");
      } else if (c < ' ' || c == '\u007f') {
        quoted.append("\\x%02x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
