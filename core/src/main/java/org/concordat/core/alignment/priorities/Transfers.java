package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.concordat.core.alignment.SecurityProperty;
import org.jspecify.annotations.Nullable;

/**
 * The few ways in which dependencies carry needs, each kept once however many dependencies use it.
 *
 * <p>A way says, for each property of the asset that depends, which properties of the asset beneath
 * inherit. Properties are numbered within their asset's property set. A pair is written as one
 * number: twice the property plus 1 when the score is capped by redundancy.
 */
final class Transfers {
  private static final int[] NOTHING = {};

  private record Way(
      int fromSet,
      int onSet,
      int strength,
      @Nullable SortedMap<String, String> carries,
      boolean redundant) {}

  private final List<String[]> sets;
  private final Map<Way, Integer> ways = new HashMap<>();
  private final List<Integer> strengths = new ArrayList<>();
  private int[][][] down = new int[4][][];
  private int[][][] up = new int[4][][];

  /**
   * No ways yet.
   *
   * @param sets the property sets by number, which may grow
   */
  Transfers(List<String[]> sets) {
    this.sets = sets;
  }

  /**
   * The same ways, to be added to apart.
   *
   * @param propertySets those of before, with others behind them perhaps
   */
  Transfers copy(List<String[]> propertySets) {
    Transfers copy = new Transfers(propertySets);
    copy.ways.putAll(ways);
    copy.strengths.addAll(strengths);
    copy.down = down.clone();
    copy.up = up.clone();
    return copy;
  }

  /** The number of a way that there is, or -1; see {@link #number}. */
  int find(
      int fromSet,
      int onSet,
      int strength,
      @Nullable SortedMap<String, String> carries,
      boolean redundant) {
    return ways.getOrDefault(new Way(fromSet, onSet, strength, carries, redundant), -1);
  }

  /**
   * The number of a way.
   *
   * @param carries which property needs which, or null for each that both sets have, to itself
   * @param redundant whether what is handed on for availability is capped
   */
  int number(
      int fromSet,
      int onSet,
      int strength,
      @Nullable SortedMap<String, String> carries,
      boolean redundant) {
    return ways.computeIfAbsent(new Way(fromSet, onSet, strength, carries, redundant), this::add);
  }

  private int add(Way way) {
    int number = strengths.size();
    strengths.add(way.strength);
    String[] from = sets.get(way.fromSet);
    String[] on = sets.get(way.onSet);
    List<List<Integer>> downPairs = lists(from.length);
    List<List<Integer>> upPairs = lists(on.length);
    for (int p = 0; p < from.length; p++) {
      String needed = way.carries == null ? from[p] : way.carries.get(from[p]);
      for (int q = 0; q < on.length; q++) {
        if (on[q].equals(needed)) {
          int capped = way.redundant && on[q].equals(SecurityProperty.AVAILABILITY) ? 1 : 0;
          downPairs.get(p).add(2 * q + capped);
          upPairs.get(q).add(2 * p + capped);
        }
      }
    }
    if (number == down.length) {
      down = java.util.Arrays.copyOf(down, 2 * number);
      up = java.util.Arrays.copyOf(up, 2 * number);
    }
    down[number] = arrays(downPairs);
    up[number] = arrays(upPairs);
    return number;
  }

  private static List<List<Integer>> lists(int count) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private static int[][] arrays(List<List<Integer>> lists) {
    int[][] arrays = new int[lists.size()][];
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] =
          lists.get(i).isEmpty()
              ? NOTHING
              : lists.get(i).stream().mapToInt(Integer::intValue).toArray();
    }
    return arrays;
  }

  int strength(int number) {
    return strengths.get(number);
  }

  /** By way and property of the asset that depends: pairs of the asset beneath. */
  int[][][] down() {
    return down;
  }

  /** By way and property of the asset beneath: pairs of the asset that depends. */
  int[][][] up() {
    return up;
  }

  /**
   * By way and by the properties of the asset that depends, as bits: the properties of the asset
   * beneath that inherit, as bits. For sets of at most {@link MaskKernel#MOST_PROPERTIES}
   * properties.
   *
   * @param capped 1 for those whose score is capped by redundancy, 0 for the others
   */
  byte[][] masks(int capped) {
    byte[][] masks = new byte[strengths.size()][];
    for (int way = 0; way < masks.length; way++) {
      int properties = down[way].length;
      masks[way] = new byte[1 << properties];
      for (int bits = 1; bits < masks[way].length; bits++) {
        int lowest = Integer.numberOfTrailingZeros(bits);
        int inherited = masks[way][bits & (bits - 1)];
        for (int pair : down[way][lowest]) {
          if ((pair & 1) == capped) {
            inherited |= 1 << (pair >> 1);
          }
        }
        masks[way][bits] = (byte) inherited;
      }
    }
    return masks;
  }

  /** The strengths by way, as an array for the kernels. */
  int[] strengths() {
    return strengths.stream().mapToInt(Integer::intValue).toArray();
  }
}
