package org.concordat.server.web.api.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.concordat.server.web.api.reference.Reference.Answer;
import org.concordat.server.web.api.reference.Reference.Content;
import org.concordat.server.web.api.reference.Reference.Member;
import org.concordat.server.web.api.reference.Reference.Operation;
import org.concordat.server.web.api.reference.Reference.Parameter;
import org.concordat.server.web.api.reference.Reference.Shape;
import org.concordat.server.web.api.reference.Reference.ValueType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the contract; it knows the part of OpenAPI 3.1 that ours is written in. */
final class ContractReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern PERMISSION = Pattern.compile("permission ([A-Z_]+)");

  /** In this order operations of one address are read. */
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private final JsonNode contract;

  private ContractReader(JsonNode contract) {
    this.contract = contract;
  }

  static Reference read(byte[] contract) {
    ContractReader reader = new ContractReader(JSON.readTree(contract));
    return new Reference(reader.operations(), reader.shapes());
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        operations.add(operation(path.getKey(), operation.getKey(), operation.getValue()));
      }
    }
    operations.sort(
        Comparator.comparing(Operation::group)
            .thenComparing(Operation::path)
            .thenComparingInt(o -> METHODS.indexOf(o.method().toLowerCase(Locale.ROOT))));
    return operations;
  }

  private Operation operation(String path, String method, JsonNode node) {
    Matcher permission = PERMISSION.matcher(text(node, "description"));
    List<Answer> answers = new ArrayList<>();
    List<Answer> problems = new ArrayList<>();
    for (Map.Entry<String, JsonNode> answer : node.path("responses").properties()) {
      JsonNode told = resolved(answer.getValue());
      (answer.getKey().startsWith("2") || answer.getKey().startsWith("3") ? answers : problems)
          .add(new Answer(answer.getKey(), text(told, "description"), content(told)));
    }
    return new Operation(
        text(node, "operationId"),
        text(node.path("tags"), 0),
        method.toUpperCase(Locale.ROOT),
        path,
        text(node, "summary"),
        permission.find() ? permission.group(1) : null,
        parameters(node),
        content(node.path("requestBody")),
        answers,
        problems);
  }

  private List<Parameter> parameters(JsonNode operation) {
    return operation
        .path("parameters")
        .valueStream()
        .map(this::resolved)
        .map(
            parameter ->
                new Parameter(
                    text(parameter, "name"),
                    text(parameter, "in"),
                    parameter.path("required").asBoolean(false),
                    type(parameter.path("schema")),
                    text(parameter, "description")))
        .toList();
  }

  private List<Content> content(JsonNode node) {
    return node.path("content").properties().stream()
        .map(
            media ->
                new Content(
                    media.getKey(),
                    type(media.getValue().path("schema")),
                    example(media.getValue().path("example"))))
        .toList();
  }

  private static @Nullable String example(JsonNode example) {
    return example.isMissingNode()
        ? null
        : example.isString()
            ? example.stringValue()
            : JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example);
  }

  private Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new TreeMap<>();
    for (Map.Entry<String, JsonNode> schema :
        contract.path("components").path("schemas").properties()) {
      JsonNode node = schema.getValue();
      Set<String> required = new HashSet<>();
      node.path("required").forEach(name -> required.add(name.asString()));
      shapes.put(
          schema.getKey(),
          new Shape(
              schema.getKey(),
              text(node, "description"),
              node.path("properties").properties().stream()
                  .map(
                      member ->
                          new Member(
                              member.getKey(),
                              required.contains(member.getKey()),
                              type(member.getValue()),
                              text(member.getValue(), "description")))
                  .toList()));
    }
    return shapes;
  }

  /** What a schema allows, in words that stand in every contract. */
  private static ValueType type(JsonNode schema) {
    String reference = text(schema, "$ref");
    if (!reference.isEmpty()) {
      String shape = reference.substring(reference.lastIndexOf('/') + 1);
      return new ValueType(shape, shape);
    }
    if (schema.has("anyOf")) {
      List<ValueType> types = schema.path("anyOf").valueStream().map(ContractReader::type).toList();
      return new ValueType(
          types.stream().map(ValueType::text).collect(Collectors.joining(" or ")),
          types.stream().map(ValueType::shape).filter(Objects::nonNull).findFirst().orElse(null));
    }
    String named =
        schema.path("type").isArray()
            ? schema
                .path("type")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.joining(" or "))
            : text(schema, "type");
    if (named.startsWith("array")) {
      ValueType item = type(schema.path("items"));
      return new ValueType(named.replace("array", "array of " + item.text()), item.shape());
    }
    JsonNode values = schema.path("additionalProperties");
    if (named.equals("object") && values.isObject()) {
      ValueType value = type(values);
      return new ValueType("object of " + value.text(), value.shape());
    }
    // A schema that names no type takes every value.
    return new ValueType((named.isEmpty() ? "any value" : named) + limits(schema), null);
  }

  /** Lengths that stand for no limit in practice are not worth a reader's time. */
  private static final int WORTH_TELLING = 100_000;

  private static String limits(JsonNode schema) {
    StringBuilder limits = new StringBuilder();
    if (schema.has("enum")) {
      limits
          .append(": ")
          .append(
              schema
                  .path("enum")
                  .valueStream()
                  .map(JsonNode::asString)
                  .collect(Collectors.joining(", ")));
    }
    if (schema.has("format")) {
      limits.append(", ").append(text(schema, "format"));
    }
    if (schema.has("minimum") || schema.has("maximum")) {
      limits
          .append(", ")
          .append(schema.path("minimum").asString("…"))
          .append(" to ")
          .append(schema.path("maximum").asString("…"));
    }
    if (schema.path("maxLength").asInt(WORTH_TELLING) < WORTH_TELLING) {
      limits.append(", at most ").append(schema.path("maxLength").asInt()).append(" characters");
    }
    return limits.toString();
  }

  private JsonNode resolved(JsonNode node) {
    String reference = text(node, "$ref");
    return reference.isEmpty() ? node : contract.at(reference.substring(1));
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asString("");
  }

  private static String text(JsonNode node, int index) {
    return node.path(index).asString("");
  }
}
