package org.concordat.server.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.findings.NearestName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A kind of JSON object: which members it has and what these may be.
 *
 * @param name as the contract calls it
 * @param about what it is, in a sentence
 */
public record Shape(String name, String about, List<Field> fields) {
  public Shape {
    fields = List.copyOf(fields);
  }

  /**
   * A member.
   *
   * @param need whether it must be there, or is the server's to say
   * @param example a value as JSON
   */
  public record Field(String name, Kind kind, Need need, String about, String example) {
    /** Whether whoever writes may say it. */
    public boolean isWritten() {
      return need == Need.REQUIRED || need == Need.OPTIONAL;
    }

    private ObjectNode schema(boolean told) {
      ObjectNode schema = kind.schema();
      if (need == Need.OPTIONAL && !told && schema.has("type")) {
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        types.add(schema.get("type")).add("null");
        schema.set("type", types);
        if (schema.get("enum") instanceof ArrayNode words) {
          words.addNull();
        }
      }
      return schema.put("description", about);
    }
  }

  /** Who says a member. */
  public enum Need {
    /** Whoever writes must say it. */
    REQUIRED,
    /** Whoever writes may say it; absent and null are the same. */
    OPTIONAL,
    /** The server says it, always; whoever writes may not. */
    TOLD,
    /** The server says it where there is something to say. */
    TOLD_OPTIONALLY
  }

  /** A shape without members yet. */
  public static Shape named(String name, String about) {
    return new Shape(name, about, List.of());
  }

  public Shape required(String field, Kind kind, String what, String example) {
    return with(new Field(field, kind, Need.REQUIRED, what, example));
  }

  public Shape optional(String field, Kind kind, String what, String example) {
    return with(new Field(field, kind, Need.OPTIONAL, what, example));
  }

  public Shape told(String field, Kind kind, String what, String example) {
    return with(new Field(field, kind, Need.TOLD, what, example));
  }

  public Shape toldOptionally(String field, Kind kind, String what, String example) {
    return with(new Field(field, kind, Need.TOLD_OPTIONALLY, what, example));
  }

  private Shape with(Field field) {
    List<Field> more = new ArrayList<>(fields);
    more.add(field);
    return new Shape(name, about, more);
  }

  /** A list of such objects with the way to its next part, under another name. */
  public Shape list() {
    return new Shape(
        name + "List",
        "A part of a list.",
        List.of(
            new Field(
                "items", new Kind.ListOf(new Kind.Of(this), 500), Need.TOLD, "the entries", "[]"),
            new Field("total", Kinds.COUNT, Need.TOLD, "how many there are in all parts", "1"),
            new Field(
                "next",
                Kinds.PROSE,
                Need.TOLD_OPTIONALLY,
                "the address of the next part; absent in the last",
                "\"/api/v1/assets?cursor=...\"")));
  }

  /**
   * What an object says.
   *
   * @return null when it is no object; the errors tell everything that is wrong
   */
  @Nullable Values read(JsonNode node, String pointer, Errors errors) {
    if (!node.isObject()) {
      errors.add(pointer, "must be an object");
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String at = Errors.pointer(pointer, member.getKey());
      Optional<Field> field = field(member.getKey());
      if (field.isEmpty()) {
        errors.add(at, unknown(member.getKey()));
      } else if (!field.get().isWritten()) {
        errors.add(at, "is said by the server; leave it out");
      } else if (!member.getValue().isNull()) {
        Object value = field.get().kind.read(member.getValue(), at, errors);
        if (value != null) {
          values.put(member.getKey(), value);
        }
      }
    }
    for (Field field : fields) {
      if (field.need == Need.REQUIRED && !node.hasNonNull(field.name)) {
        errors.add(Errors.pointer(pointer, field.name), "is missing: " + field.about);
      }
    }
    return new Values(values);
  }

  /** The body of a request, or the problem with all that is wrong. */
  public Values read(JsonNode body) {
    Errors errors = new Errors();
    Values values = read(body, "", errors);
    errors.check();
    if (values == null) {
      throw new IllegalStateException("nothing was read and nothing is wrong");
    }
    return values;
  }

  /** What an object says in which nothing is required; for finding out which entry it names. */
  public Values naming(JsonNode body, Errors errors) {
    Shape lenient =
        new Shape(
            name,
            about,
            fields.stream()
                .filter(Field::isWritten)
                .map(f -> new Field(f.name, f.kind, Need.OPTIONAL, f.about, f.example))
                .toList());
    Values values = lenient.read(body, "", errors);
    return values == null ? new Values(Map.of()) : values;
  }

  private Optional<Field> field(String member) {
    return fields.stream().filter(field -> field.name.equals(member)).findFirst();
  }

  private String unknown(String member) {
    List<String> known = fields.stream().filter(Field::isWritten).map(field -> field.name).toList();
    return "is unknown; "
        + NearestName.among(known)
            .to(member)
            .map(name -> "did you mean '" + name + "'?")
            .orElse("there are " + String.join(", ", known));
  }

  /** As JSON Schema (draft 2020-12) says it: what the server tells. */
  public ObjectNode schema() {
    return schema(true);
  }

  /** The same for what is written. */
  public ObjectNode writtenSchema() {
    return schema(false);
  }

  private ObjectNode schema(boolean told) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object").put("description", about);
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (Field field : fields) {
      if (told || field.isWritten()) {
        properties.set(field.name, field.schema(told));
        if (field.need == Need.REQUIRED || (told && field.need == Need.TOLD)) {
          required.add(field.name);
        }
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema.put("additionalProperties", false);
  }
}
