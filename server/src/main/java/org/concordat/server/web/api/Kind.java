package org.concordat.server.web.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.findings.NearestName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a value in JSON may be: read, checked and described in one place, so that the contract
 * cannot differ from what the server does.
 */
public sealed interface Kind {
  /** An id that people type. */
  record Id() implements Kind {}

  /** The internal id of something. */
  record Uuid() implements Kind {}

  /**
   * A text.
   *
   * @param longest in characters
   * @param blank whether it may be empty
   */
  record Text(int longest, boolean blank) implements Kind {}

  /** Yes or no. */
  record Flag() implements Kind {}

  /** A whole number. */
  record Whole(long least, long most) implements Kind {}

  /** A score, from 0 to 1, or how far it moved, from -1 to 1. */
  record Score(int least) implements Kind {}

  /** Any number; only in answers. */
  record Real() implements Kind {}

  /** That, or null where there is none; only in answers. */
  record OrNull(Kind kind) implements Kind {}

  /** One of these words. */
  record Choice(List<String> words) implements Kind {
    public Choice {
      words = List.copyOf(words);
    }
  }

  /** A day as {@code 2026-03-02}. */
  record Day() implements Kind {}

  /** A moment in UTC, as {@code 2026-03-02T09:30:00Z}. */
  record Moment() implements Kind {}

  /** A list. */
  record ListOf(Kind element, int most) implements Kind {}

  /** An object whose keys are ids. */
  record MapOf(Kind value, int most) implements Kind {}

  /** An object of a shape. */
  record Of(Shape shape) implements Kind {}

  /** What one of several kinds is. */
  record Either(List<Kind> kinds) implements Kind {
    public Either {
      kinds = List.copyOf(kinds);
    }
  }

  /** An entry of the model as it is, or anything else; only in answers. */
  record Anything() implements Kind {}

  /**
   * The value as Java has it: String, Boolean, Long, LocalDate, List, Map or {@link Values}; null
   * when it is wrong, which the errors tell.
   */
  default @Nullable Object read(JsonNode node, String pointer, Errors errors) {
    return switch (this) {
      case Id _ ->
          text(node, pointer, errors, Identifier::isValid, "must be made of " + Identifier.SHAPE);
      case Uuid _ -> text(node, pointer, errors, Kind::isUuid, "must be a UUID");
      case Text(var longest, var blank) ->
          text(
              node,
              pointer,
              errors,
              t -> t.length() <= longest && (blank || !t.isBlank()),
              "must have "
                  + (blank ? "" : "1 to ")
                  + longest
                  + " characters"
                  + (blank ? " at most" : ""));
      case Choice(var words) -> {
        String remedy = "must be one of " + String.join(", ", words);
        String nearest =
            node.isString() ? NearestName.among(words).remedyFor(node.stringValue()) : null;
        yield text(
            node,
            pointer,
            errors,
            words::contains,
            nearest == null ? remedy : remedy + "; " + nearest);
      }
      case Flag _ -> {
        if (!node.isBoolean()) {
          errors.add(pointer, "must be true or false");
          yield null;
        }
        yield node.booleanValue();
      }
      case Whole(var least, var most) -> {
        if (!node.isIntegralNumber()
            || !node.canConvertToLong()
            || node.longValue() < least
            || node.longValue() > most) {
          errors.add(pointer, "must be a whole number from " + least + " to " + most);
          yield null;
        }
        yield node.longValue();
      }
      case Day _ -> day(node, pointer, errors);
      case ListOf(var element, var most) -> list(node, pointer, errors, element, most);
      case MapOf(var value, var most) -> map(node, pointer, errors, value, most);
      case Of(var shape) -> shape.read(node, pointer, errors);
      case Either(var kinds) -> either(node, pointer, errors, kinds);
      case Score _, Real _, OrNull _, Moment _, Anything _ ->
          throw new IllegalStateException("only in answers");
    };
  }

  /** Whether a text is right. */
  interface Check {
    boolean holds(String text);
  }

  private static @Nullable String text(
      JsonNode node, String pointer, Errors errors, Check check, String remedy) {
    if (!node.isString() || !check.holds(node.stringValue())) {
      errors.add(pointer, remedy);
      return null;
    }
    String text = node.stringValue();
    if (!Utf8.isStorable(text)) {
      errors.add(pointer, "holds a NUL or half of a character, which cannot be stored");
      return null;
    }
    return text;
  }

  private static boolean isUuid(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  }

  private static @Nullable LocalDate day(JsonNode node, String pointer, Errors errors) {
    try {
      if (node.isString()) {
        return LocalDate.parse(node.stringValue());
      }
    } catch (DateTimeParseException _) {
      // Told below.
    }
    errors.add(pointer, "must be a day such as 2026-03-02");
    return null;
  }

  private static @Nullable List<Object> list(
      JsonNode node, String pointer, Errors errors, Kind element, int most) {
    if (!node.isArray() || node.size() > most) {
      errors.add(pointer, "must be a list of at most " + most + " elements");
      return null;
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      Object value = element.read(node.get(i), Errors.pointer(pointer, i), errors);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private static @Nullable Map<String, Object> map(
      JsonNode node, String pointer, Errors errors, Kind kind, int most) {
    if (!node.isObject() || node.size() > most) {
      errors.add(pointer, "must be an object with at most " + most + " members");
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    node.properties()
        .forEach(
            member -> {
              String at = Errors.pointer(pointer, member.getKey());
              if (!Identifier.isValid(member.getKey())) {
                errors.add(at, "has a key that is not made of " + Identifier.SHAPE);
              }
              Object value = kind.read(member.getValue(), at, errors);
              if (value != null) {
                values.put(member.getKey(), value);
              }
            });
    return values;
  }

  /** The first kind that fits; when none does, what the last one says is wrong. */
  private static @Nullable Object either(
      JsonNode node, String pointer, Errors errors, List<Kind> kinds) {
    for (Kind kind : kinds.subList(0, kinds.size() - 1)) {
      Errors unheard = new Errors();
      Object value = kind.read(node, pointer, unheard);
      if (unheard.isEmpty()) {
        return value;
      }
      if (kind instanceof Choice && node.isString()) {
        unheard.list().forEach(error -> errors.add(pointer, error.detail()));
        return null;
      }
    }
    return kinds.getLast().read(node, pointer, errors);
  }

  /** As JSON Schema (draft 2020-12) says it; shapes are referred to by their names. */
  default ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    return switch (this) {
      case Id _ ->
          schema
              .put("type", "string")
              .put("pattern", "^[A-Za-z0-9][A-Za-z0-9._-]*$")
              .put("maxLength", 500);
      case Uuid _ -> schema.put("type", "string").put("format", "uuid");
      case Text(var longest, var blank) -> {
        schema.put("type", "string").put("maxLength", longest);
        yield blank ? schema : schema.put("minLength", 1);
      }
      case Flag _ -> schema.put("type", "boolean");
      case Whole(var least, var most) -> {
        schema.put("type", "integer").put("minimum", least);
        yield most == Long.MAX_VALUE ? schema : schema.put("maximum", most);
      }
      case Score(var least) -> schema.put("type", "number").put("minimum", least).put("maximum", 1);
      case Real _ -> schema.put("type", "number");
      case OrNull(var kind) -> {
        ArrayNode list = schema.putArray("anyOf");
        list.add(kind.schema());
        list.addObject().put("type", "null");
        yield schema;
      }
      case Choice(var words) -> {
        ArrayNode list = schema.put("type", "string").putArray("enum");
        words.forEach(list::add);
        yield schema;
      }
      case Day _ -> schema.put("type", "string").put("format", "date");
      case Moment _ -> schema.put("type", "string").put("format", "date-time");
      case ListOf(var element, var most) -> {
        schema.put("type", "array").put("maxItems", most);
        schema.set("items", element.schema());
        yield schema;
      }
      case MapOf(var value, var _) -> {
        schema.put("type", "object");
        schema.set("additionalProperties", value.schema());
        yield schema;
      }
      case Of(var shape) -> schema.put("$ref", "#/components/schemas/" + shape.name());
      case Either(var kinds) -> {
        ArrayNode list = schema.putArray("anyOf");
        kinds.forEach(kind -> list.add(kind.schema()));
        yield schema;
      }
      case Anything _ -> schema;
    };
  }
}
