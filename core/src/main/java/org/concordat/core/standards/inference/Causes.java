package org.concordat.core.standards.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.concordat.core.standards.Statement;

/**
 * Finds the smallest sets of mappings that contradict each other.
 *
 * <p>Every contradiction holds one mapping whose denial the others prove: it says that a is not
 * inside b, and a path of steps leads from a up to b; or it says that p and q are apart, and there
 * is a control below both, or there are two that overlap, one below each. Paths of a smallest set
 * share nothing (else the control at which they meet would be below both, with fewer mappings), so
 * its size is a sum of shortest paths in which a mapping counts 1 and a part 0. That makes the
 * smallest set exact, without any search among sets.
 *
 * <p>Sets are taken smallest first; of equally small ones the one whose refuted mapping stands
 * first in the library. Each is left out before the next is looked for, so no two share a mapping.
 * Taking mappings away makes no other set smaller, so a set once found stays the smallest for its
 * refuted mapping until one of its own is taken.
 */
final class Causes {
  private static final int FAR = Integer.MAX_VALUE;
  private static final int NOWHERE = -1;

  private final Network network;
  private final Links links;
  private final BitSet leftOut = new BitSet();

  private Causes(Network network, Links links) {
    this.network = network;
    this.links = links;
  }

  /**
   * The sets to leave out, as numbers of mappings, each with the refuted mapping first.
   *
   * @param closure of all mappings of the network
   */
  static List<int[]> find(Network network, Closure closure) {
    return new Causes(network, closure.links()).findAll(closure);
  }

  private List<int[]> findAll(Closure closure) {
    PriorityQueue<int[]> queue =
        new PriorityQueue<>(
            Comparator.<int[]>comparingInt(set -> set.length).thenComparingInt(set -> set[0]));
    for (int m = 0; m < network.mappings().size(); m++) {
      if (isRefuted(m, closure)) {
        smallest(m).ifPresent(queue::add);
      }
    }
    List<int[]> found = new ArrayList<>();
    for (int[] set = queue.poll(); set != null; set = queue.poll()) {
      if (Arrays.stream(set).noneMatch(leftOut::get)) {
        found.add(set);
        Arrays.stream(set).forEach(leftOut::set);
      } else if (!leftOut.get(set[0])) {
        smallest(set[0]).ifPresent(queue::add);
      }
    }
    return found;
  }

  private boolean isRefuted(int mapping, Closure closure) {
    int source = network.source(mapping);
    int target = network.target(mapping);
    return switch (network.mappings().get(mapping).statement()) {
      case EQUAL, RELATED -> false;
      case SUBSET -> closure.isInside(target, source);
      case SUPERSET -> closure.isInside(source, target);
      case INTERSECTS -> closure.isInside(source, target) || closure.isInside(target, source);
      case NONE -> closure.overlap(source, target);
    };
  }

  /** The smallest set that refutes the mapping, among those that are not left out. */
  private Optional<int[]> smallest(int mapping) {
    int source = network.source(mapping);
    int target = network.target(mapping);
    Statement statement = network.mappings().get(mapping).statement();
    return switch (statement) {
      case EQUAL, RELATED -> Optional.empty();
      case SUBSET -> inside(mapping, target, source);
      case SUPERSET -> inside(mapping, source, target);
      case INTERSECTS -> smaller(inside(mapping, source, target), inside(mapping, target, source));
      case NONE -> overlapping(mapping, source, target);
    };
  }

  private static Optional<int[]> smaller(Optional<int[]> one, Optional<int[]> other) {
    return one.isEmpty() || (other.isPresent() && other.get().length < one.get().length)
        ? other
        : one;
  }

  /** The mapping and the fewest that prove that a is inside b. */
  private Optional<int[]> inside(int mapping, int a, int b) {
    Reach below = new Reach(b, a);
    return below.distance[a] == FAR
        ? Optional.empty()
        : Optional.of(joined(mapping, below.pathFrom(a), List.of()));
  }

  /** The mapping and the fewest that prove that a and b overlap. */
  private Optional<int[]> overlapping(int mapping, int a, int b) {
    Reach belowA = new Reach(a, NOWHERE);
    Reach belowB = new Reach(b, NOWHERE);
    int least = FAR;
    int bestA = -1;
    int bestB = -1;
    int bestLink = Network.PART;
    for (int u : belowA.reached) {
      if (belowB.distance[u] != FAR && belowA.distance[u] + belowB.distance[u] < least) {
        least = belowA.distance[u] + belowB.distance[u];
        bestA = u;
        bestB = u;
        bestLink = Network.PART;
      }
      Adjacency overlaps = links.overlaps();
      for (int e = overlaps.first(u); e < overlaps.limit(u); e++) {
        int v = overlaps.ends()[e];
        int link = overlaps.labels()[e];
        if (belowB.distance[v] != FAR
            && !leftOut.get(link)
            && belowA.distance[u] + belowB.distance[v] + 1 < least) {
          least = belowA.distance[u] + belowB.distance[v] + 1;
          bestA = u;
          bestB = v;
          bestLink = link;
        }
      }
    }
    if (least == FAR) {
      return Optional.empty();
    }
    List<Integer> path = belowA.pathFrom(bestA);
    if (bestLink != Network.PART) {
      path.add(bestLink);
    }
    return Optional.of(joined(mapping, path, belowB.pathFrom(bestB)));
  }

  private static int[] joined(int mapping, List<Integer> one, List<Integer> other) {
    int[] set = new int[1 + one.size() + other.size()];
    int filled = 0;
    set[filled++] = mapping;
    for (int m : one) {
      set[filled++] = m;
    }
    for (int m : other) {
      set[filled++] = m;
    }
    return set;
  }

  /** The controls inside one control, each with the fewest mappings that prove it. */
  private final class Reach {
    final int[] distance = new int[network.size()];
    final List<Integer> reached = new ArrayList<>();
    private final int[] edge = new int[network.size()];
    private final int[] above = new int[network.size()];

    /** Goes down from the top, until a control is reached or there is nothing further. */
    Reach(int top, int end) {
      Arrays.fill(distance, FAR);
      boolean[] isSettled = new boolean[network.size()];
      distance[top] = 0;
      above[top] = -1;
      ArrayDeque<Integer> open = new ArrayDeque<>();
      open.add(top);
      while (!open.isEmpty()) {
        int node = open.poll();
        if (isSettled[node]) {
          continue;
        }
        isSettled[node] = true;
        reached.add(node);
        if (node == end) {
          break;
        }
        Adjacency down = links.down();
        for (int e = down.first(node); e < down.limit(node); e++) {
          int label = down.labels()[e];
          if (label == Network.PART) {
            if (relax(node, down.ends()[e], label, distance[node])) {
              open.addFirst(down.ends()[e]);
            }
          } else if (!leftOut.get(label)
              && relax(node, down.ends()[e], label, distance[node] + 1)) {
            open.addLast(down.ends()[e]);
          }
        }
      }
    }

    private boolean relax(int from, int to, int label, int far) {
      if (far >= distance[to]) {
        return false;
      }
      distance[to] = far;
      edge[to] = label;
      above[to] = from;
      return true;
    }

    /** The mappings on the way up from a control that was reached. */
    List<Integer> pathFrom(int control) {
      List<Integer> path = new ArrayList<>();
      for (int at = control; above[at] >= 0; at = above[at]) {
        if (edge[at] != Network.PART) {
          path.add(edge[at]);
        }
      }
      return path;
    }
  }
}
