package org.concordat.formats.oscal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.concordat.formats.workspace.ScalarText;

/**
 * Writes a document as YAML in blocks. Texts of several lines stand as they are, each line on one
 * line; texts that some reader might take for something else stand in quotation marks.
 */
final class YamlWriter {
  private final Writer out;

  private YamlWriter(Writer out) {
    this.out = out;
  }

  static void write(OscalObject top, OutputStream stream) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    new YamlWriter(out).members(top, "");
    out.flush();
  }

  /** Writes members, the first where the cursor is and each other on a line that is indented. */
  private void members(OscalObject object, String indent) throws IOException {
    String start = "";
    for (String name : object.names()) {
      OscalValue value = object.get(name);
      if (value == null) {
        continue;
      }
      out.write(start);
      start = indent;
      out.write(ScalarText.of(name));
      out.write(':');
      switch (value) {
        case OscalObject inner when inner.names().isEmpty() -> out.write(" {}\n");
        case OscalObject inner -> {
          out.write("\n  " + indent);
          members(inner, indent + "  ");
        }
        case OscalList list when list.items().isEmpty() -> out.write(" []\n");
        case OscalList list -> {
          out.write("\n  " + indent);
          items(list, indent + "  ");
        }
        case OscalScalar scalar -> {
          out.write(' ');
          scalar(scalar, indent + "  ");
        }
      }
    }
  }

  private void items(OscalList list, String indent) throws IOException {
    String start = "";
    for (OscalValue item : list.items()) {
      out.write(start);
      start = indent;
      out.write("- ");
      switch (item) {
        case OscalObject object when object.names().isEmpty() -> out.write("{}\n");
        case OscalObject object -> members(object, indent + "  ");
        case OscalList inner when inner.items().isEmpty() -> out.write("[]\n");
        case OscalList inner -> items(inner, indent + "  ");
        case OscalScalar scalar -> scalar(scalar, indent + "  ");
      }
    }
  }

  private void scalar(OscalScalar scalar, String indent) throws IOException {
    String text = scalar.text();
    switch (scalar.kind()) {
      case TEXT -> {
        if (canStandAsLines(text)) {
          out.write("|-\n");
          for (String line : text.split("\n", -1)) {
            out.write(line.isEmpty() ? "\n" : indent + line + "\n");
          }
          return;
        }
        out.write(ScalarText.of(text));
      }
      case NUMBER, BOOLEAN -> out.write(text);
      case NULL -> out.write("null");
    }
    out.write('\n');
  }

  /** Whether a text has several lines, and no reader changes them. */
  private static boolean canStandAsLines(String text) {
    return text.indexOf('\n') > 0
        && text.charAt(0) != ' '
        && !text.endsWith("\n")
        && text.lines().noneMatch(line -> line.endsWith(" "))
        && text.codePoints().allMatch(YamlWriter::isPrintable);
  }

  private static boolean isPrintable(int c) {
    return c == '\n'
        || (c >= ' ' && c <= '~')
        || (c >= 0xA0 && c < 0x2028)
        || (c > 0x2029 && c <= 0xD7FF)
        || (c >= 0xE000 && c < 0xFEFF)
        || c >= 0x10000;
  }
}
