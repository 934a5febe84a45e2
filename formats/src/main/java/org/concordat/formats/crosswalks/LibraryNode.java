package org.concordat.formats.crosswalks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Extras;
import org.concordat.formats.extras.ExtraJson;
import org.concordat.formats.extras.ExtraYaml;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.core.JsonGenerator;

/** A mapping of a YAML library, asked by key; what is not there is empty. */
record LibraryNode(String file, MappingNode node) {
  Place place() {
    int line = node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    return Place.of(file, line, 0, null);
  }

  /** The text under a key, empty when there is none. */
  String text(String key) {
    return value(key)
        .filter(ScalarNode.class::isInstance)
        .map(n -> ((ScalarNode) n).getValue().strip())
        .orElse("");
  }

  Optional<LibraryNode> mapping(String key) {
    return value(key).flatMap(this::asMapping);
  }

  /** The mappings in the list under a key; a mapping alone stands for a list of one. */
  List<LibraryNode> list(String key) {
    return value(key)
        .map(
            n ->
                n instanceof SequenceNode list
                    ? list.getValue().stream().flatMap(e -> asMapping(e).stream()).toList()
                    : asMapping(n).stream().toList())
        .orElse(List.of());
  }

  /** All members but those of these keys. */
  Extras without(Set<String> keys) {
    Map<String, String> members = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name && !keys.contains(name.getValue())) {
        members.put(name.getValue(), json(tuple.getValueNode()));
      }
    }
    return new Extras(members);
  }

  private static String json(Node value) {
    return ExtraJson.written(json -> write(value, json));
  }

  private static void write(Node value, JsonGenerator json) {
    switch (value) {
      case MappingNode mapping -> {
        json.writeStartObject();
        for (NodeTuple tuple : mapping.getValue()) {
          if (tuple.getKeyNode() instanceof ScalarNode name) {
            json.writeName(name.getValue());
            write(tuple.getValueNode(), json);
          }
        }
        json.writeEndObject();
      }
      case SequenceNode list -> {
        json.writeStartArray();
        list.getValue().forEach(item -> write(item, json));
        json.writeEndArray();
      }
      case ScalarNode scalar ->
          ExtraYaml.scalar(scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN, json);
      default -> json.writeNull();
    }
  }

  private Optional<Node> value(String key) {
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
        return Optional.of(tuple.getValueNode());
      }
    }
    return Optional.empty();
  }

  private Optional<LibraryNode> asMapping(Node value) {
    return value instanceof MappingNode mapping
        ? Optional.of(new LibraryNode(file, mapping))
        : Optional.empty();
  }
}
