package org.concordat.server.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract of the API, and whether what was said keeps to it. */
public final class Contract {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectNode COMMITTED = read();

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final Map<String, Schema> BY_TEXT = new ConcurrentHashMap<>();

  private Contract() {}

  private static ObjectNode read() {
    try (InputStream in =
        Objects.requireNonNull(Contract.class.getResourceAsStream("/api/openapi.json"))) {
      return (ObjectNode) MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The contract that is committed. */
  public static ObjectNode committed() {
    return COMMITTED;
  }

  /** What of a value does not fit a schema of the contract. */
  public static List<String> validate(ObjectNode schema, JsonNode value) {
    Schema known =
        BY_TEXT.computeIfAbsent(
            schema.toString(),
            _ -> {
              ObjectNode whole = schema.deepCopy();
              whole.set("components", COMMITTED.get("components"));
              return SCHEMAS.getSchema(whole);
            });
    return known.validate(value).stream().map(Error::toString).toList();
  }

  /** What of an answer, and of a request that was accepted, does not keep to the contract. */
  public static List<String> check(
      String method,
      String path,
      String bodyType,
      String body,
      int status,
      String type,
      String answer) {
    JsonNode operation = operation(method, path);
    List<String> wrong = new ArrayList<>();
    if (operation.isMissingNode()) {
      return status == 404 || status == 405
          ? wrong
          : List.of("the contract has no " + method + " " + path);
    }
    if (status < 300 && !body.isEmpty()) {
      JsonNode content = operation.path("requestBody").path("content").path(bodyType);
      if (content.isMissingNode()) {
        wrong.add("the contract takes no " + bodyType);
      } else {
        boolean linesWereWrong = answer.contains("\"problem\"");
        if (!linesWereWrong) {
          validate(content, bodyType, body, wrong);
        }
      }
    }
    JsonNode response = operation.path("responses").path(String.valueOf(status));
    if (response.isMissingNode()) {
      wrong.add("the contract tells of no " + status);
      return wrong;
    }
    if (response.has("$ref")) {
      response = COMMITTED.at(response.get("$ref").stringValue().substring(1));
    }
    if (!answer.isEmpty()) {
      String plain = type.contains(";") ? type.substring(0, type.indexOf(';')) : type;
      JsonNode content = response.path("content").path(plain);
      if (content.isMissingNode()) {
        wrong.add("the contract tells of no " + type + " with " + status);
      } else {
        validate(content, plain, answer, wrong);
      }
    }
    return wrong;
  }

  private static void validate(JsonNode content, String type, String text, List<String> wrong) {
    ObjectNode schema = (ObjectNode) content.get("schema");
    if (type.endsWith("json") && !type.contains("ndjson")) {
      wrong.addAll(validate(schema, MAPPER.readTree(text)));
    } else if (type.contains("ndjson") && schema.has("$ref")) {
      text.lines()
          .filter(line -> !line.isBlank() && line.startsWith("{"))
          .forEach(line -> wrong.addAll(validate(schema, MAPPER.readTree(line))));
    }
  }

  /** The operation that a request is. */
  private static JsonNode operation(String method, String address) {
    String path = address.contains("?") ? address.substring(0, address.indexOf('?')) : address;
    JsonNode best = MAPPER.missingNode();
    int fewest = Integer.MAX_VALUE;
    for (Map.Entry<String, JsonNode> each : COMMITTED.path("paths").properties()) {
      String pattern =
          Pattern.compile("\\{key}")
              .matcher(each.getKey())
              .replaceAll(".+")
              .replaceAll("\\{\\w+}", "[^/]+");
      int variables = each.getKey().split("\\{", -1).length;
      if (path.matches(pattern) && variables < fewest) {
        fewest = variables;
        best = each.getValue().path(method.toLowerCase(java.util.Locale.ROOT));
      }
    }
    return best;
  }
}
