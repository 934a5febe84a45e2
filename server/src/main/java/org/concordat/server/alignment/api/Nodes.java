package org.concordat.server.alignment.api;

import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Values;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the entries' JSON has in common: absent things are left out, levels go by their names. */
final class Nodes {
  private Nodes() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  static void put(ObjectNode json, String name, @Nullable Level level, ImpactScale scale) {
    if (level != null) {
      json.put(name, scale.name(level));
    }
  }

  /** The level that a member names, or null when it names none; a wrong one is told. */
  static @Nullable Level level(
      String name, Values said, ImpactScale scale, String pointer, Errors errors) {
    String text = said.text(name);
    if (text == null) {
      return null;
    }
    Level level = scale.level(text).orElse(null);
    if (level == null) {
      errors.add(
          Errors.pointer(pointer, name),
          "is no level of the scale; there are " + String.join(", ", scale.names()));
    }
    return level;
  }
}
