package org.concordat.core.standards.inference;

/**
 * The edges of a graph by their start, in the order in which they were added.
 *
 * @param starts the edges from node i are those from {@code starts[i]} to before {@code starts[i +
 *     1]}
 * @param ends where each edge leads
 * @param labels what each edge stands for
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and read in inner loops
record Adjacency(int[] starts, int[] ends, int[] labels) {

  int first(int node) {
    return starts[node];
  }

  /** One past the last edge from the node. */
  int limit(int node) {
    return starts[node + 1];
  }

  /** Collects edges. */
  static final class Builder {
    private final int nodes;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] label = new int[64];
    private int size;

    Builder(int nodes) {
      this.nodes = nodes;
    }

    void add(int start, int end, int what) {
      if (size == from.length) {
        from = java.util.Arrays.copyOf(from, 2 * size);
        to = java.util.Arrays.copyOf(to, 2 * size);
        label = java.util.Arrays.copyOf(label, 2 * size);
      }
      from[size] = start;
      to[size] = end;
      label[size++] = what;
    }

    Adjacency build() {
      return sorted(from, to);
    }

    /** The same edges by their end. */
    Adjacency buildReversed() {
      return sorted(to, from);
    }

    private Adjacency sorted(int[] begin, int[] other) {
      int[] starts = new int[nodes + 1];
      for (int i = 0; i < size; i++) {
        starts[begin[i] + 1]++;
      }
      for (int i = 0; i < nodes; i++) {
        starts[i + 1] += starts[i];
      }
      int[] next = starts.clone();
      int[] ends = new int[size];
      int[] labels = new int[size];
      for (int i = 0; i < size; i++) {
        int at = next[begin[i]]++;
        ends[at] = other[i];
        labels[at] = label[i];
      }
      return new Adjacency(starts, ends, labels);
    }
  }
}
