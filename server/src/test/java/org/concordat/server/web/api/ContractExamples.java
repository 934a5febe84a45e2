package org.concordat.server.web.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Examples of whole objects, made of those of their members. */
final class ContractExamples {
  private ContractExamples() {}

  /** An example of a shape, made of those of its members. */
  static JsonNode of(Shape shape, boolean told, int depth) {
    ObjectNode example = JsonNodeFactory.instance.objectNode();
    for (Shape.Field field : shape.fields()) {
      if (told || field.isWritten()) {
        JsonNode value = of(field.kind(), field.example(), told, depth);
        if (!value.isNull()) {
          example.set(field.name(), value);
        }
      }
    }
    return example;
  }

  private static JsonNode of(Kind kind, String text, boolean told, int depth) {
    if (kind instanceof Kind.Of(var inner) && text.equals("{}") && depth < 5) {
      return of(inner, told, depth + 1);
    }
    if (kind instanceof Kind.ListOf(Kind.Of(var inner), var _) && text.equals("[]") && depth < 5) {
      return JsonNodeFactory.instance.arrayNode().add(of(inner, told, depth + 1));
    }
    return ContractWriter.MAPPER.readTree(text);
  }
}
