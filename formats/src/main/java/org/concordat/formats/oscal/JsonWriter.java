package org.concordat.formats.oscal;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Writes a document as JSON: two spaces a level, one member or item a line. */
final class JsonWriter {
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
          DefaultIndenter lines = new DefaultIndenter("  ", "\n");
          DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
          printer.indentArraysWith(lines);
          printer.indentObjectsWith(lines);
          return printer;
        }
      };

  private JsonWriter() {}

  static void write(OscalObject top, OutputStream out) {
    try (JsonGenerator json = FACTORY.createGenerator(LAYOUT, out)) {
      write(top, json);
      json.writeRaw('\n');
    }
  }

  static void write(OscalValue value, JsonGenerator json) {
    switch (value) {
      case OscalObject object -> {
        json.writeStartObject();
        for (String name : object.names()) {
          OscalValue member = object.get(name);
          if (member != null) {
            json.writeName(name);
            write(member, json);
          }
        }
        json.writeEndObject();
      }
      case OscalList list -> {
        json.writeStartArray();
        list.items().forEach(item -> write(item, json));
        json.writeEndArray();
      }
      case OscalScalar scalar -> {
        switch (scalar.kind()) {
          case TEXT -> json.writeString(scalar.text());
          case NUMBER -> json.writeNumber(scalar.text());
          case BOOLEAN -> json.writeBoolean(Boolean.parseBoolean(scalar.text()));
          case NULL -> json.writeNull();
        }
      }
    }
  }
}
