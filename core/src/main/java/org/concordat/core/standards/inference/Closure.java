package org.concordat.core.standards.inference;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.jspecify.annotations.Nullable;

/**
 * What follows of every pair of controls from the links of a network: six sets of controls for each
 * control, laid out in one pass each over the order of the controls.
 *
 * <p>A row rests on rows above or below it only, never on itself. So after a change the rows are
 * gone through in the same order, and one is reckoned anew only where something that it rests on
 * has changed: links of its own, the controls that it equals, or a row that came out different.
 * This holds for what is added as for what is taken away.
 *
 * <p>Memory: a row takes 4 bytes a member and at most one bit for each control of the network, and
 * equal controls share theirs; with n controls that is at most 6 n²/8 bytes.
 */
final class Closure {
  private static final int INSIDE = bits(Relation.EQUAL, Relation.SUBSET);
  private static final int AROUND = bits(Relation.EQUAL, Relation.SUPERSET);
  private static final int APART = bits(Relation.NONE);
  private static final int ALL = Relations.ALL.bits();

  private final Links links;
  private final Classes classes;
  private final Plane inside;
  private final Plane around;
  private final Plane overlaps;
  private final Plane apart;
  private final Plane notInside;
  private final Plane notAround;
  private int reckoned;

  /** The set of controls to which each control stands in one kind of fact. */
  private static final class Plane {
    final BitRow[] rows;
    final BitSet changed = new BitSet();

    Plane(BitRow[] rows) {
      this.rows = rows;
    }

    static Plane ofSize(int size) {
      BitRow[] rows = new BitRow[size];
      Arrays.fill(rows, BitRow.EMPTY);
      return new Plane(rows);
    }
  }

  /** Names what the row of a control rests on. */
  private interface Inputs {
    void of(int control, Gathering gathering);
  }

  private Closure(Links links, @Nullable Closure before, BitSet touched) {
    this.links = links;
    classes = Classes.of(links);
    inside = plane(before == null ? null : before.inside);
    around = plane(before == null ? null : before.around);
    overlaps = plane(before == null ? null : before.overlaps);
    apart = plane(before == null ? null : before.apart);
    notInside = plane(before == null ? null : before.notInside);
    notAround = plane(before == null ? null : before.notAround);
    BitSet anew = before == null ? everything() : anew(before, touched);
    downwards(inside, anew, this::restsOfInside);
    upwards(around, anew, this::restsOfAround);
    upwards(overlaps, anew, this::restsOfOverlaps);
    downwards(apart, anew, this::restsOfApart);
    upwards(notInside, anew, this::restsOfNotInside);
    downwards(notAround, anew, this::restsOfNotAround);
  }

  static Closure of(Links links) {
    return new Closure(links, null, new BitSet());
  }

  /**
   * The closure after a change.
   *
   * @param links of the same controls
   * @param touched the controls at the ends of whatever was added or taken away
   */
  Closure next(Links links, BitSet touched) {
    return new Closure(links, this, touched);
  }

  private Plane plane(@Nullable Plane before) {
    return before == null ? Plane.ofSize(links.size()) : new Plane(before.rows.clone());
  }

  private BitSet everything() {
    BitSet all = new BitSet();
    all.set(0, classes.count());
    return all;
  }

  /** The classes with other members or other links of their own than before. */
  private BitSet anew(Closure before, BitSet touched) {
    BitSet anew = new BitSet();
    touched.stream().forEach(control -> anew.set(classes.of(control)));
    for (int number = 0; number < classes.count(); number++) {
      if (!classes.isSameIn(before.classes, number)) {
        anew.set(number);
      }
    }
    return anew;
  }

  private void restsOfInside(int control, Gathering row) {
    row.add(control);
    row.addAll(inside, links.up(), control);
  }

  private void restsOfAround(int control, Gathering row) {
    row.add(control);
    row.addAll(around, links.down(), control);
  }

  private void restsOfOverlaps(int control, Gathering row) {
    row.add(inside, control);
    row.addAll(overlaps, links.down(), control);
    row.addAll(inside, links.overlaps(), control);
  }

  private void restsOfApart(int control, Gathering row) {
    row.addAll(apart, links.up(), control);
    row.addAll(around, links.apart(), control);
  }

  private void restsOfNotInside(int control, Gathering row) {
    row.add(apart, control);
    row.addAll(notInside, links.down(), control);
    row.addAll(around, links.notInside(), control);
    row.addAll(apart, links.overlaps(), control);
  }

  private void restsOfNotAround(int control, Gathering row) {
    row.addAll(notAround, links.up(), control);
    row.addAll(inside, links.notAround(), control);
    row.addAll(overlaps, links.apart(), control);
  }

  private void downwards(Plane plane, BitSet anew, Inputs inputs) {
    Gathering gathering = new Gathering(plane);
    for (int number = 0; number < classes.count(); number++) {
      mend(plane, number, anew.get(number), inputs, gathering);
    }
  }

  private void upwards(Plane plane, BitSet anew, Inputs inputs) {
    Gathering gathering = new Gathering(plane);
    for (int number = classes.count() - 1; number >= 0; number--) {
      mend(plane, number, anew.get(number), inputs, gathering);
    }
  }

  private void mend(Plane plane, int number, boolean anew, Inputs inputs, Gathering gathering) {
    if (!anew && !gathering.hasChanges(number, inputs)) {
      return;
    }
    BitRow row = gathering.gather(number, inputs);
    reckoned++;
    for (int i = classes.first(number); i < classes.limit(number); i++) {
      int member = classes.member(i);
      if (!row.sameAs(plane.rows[member])) {
        plane.changed.set(member);
      }
    }
    for (int i = classes.first(number); i < classes.limit(number); i++) {
      if (plane.changed.get(classes.member(i))) {
        plane.rows[classes.member(i)] = row;
      }
    }
  }

  /** Puts the row of one class together from the rows that it rests on. */
  private final class Gathering {
    private final Plane own;
    private final long[] words = new long[(links.size() + 63) / 64];
    private int current;
    private boolean looksForChanges;
    private boolean foundChange;

    Gathering(Plane own) {
      this.own = own;
    }

    boolean hasChanges(int number, Inputs inputs) {
      looksForChanges = true;
      foundChange = false;
      walk(number, inputs);
      return foundChange;
    }

    BitRow gather(int number, Inputs inputs) {
      looksForChanges = false;
      Arrays.fill(words, 0);
      walk(number, inputs);
      return BitRow.of(words);
    }

    private void walk(int number, Inputs inputs) {
      current = number;
      for (int i = classes.first(number); i < classes.limit(number); i++) {
        inputs.of(classes.member(i), this);
      }
    }

    void add(int control) {
      if (!looksForChanges) {
        words[control >> 6] |= 1L << control;
      }
    }

    void add(Plane plane, int control) {
      if (looksForChanges) {
        foundChange |= plane.changed.get(control);
      } else {
        plane.rows[control].addTo(words);
      }
    }

    /** Adds the rows of all to which an edge leads, but for the row that is being gathered. */
    void addAll(Plane plane, Adjacency edges, int control) {
      for (int e = edges.first(control); e < edges.limit(control); e++) {
        int other = edges.ends()[e];
        if (!plane.equals(own) || classes.of(other) != current) {
          add(plane, other);
        }
      }
    }
  }

  Links links() {
    return links;
  }

  boolean isInside(int a, int b) {
    return inside.rows[a].has(b);
  }

  boolean overlap(int a, int b) {
    return overlaps.rows[a].has(b);
  }

  /** The bits of the relations that are possible between two controls; 0 in a contradiction. */
  int known(int a, int b) {
    int known = ALL;
    if (inside.rows[a].has(b)) {
      known &= INSIDE;
    }
    if (around.rows[a].has(b)) {
      known &= AROUND;
    }
    if (notInside.rows[a].has(b)) {
      known &= ~INSIDE;
    }
    if (notAround.rows[a].has(b)) {
      known &= ~AROUND;
    }
    if (overlaps.rows[a].has(b)) {
      known &= ~APART;
    }
    if (apart.rows[a].has(b)) {
      known &= APART;
    }
    return known;
  }

  /** All controls of which something is known in relation to this one, itself among them. */
  void forEachKnown(int control, IntConsumer action) {
    long[] words = new long[(links.size() + 63) / 64];
    // Whatever is inside or around overlaps, and whatever is apart is not inside.
    overlaps.rows[control].addTo(words);
    notInside.rows[control].addTo(words);
    notAround.rows[control].addTo(words);
    BitRow.of(words).forEach(action);
  }

  /** How many rows were reckoned to make this closure, of six for each class of equal controls. */
  int reckonedRows() {
    return reckoned;
  }

  /** About how much memory the rows take, in bytes. */
  long bytes() {
    long sum = 0;
    for (Plane plane : new Plane[] {inside, around, overlaps, apart, notInside, notAround}) {
      @Nullable BitRow last = null;
      for (BitRow row : plane.rows) {
        if (row != last) {
          sum += row.bytes() + 40;
        }
        last = row;
      }
    }
    return sum;
  }

  private static int bits(Relation... relations) {
    return Relations.of(relations).bits();
  }
}
