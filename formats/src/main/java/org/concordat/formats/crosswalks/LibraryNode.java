package org.concordat.formats.crosswalks;

import java.util.List;
import java.util.Optional;
import org.concordat.core.findings.Place;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

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
