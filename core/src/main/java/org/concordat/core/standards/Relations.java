package org.concordat.core.standards;

import static org.concordat.core.standards.Relation.EQUAL;
import static org.concordat.core.standards.Relation.INTERSECTS;
import static org.concordat.core.standards.Relation.NONE;
import static org.concordat.core.standards.Relation.SUBSET;
import static org.concordat.core.standards.Relation.SUPERSET;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A set of relations: what may still be true of two controls. Knowing nothing is {@link #ALL},
 * knowing it exactly is a set of one, and {@link #EMPTY} is a contradiction.
 *
 * @param bits 1 for equal, 2 for subset, 4 for superset, 8 for intersects, 16 for none, added up
 */
public record Relations(int bits) {
  /** The number of sets. */
  public static final int SETS = 32;

  public static final Relations EMPTY = new Relations(0);
  public static final Relations ALL = new Relations(SETS - 1);

  /** A part is inside its parent or equal to it. */
  public static final Relations PART = of(SUBSET, EQUAL);

  /** The source demands all that the target does. */
  public static final Relations COVERING = of(EQUAL, SUPERSET);

  private static final int[] CONVERSE = new int[SETS];

  /** The composition of two sets at {@code SETS * first + second}. */
  private static final byte[] COMPOSITION = new byte[SETS * SETS];

  static {
    for (int bits = 0; bits < SETS; bits++) {
      for (Relation relation : Relation.values()) {
        if ((bits & bit(relation)) != 0) {
          CONVERSE[bits] |= bit(relation.converse());
        }
      }
    }
    for (int first = 0; first < SETS; first++) {
      for (int second = 0; second < SETS; second++) {
        COMPOSITION[SETS * first + second] = (byte) composed(first, second);
      }
    }
  }

  public Relations {
    if (bits < 0 || bits >= SETS) {
      throw new IllegalArgumentException("a set of relations has bits 0 to 31, not " + bits);
    }
  }

  public static Relations of(Relation... relations) {
    int bits = 0;
    for (Relation relation : relations) {
      bits |= bit(relation);
    }
    return new Relations(bits);
  }

  public boolean contains(Relation relation) {
    return (bits & bit(relation)) != 0;
  }

  /** Whether every relation of this set is in the other. */
  public boolean within(Relations other) {
    return (bits & ~other.bits) == 0;
  }

  public boolean isEmpty() {
    return bits == 0;
  }

  /** Whether this set rules nothing out. */
  public boolean isAll() {
    return bits == SETS - 1;
  }

  /** The number of relations in this set. */
  public int size() {
    return Integer.bitCount(bits);
  }

  public Relations union(Relations other) {
    return new Relations(bits | other.bits);
  }

  public Relations intersection(Relations other) {
    return new Relations(bits & other.bits);
  }

  /** The relations that are not in this set. */
  public Relations complement() {
    return new Relations(~bits & (SETS - 1));
  }

  /** What may be true of (target, source) when this may be true of (source, target). */
  public Relations converse() {
    return new Relations(CONVERSE[bits]);
  }

  /** What may be true of (a, c) when this may be true of (a, b) and the other of (b, c). */
  public Relations then(Relations other) {
    return new Relations(compose(bits, other.bits));
  }

  /** The bits of the converse of the set with these bits. */
  public static int converse(int bits) {
    return CONVERSE[bits];
  }

  /** The bits of the composition of the sets with these bits. */
  public static int compose(int first, int second) {
    return COMPOSITION[SETS * first + second];
  }

  /** The relations of this set in the order equal, subset, superset, intersects, none. */
  public List<Relation> list() {
    return Arrays.stream(Relation.values()).filter(this::contains).toList();
  }

  /** The words of the relations, in the same order. */
  public List<String> words() {
    return list().stream().map(Relation::word).toList();
  }

  @Override
  public String toString() {
    return words().stream().collect(Collectors.joining(", ", "{", "}"));
  }

  private static int bit(Relation relation) {
    return switch (relation) {
      case EQUAL -> 1;
      case SUBSET -> 2;
      case SUPERSET -> 4;
      case INTERSECTS -> 8;
      case NONE -> 16;
    };
  }

  private static int composed(int first, int second) {
    int bits = 0;
    for (Relation r : Relation.values()) {
      for (Relation s : Relation.values()) {
        if ((first & bit(r)) != 0 && (second & bit(s)) != 0) {
          bits |= composed(r, s);
        }
      }
    }
    return bits;
  }

  /** The composition table of RCC-5. */
  private static int composed(Relation first, Relation second) {
    return switch (first) {
      case EQUAL -> bit(second);
      case SUBSET ->
          switch (second) {
            case EQUAL, SUBSET -> bit(SUBSET);
            case SUPERSET -> SETS - 1;
            case INTERSECTS -> bit(NONE) | bit(INTERSECTS) | bit(SUBSET);
            case NONE -> bit(NONE);
          };
      case SUPERSET ->
          switch (second) {
            case EQUAL, SUPERSET -> bit(SUPERSET);
            case SUBSET -> bit(EQUAL) | bit(SUBSET) | bit(SUPERSET) | bit(INTERSECTS);
            case INTERSECTS -> bit(INTERSECTS) | bit(SUPERSET);
            case NONE -> bit(NONE) | bit(INTERSECTS) | bit(SUPERSET);
          };
      case INTERSECTS ->
          switch (second) {
            case EQUAL -> bit(INTERSECTS);
            case SUBSET -> bit(INTERSECTS) | bit(SUBSET);
            case SUPERSET, NONE -> bit(NONE) | bit(INTERSECTS) | bit(SUPERSET);
            case INTERSECTS -> SETS - 1;
          };
      case NONE ->
          switch (second) {
            case EQUAL, SUPERSET -> bit(NONE);
            case SUBSET, INTERSECTS -> bit(NONE) | bit(INTERSECTS) | bit(SUBSET);
            case NONE -> SETS - 1;
          };
    };
  }
}
