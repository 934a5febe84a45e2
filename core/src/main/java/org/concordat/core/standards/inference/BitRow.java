package org.concordat.core.standards.inference;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A set of controls that does not change: their numbers where they are few, a bit a control where
 * they are many. So it never takes more than one bit for each control of the network.
 */
sealed interface BitRow {
  BitRow EMPTY = new Few(new int[0]);

  boolean has(int control);

  /** Adds the members to a set of bits. */
  void addTo(long[] words);

  void forEach(IntConsumer action);

  int count();

  /** Whether both have the same members; they must be of the same network. */
  boolean sameAs(BitRow other);

  /** How much memory the row takes, in bytes, without the object itself. */
  long bytes();

  /** The set of those bits. */
  static BitRow of(long[] words) {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    if (count == 0) {
      return EMPTY;
    }
    if (count > 2 * words.length) {
      return new Many(words.clone(), count);
    }
    int[] members = new int[count];
    int filled = 0;
    for (int i = 0; i < words.length; i++) {
      for (long rest = words[i]; rest != 0; rest &= rest - 1) {
        members[filled++] = 64 * i + Long.numberOfTrailingZeros(rest);
      }
    }
    return new Few(members);
  }

  /** Members in ascending order. */
  @SuppressWarnings("ArrayRecordComponent") // compared with sameAs
  record Few(int[] members) implements BitRow {
    @Override
    public boolean has(int control) {
      return Arrays.binarySearch(members, control) >= 0;
    }

    @Override
    public void addTo(long[] words) {
      for (int member : members) {
        words[member >> 6] |= 1L << member;
      }
    }

    @Override
    public void forEach(IntConsumer action) {
      for (int member : members) {
        action.accept(member);
      }
    }

    @Override
    public int count() {
      return members.length;
    }

    @Override
    public boolean sameAs(BitRow other) {
      return other instanceof Few(int[] others) && Arrays.equals(members, others);
    }

    @Override
    public long bytes() {
      return 4L * members.length;
    }
  }

  /** A bit for each control. */
  @SuppressWarnings("ArrayRecordComponent") // compared with sameAs
  record Many(long[] words, int count) implements BitRow {
    @Override
    public boolean has(int control) {
      return (words[control >> 6] & 1L << control) != 0;
    }

    @Override
    public void addTo(long[] target) {
      for (int i = 0; i < words.length; i++) {
        target[i] |= words[i];
      }
    }

    @Override
    public void forEach(IntConsumer action) {
      for (int i = 0; i < words.length; i++) {
        for (long rest = words[i]; rest != 0; rest &= rest - 1) {
          action.accept(64 * i + Long.numberOfTrailingZeros(rest));
        }
      }
    }

    @Override
    public boolean sameAs(BitRow other) {
      return other instanceof Many(long[] others, int _) && Arrays.equals(words, others);
    }

    @Override
    public long bytes() {
      return 8L * words.length;
    }
  }
}
