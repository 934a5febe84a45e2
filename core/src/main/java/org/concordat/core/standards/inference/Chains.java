package org.concordat.core.standards.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.concordat.core.standards.Relations;

/**
 * The shortest chains from one control to all others: a breadth-first search over pairs of a
 * control and what a chain says of it. A chain that says no more than one at most as long is not
 * followed, for whatever it leads to, the other leads to as well.
 */
final class Chains {
  private static final int EQUAL = 1;
  private static final int ALL = Relations.ALL.bits();

  /** For each set of relations the sets within it, as bits. */
  private static final int[] WITHIN = new int[Relations.SETS];

  static {
    for (int set = 0; set < Relations.SETS; set++) {
      for (int inner = 0; inner < Relations.SETS; inner++) {
        if ((inner & ~set) == 0) {
          WITHIN[set] |= 1 << inner;
        }
      }
    }
  }

  private final Steps steps;

  /** The states in the order in which they were reached. */
  private int[] control = new int[256];

  private int[] said = new int[256];
  private int[] before = new int[256];
  private int[] edge = new int[256];
  private int[] earlierHere = new int[256];
  private int size;
  private final int[] latest;
  private final int[] reached;

  private Chains(Steps steps) {
    this.steps = steps;
    latest = new int[steps.size()];
    reached = new int[steps.size()];
    Arrays.fill(latest, -1);
  }

  static Chains from(int start, Steps steps) {
    Chains chains = new Chains(steps);
    chains.reach(start, EQUAL, -1, -1);
    for (int state = 0; state < chains.size; state++) {
      chains.follow(state);
    }
    return chains;
  }

  private void follow(int state) {
    Adjacency edges = steps.edges();
    for (int e = edges.first(control[state]); e < edges.limit(control[state]); e++) {
      int now = Relations.compose(said[state], steps.says(e));
      if (now != ALL) {
        reach(edges.ends()[e], now, state, e);
      }
    }
  }

  private void reach(int node, int set, int from, int by) {
    if ((reached[node] & WITHIN[set]) != 0) {
      return;
    }
    reached[node] |= 1 << set;
    if (size == control.length) {
      control = Arrays.copyOf(control, 2 * size);
      said = Arrays.copyOf(said, 2 * size);
      before = Arrays.copyOf(before, 2 * size);
      edge = Arrays.copyOf(edge, 2 * size);
      earlierHere = Arrays.copyOf(earlierHere, 2 * size);
    }
    control[size] = node;
    said[size] = set;
    before[size] = from;
    edge[size] = by;
    earlierHere[size] = latest[node];
    latest[node] = size++;
  }

  /**
   * The fewest of the shortest chains to a control that together say all that is known of it: each
   * adds to the shorter ones, and none can be left out.
   */
  List<Chain> to(int end) {
    List<Integer> states = new ArrayList<>();
    for (int state = latest[end]; state >= 0; state = earlierHere[state]) {
      states.add(state);
    }
    Collections.reverse(states);
    List<Integer> chosen = new ArrayList<>();
    int known = ALL;
    for (int state : states) {
      if ((known & ~said[state]) != 0) {
        known &= said[state];
        chosen.add(state);
      }
    }
    for (int i = 0; i < chosen.size(); ) {
      int others = ALL;
      for (int j = 0; j < chosen.size(); j++) {
        others &= j == i ? ALL : said[chosen.get(j)];
      }
      if (others == known) {
        chosen.remove(i);
      } else {
        i++;
      }
    }
    return chosen.stream().map(this::chain).toList();
  }

  private Chain chain(int state) {
    List<Step> path = new ArrayList<>();
    for (int at = state; before[at] >= 0; at = before[at]) {
      path.add(steps.step(control[before[at]], edge[at]));
    }
    return new Chain(path.reversed());
  }

  /** Every mapping and every part as a step both ways. */
  static final class Steps {
    private final Network network;
    private final Adjacency edges;
    private final byte[] says;

    private Steps(Network network, Adjacency edges) {
      this.network = network;
      this.edges = edges;
      says = new byte[edges.ends().length];
      for (int node = 0; node < network.size(); node++) {
        for (int e = edges.first(node); e < edges.limit(node); e++) {
          says[e] = (byte) step(node, e).says().bits();
        }
      }
    }

    /** The steps of a network but for the mappings that are left out. */
    static Steps of(Network network, BitSet leftOut) {
      Adjacency.Builder edges = new Adjacency.Builder(network.size());
      for (int m = 0; m < network.mappings().size(); m++) {
        if (!leftOut.get(m)) {
          edges.add(network.source(m), network.target(m), 2 * m);
          edges.add(network.target(m), network.source(m), 2 * m + 1);
        }
      }
      for (int control = 0; control < network.size(); control++) {
        if (network.parent(control) >= 0) {
          edges.add(control, network.parent(control), -2);
          edges.add(network.parent(control), control, -1);
        }
      }
      return new Steps(network, edges.build());
    }

    int size() {
      return network.size();
    }

    Adjacency edges() {
      return edges;
    }

    int says(int e) {
      return says[e];
    }

    Step step(int from, int e) {
      int label = edges.labels()[e];
      boolean isBackwards = (label & 1) == 1;
      if (label >= 0) {
        return new Step.Mapped(network.mappings().get(label / 2), isBackwards);
      }
      int to = edges.ends()[e];
      return new Step.Part(
          network.control(isBackwards ? to : from),
          network.control(isBackwards ? from : to),
          isBackwards);
    }
  }
}
