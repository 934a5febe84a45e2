package org.concordat.server.alignment.api;

import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.formats.json.PrioritiesJson;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.TokenBuffer;

/** Priorities in the very shape that the command line prints. */
public final class PriorityNodes {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private PriorityNodes() {}

  /** What stands around a list of priorities. */
  static ObjectNode around(Snapshot model) {
    return around(model.organisation().id(), model.scale());
  }

  /** The same of a model that is not in memory. */
  public static ObjectNode around(String organisation, ImpactScale scale) {
    ObjectNode json = Nodes.object().put("organisation", organisation);
    var names = json.putArray("scale");
    scale.names().forEach(names::add);
    return json;
  }

  /** One priority. */
  public static ObjectNode of(Priority priority, ImpactScale scale) {
    try (TokenBuffer buffer = TokenBuffer.forGeneration()) {
      PrioritiesJson.priority(buffer, priority, scale);
      return (ObjectNode) MAPPER.readTree(buffer.asParser());
    }
  }
}
