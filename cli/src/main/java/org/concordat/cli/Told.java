package org.concordat.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.formats.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON that a server told. What is not there, or is something else than is asked for, is nothing:
 * an empty text, an empty list, zero.
 *
 * @param value a text, a number, a boolean, a list, a map, or null
 */
record Told(@Nullable Object value) {
  private static final int DEPTH = 100;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .build();

  /**
   * Reads a body.
   *
   * @param source whose it is, for the message
   * @throws IOException when it is no JSON
   */
  static Told read(String source, String body) throws IOException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
      return new Told(value(parser, parser.nextToken()));
    } catch (JacksonException e) {
      throw new IOException(source + ": the answer is no JSON", e);
    }
  }

  private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token) {
    return switch (token) {
      case START_OBJECT -> {
        Map<String, Told> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          members.put(name, new Told(value(parser, parser.nextToken())));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<Told> items = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != null && next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          items.add(new Told(value(parser, next)));
        }
        yield items;
      }
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case null, default -> null;
    };
  }

  /** Writes it as JSON again; the stream stays open. */
  void write(OutputStream out) {
    Json.write(out, this::write);
  }

  private void write(JsonGenerator json) {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      case List<?> items -> Json.lines(json, items, (j, item) -> ((Told) item).write(j));
      case Map<?, ?> members -> {
        json.writeStartObject();
        members.forEach(
            (name, member) -> {
              json.writeName(String.valueOf(name));
              ((Told) member).write(json);
            });
        json.writeEndObject();
      }
      default -> throw new IllegalStateException("not read from JSON: " + value);
    }
  }

  boolean isNothing() {
    return value == null;
  }

  Told member(String name) {
    return value instanceof Map<?, ?> members && members.get(name) instanceof Told told
        ? told
        : new Told(null);
  }

  List<Told> list(String name) {
    List<Told> list = new ArrayList<>();
    if (member(name).value instanceof List<?> all) {
      all.forEach(item -> list.add((Told) item));
    }
    return list;
  }

  String text(String name) {
    return member(name).value instanceof String text ? text : "";
  }

  @Nullable String textOrNull(String name) {
    return member(name).value instanceof String text ? text : null;
  }

  int whole(String name) {
    return member(name).number();
  }

  int number() {
    return value instanceof Number number ? number.intValue() : 0;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(member(name).value);
  }

  /** Where a requirement stands, or null for nowhere. */
  static EffectReport.@Nullable Place place(Told standing) {
    return standing.isNothing()
        ? null
        : new EffectReport.Place(standing.text("level"), standing.whole("rank"));
  }
}
