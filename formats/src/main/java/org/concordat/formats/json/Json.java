package org.concordat.formats.json;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.MinimalPrettyPrinter;

/**
 * JSON written piece by piece, in UTF-8. Numbers are written as Java writes them. Long lists have
 * one entry a line, so that they can be searched and compared line by line.
 */
public final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final ObjectWriteContext LAYOUT =
      new ObjectWriteContext.Base() {
        @Override
        public boolean hasPrettyPrinter() {
          return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
          return new Lines();
        }
      };

  private Json() {}

  /** Writes one document and a line break. */
  public interface Document {
    void write(JsonGenerator json);
  }

  public static void write(OutputStream out, Document document) {
    try (JsonGenerator json = FACTORY.createGenerator(LAYOUT, out)) {
      document.write(json);
      json.writeRaw('\n');
    }
  }

  /** Writes a property whose value may be unknown. */
  public static void property(JsonGenerator json, String name, @Nullable String value) {
    json.writeName(name);
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value);
    }
  }

  /** Writes a list with one entry a line. */
  public static <T> void lines(JsonGenerator json, Iterable<T> entries, Entry<T> entry) {
    json.writeStartArray();
    json.assignCurrentValue(Lines.MARK);
    for (T value : entries) {
      entry.write(json, value);
    }
    json.writeEndArray();
  }

  /** Writes one entry of a list. */
  public interface Entry<T> {
    void write(JsonGenerator json, T value);
  }

  /** Breaks lines in the lists that are marked, and nowhere else. */
  private static final class Lines extends MinimalPrettyPrinter {
    static final Object MARK = new Object();
    private static final long serialVersionUID = 1L;

    @Override
    public void beforeArrayValues(JsonGenerator json) {
      breakLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
      json.writeRaw(',');
      breakLine(json);
    }

    private static void breakLine(JsonGenerator json) {
      if (json.currentValue() == MARK) {
        json.writeRaw('\n');
      }
    }
  }
}
