package org.concordat.core.standards.inference;

import java.util.BitSet;
import java.util.List;

/**
 * What the parts and mappings of a network state, as edges between controls. Labels are the numbers
 * of mappings, or {@link Network#PART}.
 *
 * @param size the number of controls
 * @param up from each control to those that it is stated to be inside of
 * @param down the same edges, turned round
 * @param overlaps between controls that are stated to overlap, both ways
 * @param apart between controls that are stated to be apart, both ways
 * @param notInside from each control to those that it is stated not to be inside of
 * @param notAround the same edges, turned round
 */
record Links(
    int size,
    Adjacency up,
    Adjacency down,
    Adjacency overlaps,
    Adjacency apart,
    Adjacency notInside,
    Adjacency notAround) {

  /** The links of a network but for the mappings that are left out. */
  static Links of(Network network, BitSet leftOut) {
    int size = network.size();
    Adjacency.Builder inside = new Adjacency.Builder(size);
    Adjacency.Builder overlaps = new Adjacency.Builder(size);
    Adjacency.Builder apart = new Adjacency.Builder(size);
    Adjacency.Builder notInside = new Adjacency.Builder(size);
    List<Published> mappings = network.mappings();
    for (int m = 0; m < mappings.size(); m++) {
      if (leftOut.get(m)) {
        continue;
      }
      int source = network.source(m);
      int target = network.target(m);
      switch (mappings.get(m).statement()) {
        case EQUAL -> {
          inside.add(source, target, m);
          inside.add(target, source, m);
        }
        case SUBSET -> {
          inside.add(source, target, m);
          notInside.add(target, source, m);
        }
        case SUPERSET -> {
          inside.add(target, source, m);
          notInside.add(source, target, m);
        }
        case INTERSECTS -> {
          bothWays(overlaps, source, target, m);
          bothWays(notInside, source, target, m);
        }
        case NONE -> bothWays(apart, source, target, m);
        case RELATED -> bothWays(overlaps, source, target, m);
      }
    }
    for (int control = 0; control < size; control++) {
      if (network.parent(control) >= 0) {
        inside.add(control, network.parent(control), Network.PART);
      }
    }
    return new Links(
        size,
        inside.build(),
        inside.buildReversed(),
        overlaps.build(),
        apart.build(),
        notInside.build(),
        notInside.buildReversed());
  }

  private static void bothWays(Adjacency.Builder edges, int source, int target, int mapping) {
    edges.add(source, target, mapping);
    if (source != target) {
      edges.add(target, source, mapping);
    }
  }
}
