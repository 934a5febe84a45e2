package org.concordat.bench;

import java.util.PriorityQueue;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedWeightedMultigraph;

/**
 * The reference of the graph way: needs by weakest link and maximum, carried over a JGraphT graph
 * of the assets as a user of the library would write it, Dijkstra's algorithm with a priority
 * queue.
 */
final class GraphLibrary {
  private final EstateData data;
  private final Graph<Integer, DefaultWeightedEdge> graph =
      new DirectedWeightedMultigraph<>(DefaultWeightedEdge.class);

  private record Held(int requirement, int level) implements Comparable<Held> {
    @Override
    public int compareTo(Held other) {
      return Integer.compare(other.level, level);
    }
  }

  GraphLibrary(EstateData data) {
    this.data = data;
    for (int asset = 0; asset < data.assets; asset++) {
      graph.addVertex(asset);
    }
    for (int e = 0; e < data.from.length; e++) {
      DefaultWeightedEdge edge = graph.addEdge(data.from[e], data.on[e]);
      graph.setEdgeWeight(edge, data.strength[e]);
    }
  }

  /** By requirement (asset times properties plus property): the level of its need. */
  int[] needs() {
    int[] held = data.ownLevels();
    PriorityQueue<Held> queue = new PriorityQueue<>();
    for (int r = 0; r < held.length; r++) {
      if (held[r] > 0) {
        queue.add(new Held(r, held[r]));
      }
    }
    while (!queue.isEmpty()) {
      Held next = queue.remove();
      if (next.level != held[next.requirement]) {
        continue;
      }
      int property = next.requirement % EstateData.PROPERTIES;
      for (DefaultWeightedEdge edge :
          graph.outgoingEdgesOf(next.requirement / EstateData.PROPERTIES)) {
        int level = Math.min(next.level, (int) graph.getEdgeWeight(edge));
        int target = graph.getEdgeTarget(edge) * EstateData.PROPERTIES + property;
        if (level > held[target]) {
          held[target] = level;
          queue.add(new Held(target, level));
        }
      }
    }
    return held;
  }
}
