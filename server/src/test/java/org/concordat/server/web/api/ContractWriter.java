package org.concordat.server.web.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.OpenToAll;
import org.concordat.server.testing.RunningServer;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the contract (OpenAPI 3.1) of the handlers and shapes of a running server. */
final class ContractWriter {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String REFERENCE = "#/components/schemas/";

  private final Map<String, Shape> shapes = new TreeMap<>();
  private final Set<String> inputs = new java.util.TreeSet<>();
  private final Set<String> patches = new java.util.TreeSet<>();
  private final RunningServer server;

  ContractWriter(RunningServer server) {
    this.server = server;
    for (ShapeBook book : server.parts(ShapeBook.class)) {
      book.shapes()
          .forEach(
              shape -> {
                if (shapes.put(shape.name(), shape) != null) {
                  throw new IllegalStateException(shape.name() + " is described twice");
                }
              });
    }
  }

  /** The handlers of the API, by method and path as the contract writes it. */
  static Map<String, List<Map.Entry<RequestMappingInfo, HandlerMethod>>> handlers(
      RunningServer server) {
    Map<String, List<Map.Entry<RequestMappingInfo, HandlerMethod>>> handlers = new TreeMap<>();
    server
        .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .forEach(
            each -> {
              for (String path : each.getKey().getPatternValues()) {
                if (path.startsWith("/api/")) {
                  String method =
                      each.getKey().getMethodsCondition().getMethods().iterator().next().name();
                  handlers
                      .computeIfAbsent(
                          path.replace("{*", "{") + " " + method.toLowerCase(Locale.ROOT),
                          _ -> new ArrayList<>())
                      .add(Map.entry(each.getKey(), each.getValue()));
                }
              }
            });
    handlers
        .values()
        .forEach(
            all ->
                all.sort(
                    Comparator.comparing(
                            (Map.Entry<RequestMappingInfo, HandlerMethod> handler) ->
                                handler.getKey().getProducesCondition().toString())
                        .thenComparing(handler -> !takes(handler.getKey(), Media.JSON))
                        .thenComparing(
                            handler -> handler.getKey().getConsumesCondition().toString())));
    return handlers;
  }

  private static boolean takes(RequestMappingInfo info, String type) {
    return info.getConsumesCondition()
        .getConsumableMediaTypes()
        .contains(MediaType.parseMediaType(type));
  }

  ObjectNode contract() {
    ObjectNode contract = JsonNodeFactory.instance.objectNode();
    contract.put("openapi", "3.1.0");
    contract
        .putObject("info")
        .put("title", "Concordat")
        .put("version", "1")
        .put(
            "description",
            "Says what must be secured first, and why. Everything that a page can do, for"
                + " programs. The guide is docs/api.md.")
        .putObject("license")
        .put("name", "Apache 2.0")
        .put("identifier", "Apache-2.0");
    contract.putArray("servers").addObject().put("url", "/");
    contract.putArray("security").addObject().putArray("token");
    ObjectNode paths = contract.putObject("paths");
    handlers(server)
        .forEach(
            (key, all) -> {
              String path = key.substring(0, key.indexOf(' '));
              String method = key.substring(key.indexOf(' ') + 1);
              ObjectNode item =
                  paths.get(path) instanceof ObjectNode there ? there : paths.putObject(path);
              item.set(method, operation(method, path, all));
            });
    contract.set("components", components());
    return contract;
  }

  private ObjectNode operation(
      String method, String path, List<Map.Entry<RequestMappingInfo, HandlerMethod>> handlers) {
    HandlerMethod first = handlers.getFirst().getValue();
    Described described = described(first);
    ObjectNode operation = JsonNodeFactory.instance.objectNode();
    operation.put("operationId", id(method, path));
    operation.put("summary", described.value());
    operation.putArray("tags").add(tag(path));
    Needs needs = first.getMethodAnnotation(Needs.class);
    if (needs != null) {
      operation.put("description", "Needs the permission " + needs.value() + ".");
    }
    if (first.hasMethodAnnotation(OpenToAll.class)) {
      operation.putArray("security");
    }
    ArrayNode parameters = parameters(method, path, first, described);
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    ObjectNode bodies = JsonNodeFactory.instance.objectNode();
    ObjectNode responses = JsonNodeFactory.instance.objectNode();
    for (var handler : handlers) {
      bodies(handler.getKey(), described(handler.getValue()), method, bodies);
      answers(handler.getKey(), described(handler.getValue()), method, responses);
    }
    if (!bodies.isEmpty()) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      body.set("content", bodies);
    }
    problems(method, path, first, described, !bodies.isEmpty())
        .forEach(
            status -> {
              if (!responses.has(status)) {
                responses.putObject(status).put("$ref", "#/components/responses/Problem" + status);
              }
            });
    if (handlers.stream().anyMatch(handler -> answersInLines(handler.getKey()))) {
      ObjectNode held = responses.putObject("422").put("description", "Nothing was done");
      ObjectNode contents = held.putObject("content");
      contents.putObject(Media.LINES).putObject("schema").put("$ref", REFERENCE + "BulkResult");
      contents.putObject(Problem.MEDIA_TYPE).putObject("schema").put("$ref", REFERENCE + "Problem");
    }
    operation.set("responses", responses);
    return operation;
  }

  private static boolean answersInLines(RequestMappingInfo info) {
    return takes(info, Media.LINES)
        && info.getProducesCondition()
            .getProducibleMediaTypes()
            .contains(MediaType.parseMediaType(Media.LINES));
  }

  private static Described described(HandlerMethod handler) {
    Described described = handler.getMethodAnnotation(Described.class);
    if (described == null) {
      throw new IllegalStateException(handler + " is not described");
    }
    return described;
  }

  /** The first part of a path behind the version. */
  private static String tag(String path) {
    return path.substring("/api/v1/".length()).replaceAll("[/.].*", "");
  }

  /** Such as {@code put_assets_id}. */
  private static String id(String method, String path) {
    String rest = path.substring("/api/v1/".length());
    return method + "_" + rest.replaceAll("[{}]", "").replaceAll("[^A-Za-z0-9]+", "_");
  }

  private static boolean isConditional(String method, String path) {
    return path.endsWith("/apply")
        || (Set.of("put", "patch", "delete").contains(method)
            && !path.startsWith("/api/v1/account")
            && !path.startsWith("/api/v1/imports"));
  }

  private ArrayNode parameters(
      String method, String path, HandlerMethod handler, Described described) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    Map<String, ObjectNode> byName = new LinkedHashMap<>();
    for (MethodParameter parameter : handler.getMethodParameters()) {
      RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
      if (parameter.hasParameterAnnotation(PathVariable.class)) {
        String name = parameter.getParameter().getName();
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        if (parameter.getParameterType() == UUID.class) {
          schema.put("format", "uuid");
        }
        byName.put(name, ContractParameters.of(name, "path", true, schema));
      } else if (query != null) {
        String name = query.name().isEmpty() ? parameter.getParameter().getName() : query.name();
        boolean required =
            query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
        if (!query.defaultValue().equals(ValueConstants.DEFAULT_NONE)
            && !query.defaultValue().isEmpty()) {
          schema.put("default", query.defaultValue());
        }
        byName.put(name, ContractParameters.of(name, "query", required, schema));
      } else if (parameter.getParameterType() == Paging.class) {
        byName.put(
            "limit",
            ContractParameters.of(
                "limit",
                "query",
                false,
                JsonNodeFactory.instance
                    .objectNode()
                    .put("type", "integer")
                    .put("minimum", 1)
                    .put("maximum", Paging.MOST)
                    .put("default", Paging.USUAL)));
        byName.put(
            "cursor",
            ContractParameters.of(
                "cursor",
                "query",
                false,
                JsonNodeFactory.instance.objectNode().put("type", "string")));
      }
    }
    byName.values().forEach(all::add);
    if (isConditional(method, path)) {
      all.addObject().put("$ref", "#/components/parameters/If-Match");
      if (method.equals("put")) {
        all.addObject().put("$ref", "#/components/parameters/If-None-Match");
      }
    }
    if (!method.equals("get")) {
      all.addObject().put("$ref", "#/components/parameters/Concordat-Reason");
    }
    if (described.answer().length() > 0 && Set.of("put", "patch", "post").contains(method)) {
      all.addObject().put("$ref", "#/components/parameters/Prefer");
    }
    return all;
  }

  private void bodies(
      RequestMappingInfo info, Described described, String method, ObjectNode bodies) {
    for (MediaType type : info.getConsumesCondition().getConsumableMediaTypes()) {
      ObjectNode content = bodies.putObject(type.toString());
      if (described.body().isEmpty()) {
        content.putObject("schema").put("type", "string");
        continue;
      }
      Shape shape = shape(described.body());
      String name = shape.name();
      if (method.equals("patch")) {
        patches.add(name);
        name += "Patch";
      } else if (!type.toString().equals(Media.LINES)) {
        inputs.add(name);
        name += "Input";
      }
      content.putObject("schema").put("$ref", REFERENCE + name);
      if (!method.equals("patch")) {
        content.set("example", ContractExamples.of(shape, false, 0));
      }
    }
  }

  private void answers(
      RequestMappingInfo info, Described described, String method, ObjectNode responses) {
    for (int status : described.statuses()) {
      String key = String.valueOf(status);
      ObjectNode response =
          responses.get(key) instanceof ObjectNode there ? there : responses.putObject(key);
      response.put("description", status == 201 ? "Made" : status == 204 ? "Done" : "As asked for");
      ObjectNode headers =
          response.get("headers") instanceof ObjectNode there
              ? there
              : response.putObject("headers");
      headers.putObject("Request-Id").put("$ref", "#/components/headers/Request-Id");
      if (status != 204) {
        ObjectNode content =
            response.get("content") instanceof ObjectNode there
                ? there
                : response.putObject("content");
        for (MediaType type : info.getProducesCondition().getProducibleMediaTypes()) {
          ObjectNode each = content.putObject(type.toString());
          if (described.answer().isEmpty()) {
            each.putObject("schema").put("type", isJson(type) ? "object" : "string");
          } else {
            Shape shape = shape(described.answer());
            each.putObject("schema").put("$ref", REFERENCE + shape.name());
            each.set("example", ContractExamples.of(shape, true, 0));
          }
        }
      }
    }
    if (method.equals("get")) {
      ObjectNode unchanged = responses.putObject("304");
      unchanged.put("description", "You have it already");
    }
  }

  private static boolean isJson(MediaType type) {
    return type.toString().equals(Media.JSON);
  }

  private Shape shape(String name) {
    Shape shape = shapes.get(name);
    if (shape == null) {
      throw new IllegalStateException("there is no shape " + name);
    }
    return shape;
  }

  private static List<String> problems(
      String method, String path, HandlerMethod handler, Described described, boolean body) {
    Set<String> statuses =
        new java.util.TreeSet<>(List.of("400", "404", "405", "406", "429", "500"));
    if (!handler.hasMethodAnnotation(OpenToAll.class)) {
      statuses.addAll(List.of("401", "403"));
    }
    if (body) {
      statuses.addAll(List.of("413", "415", "422"));
    }
    if (isConditional(method, path)) {
      statuses.addAll(List.of("412", "422", "428"));
    }
    for (int status : described.problems()) {
      statuses.add(String.valueOf(status));
    }
    return List.copyOf(statuses);
  }

  private ObjectNode components() {
    ObjectNode components = JsonNodeFactory.instance.objectNode();
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "A token that somebody made on the page /account.");
    ObjectNode parameters = components.putObject("parameters");
    header(parameters, "If-Match", "the ETag of the state that you saw, or * for any");
    header(parameters, "If-None-Match", "*: only when it is not there yet");
    header(parameters, Call.REASON, "why, for the history; 2000 characters at most");
    header(
        parameters,
        "Prefer",
        "return=minimal: do not tell the new state; wait=30: wait so many seconds for an import");
    ObjectNode id = components.putObject("headers").putObject("Request-Id");
    id.put("description", "the request's id, by which logs and history find it");
    id.putObject("schema").put("type", "string");
    ObjectNode responses = components.putObject("responses");
    for (Problem.Kind kind : Problem.Kind.values()) {
      ObjectNode response =
          responses.get("Problem" + kind.status()) instanceof ObjectNode there
              ? there
              : responses.putObject("Problem" + kind.status());
      response.put("description", kind.title());
      ObjectNode content = response.putObject("content").putObject(Problem.MEDIA_TYPE);
      content.putObject("schema").put("$ref", REFERENCE + "Problem");
      content.set("example", Problem.of(kind, "What is wrong this time").json("4c1d..."));
    }
    ObjectNode schemas = components.putObject("schemas");
    schemas.set("Problem", problem());
    for (Shape shape : shapes.values()) {
      schemas.set(shape.name(), shape.schema());
    }
    inputs.forEach(name -> schemas.set(name + "Input", shape(name).writtenSchema()));
    for (String name : patches) {
      ObjectNode schema = shape(name).writtenSchema();
      schema.remove("required");
      schemas.set(name + "Patch", schema);
    }
    return components;
  }

  private static void header(ObjectNode parameters, String name, String about) {
    ObjectNode header =
        parameters.putObject(name).put("name", name).put("in", "header").put("description", about);
    header.putObject("schema").put("type", "string");
  }

  private static ObjectNode problem() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object").put("description", "What went wrong (RFC 9457).");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode types = properties.putObject("type").put("type", "string").putArray("enum");
    for (Problem.Kind kind : Problem.Kind.values()) {
      types.add(kind.type());
    }
    properties.putObject("title").put("type", "string");
    properties.putObject("status").put("type", "integer");
    properties.putObject("detail").put("type", "string");
    properties.putObject("request").put("type", "string");
    properties.putObject("present").put("description", "the entry as it is now");
    ObjectNode error = properties.putObject("errors").put("type", "array").putObject("items");
    error.put("type", "object");
    for (String name : List.of("pointer", "parameter", "header", "detail")) {
      error.withObject("/properties").putObject(name).put("type", "string");
    }
    error.putArray("required").add("detail");
    ArrayNode required = schema.putArray("required");
    List.of("type", "title", "status", "detail", "request").forEach(required::add);
    return schema;
  }
}
