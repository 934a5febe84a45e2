package org.concordat.formats.extras;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.concordat.core.standards.Extras;
import org.concordat.formats.yaml.Quoting;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON in one line, which is how the value of an extra is kept. */
public final class ExtraJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private ExtraJson() {}

  /** What is written by a generator, in one line. */
  public static String written(Consumer<JsonGenerator> content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      content.accept(json);
    }
    return text.toString();
  }

  /** A text as JSON. */
  public static String ofText(String text) {
    return written(json -> json.writeString(text));
  }

  /** All extras as one object. */
  public static String of(Extras extras) {
    return written(
        json -> {
          json.writeStartObject();
          extras
              .members()
              .forEach(
                  (name, value) -> {
                    json.writeName(name);
                    json.writeRawValue(value);
                  });
          json.writeEndObject();
        });
  }

  /**
   * The members of an object.
   *
   * @param object as {@link #of} writes it, or null for none
   * @throws IllegalArgumentException when it is no object in JSON
   */
  public static Extras extras(@Nullable String object) {
    if (object == null) {
      return Extras.NONE;
    }
    Map<String, String> members = new LinkedHashMap<>();
    try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), object)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("this is no object in JSON: " + object);
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        json.nextToken();
        members.put(name, written(out -> copy(json, out)));
      }
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("something follows the object: " + object);
      }
    } catch (JacksonException e) {
      throw new IllegalArgumentException("this is no JSON: " + e.getOriginalMessage(), e);
    }
    return new Extras(members);
  }

  /** Copies the value at which a parser stands; numbers stay as they are spelt. */
  private static void copy(JsonParser json, JsonGenerator out) {
    int depth = 0;
    JsonToken token = json.currentToken();
    while (true) {
      if (token == null) {
        throw new IllegalArgumentException("this is no JSON: a value is missing");
      }
      switch (token) {
        case START_OBJECT -> out.writeStartObject();
        case START_ARRAY -> out.writeStartArray();
        case END_OBJECT -> out.writeEndObject();
        case END_ARRAY -> out.writeEndArray();
        case PROPERTY_NAME -> out.writeName(json.currentName());
        case VALUE_STRING -> out.writeString(json.getString());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(json.getString());
        case VALUE_TRUE -> out.writeBoolean(true);
        case VALUE_FALSE -> out.writeBoolean(false);
        case VALUE_NULL -> out.writeNull();
        case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
            throw new IllegalArgumentException("this is no JSON: a value is missing");
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return;
      }
      token = json.nextToken();
    }
  }

  /** The text that the JSON is, or empty when it is something else. */
  public static Optional<String> text(String json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      return parser.nextToken() == JsonToken.VALUE_STRING
          ? Optional.of(parser.getString())
          : Optional.empty();
    }
  }

  /** How the value stands in a cell: a text as it is, everything else as JSON. */
  public static String cell(String json) {
    return text(json).orElse(json);
  }

  /** The value of a cell: a list or an object where it is just that, as written here, else text. */
  public static String ofCell(String cell) {
    if (cell.startsWith("{") || cell.startsWith("[")) {
      try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), cell)) {
        json.nextToken();
        String structure = written(out -> copy(json, out));
        if (json.nextToken() == null && structure.equals(cell)) {
          return cell;
        }
      } catch (JacksonException | IllegalArgumentException _) {
        // A text that begins like JSON.
      }
    }
    return ofText(cell);
  }

  /** The value in the flow style of YAML, which differs from JSON only in what is escaped. */
  public static String yaml(String json) {
    StringBuilder text = new StringBuilder();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      boolean isFirst = true;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean isEnd = token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY;
        if (!isFirst && !isEnd) {
          text.append(", ");
        }
        isFirst = false;
        switch (token) {
          case START_OBJECT, START_ARRAY -> {
            text.append(parser.getString());
            isFirst = true;
          }
          case PROPERTY_NAME -> {
            text.append(Quoting.quoted(parser.currentName())).append(": ");
            isFirst = true;
          }
          case VALUE_STRING -> text.append(Quoting.quoted(parser.getString()));
          case END_OBJECT,
              END_ARRAY,
              VALUE_NUMBER_INT,
              VALUE_NUMBER_FLOAT,
              VALUE_TRUE,
              VALUE_FALSE,
              VALUE_NULL ->
              text.append(parser.getString());
          case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
              throw new IllegalArgumentException("this is no JSON: " + json);
        }
      }
    }
    return text.toString();
  }
}
