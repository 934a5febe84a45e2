package org.concordat.core.alignment.attacks;

import java.util.Arrays;

/**
 * A reduced ordered binary decision diagram (R. E. Bryant, <i>Graph-based algorithms for Boolean
 * function manipulation</i>, IEEE Transactions on Computers 35, 1986): equal functions are one
 * node.
 *
 * <p>Node 0 is false and 1 is true; all others ask for the variable of their level, lower levels
 * first, and have larger numbers than the nodes that they lead to. Held in arrays of int.
 */
final class Bdd {
  static final int FALSE = 0;
  static final int TRUE = 1;

  private static final int AND = 1;
  private static final int OR = 2;

  private final int levels;
  private final int limit;
  private final String answer;

  private int[] level = new int[1024];
  private int[] low = new int[1024];
  private int[] high = new int[1024];
  private int size = 2;

  /** Open addressing: node numbers, 0 is free. */
  private int[] table = new int[4096];

  /** What was combined lately: operation and operands, and what came out. */
  private long[] cacheKeys = new long[1 << 14];

  private int[] cacheValues = new int[1 << 14];

  /**
   * A diagram over so many variables.
   *
   * @param limit how many nodes it may have
   * @param answer what it is made for, as the beginning of a message
   */
  Bdd(int levels, int limit, String answer) {
    this.levels = levels;
    this.limit = limit;
    this.answer = answer;
    level[FALSE] = levels;
    level[TRUE] = levels;
    low[TRUE] = TRUE;
    high[TRUE] = TRUE;
  }

  /** How many variables there are; also the level of the two ends. */
  int levels() {
    return levels;
  }

  int size() {
    return size;
  }

  int level(int node) {
    return level[node];
  }

  int low(int node) {
    return low[node];
  }

  int high(int node) {
    return high[node];
  }

  /** The function that is true when the variable is. */
  int variable(int at) throws TreeTooLarge {
    return node(at, FALSE, TRUE);
  }

  int and(int a, int b) throws TreeTooLarge {
    return apply(AND, a, b);
  }

  int or(int a, int b) throws TreeTooLarge {
    return apply(OR, a, b);
  }

  private int apply(int operation, int first, int second) throws TreeTooLarge {
    int neutral = operation == AND ? TRUE : FALSE;
    int absorbing = operation == AND ? FALSE : TRUE;
    if (first == second || second == neutral) {
      return first;
    }
    if (first == neutral) {
      return second;
    }
    if (first == absorbing || second == absorbing) {
      return absorbing;
    }
    int a = Math.min(first, second);
    int b = Math.max(first, second);
    long key = ((long) a << 32 | b) << 1 | (operation - 1);
    int slot = hash(key) & (cacheKeys.length - 1);
    if (cacheKeys[slot] == key) {
      return cacheValues[slot];
    }
    int top = Math.min(level[a], level[b]);
    int without = apply(operation, level[a] == top ? low[a] : a, level[b] == top ? low[b] : b);
    int with = apply(operation, level[a] == top ? high[a] : a, level[b] == top ? high[b] : b);
    int result = node(top, without, with);
    // The cache may have grown meanwhile.
    slot = hash(key) & (cacheKeys.length - 1);
    cacheKeys[slot] = key;
    cacheValues[slot] = result;
    return result;
  }

  private int node(int at, int without, int with) throws TreeTooLarge {
    if (without == with) {
      return without;
    }
    int slot = slot(at, without, with);
    while (table[slot] != 0) {
      int node = table[slot];
      if (level[node] == at && low[node] == without && high[node] == with) {
        return node;
      }
      slot = slot + 1 & table.length - 1;
    }
    if (size >= limit) {
      throw new TreeTooLarge(answer, limit + " nodes of a decision diagram");
    }
    if (size == level.length) {
      grow();
      return node(at, without, with);
    }
    level[size] = at;
    low[size] = without;
    high[size] = with;
    table[slot] = size;
    return size++;
  }

  private int slot(int at, int without, int with) {
    return hash(((long) without << 32 | with) * 31 + at) & table.length - 1;
  }

  private static int hash(long key) {
    long mixed = key * 0x9e3779b97f4a7c15L;
    return (int) (mixed >>> 32 ^ mixed >>> 15);
  }

  private void grow() {
    int room = size * 2;
    level = Arrays.copyOf(level, room);
    low = Arrays.copyOf(low, room);
    high = Arrays.copyOf(high, room);
    table = new int[Integer.highestOneBit(room) * 4];
    for (int node = 2; node < size; node++) {
      int slot = slot(level[node], low[node], high[node]);
      while (table[slot] != 0) {
        slot = slot + 1 & table.length - 1;
      }
      table[slot] = node;
    }
    if (cacheKeys.length < Integer.highestOneBit(room)) {
      cacheKeys = new long[Integer.highestOneBit(room)];
      cacheValues = new int[cacheKeys.length];
    }
  }
}
