package org.concordat.core.standards.inference;

import java.util.Arrays;

/**
 * The controls that are equal, because each is inside the other: the strongly connected components
 * of the links upwards (Tarjan, <i>Depth-first search and linear graph algorithms</i>, 1972).
 */
final class Classes {
  private final int[] classOf;
  private final int[] starts;
  private final int[] members;
  private int count;

  private Classes(int size) {
    classOf = new int[size];
    starts = new int[size + 1];
    members = new int[size];
  }

  /** The classes of the links, each before all that are inside it. */
  static Classes of(Links links) {
    Classes classes = new Classes(links.size());
    classes.find(links.up());
    return classes;
  }

  private void find(Adjacency up) {
    int size = classOf.length;
    int[] entered = new int[size];
    int[] low = new int[size];
    int[] next = new int[size];
    int[] path = new int[size];
    int[] open = new int[size];
    int opened = 0;
    int clock = 0;
    int placed = 0;
    Arrays.fill(classOf, -1);
    for (int root = 0; root < size; root++) {
      if (entered[root] != 0) {
        continue;
      }
      int depth = 0;
      path[0] = root;
      entered[root] = low[root] = ++clock;
      next[root] = up.first(root);
      open[opened++] = root;
      while (depth >= 0) {
        int node = path[depth];
        if (next[node] < up.limit(node)) {
          int above = up.ends()[next[node]++];
          if (entered[above] == 0) {
            entered[above] = low[above] = ++clock;
            next[above] = up.first(above);
            open[opened++] = above;
            path[++depth] = above;
          } else if (classOf[above] < 0) {
            low[node] = Math.min(low[node], entered[above]);
          }
          continue;
        }
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
        if (low[node] == entered[node]) {
          starts[count] = placed;
          int member;
          do {
            member = open[--opened];
            classOf[member] = count;
            members[placed++] = member;
          } while (member != node);
          Arrays.sort(members, starts[count], placed);
          starts[++count] = placed;
        }
      }
    }
  }

  int count() {
    return count;
  }

  int of(int control) {
    return classOf[control];
  }

  /** The position in {@link #member} of the first control of the class. */
  int first(int number) {
    return starts[number];
  }

  int limit(int number) {
    return starts[number + 1];
  }

  /** The control at that position; those of a class stand together, in ascending order. */
  int member(int position) {
    return members[position];
  }

  /** Whether the class has just the members that it had in the other classes. */
  boolean isSameIn(Classes other, int number) {
    int before = other.of(member(first(number)));
    int length = limit(number) - first(number);
    if (other.limit(before) - other.first(before) != length) {
      return false;
    }
    return Arrays.equals(
        members,
        first(number),
        limit(number),
        other.members,
        other.first(before),
        other.limit(before));
  }
}
