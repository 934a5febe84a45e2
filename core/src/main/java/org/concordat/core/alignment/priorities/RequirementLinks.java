package org.concordat.core.alignment.priorities;

import java.util.Arrays;
import org.concordat.core.versions.PartedMap;

/** The links from requirements to factors, by requirement and by factor. */
final class RequirementLinks {
  private static final int[] NONE = {};
  private static final double[] NOTHING = {};
  private static final int EXPECTED_CHANGES = 10_000;

  private final int[] start;
  private final int[] factors;
  private final byte[] levels;

  /** Rows that were changed: factor and level by turns. */
  private final PartedMap<Integer, int[]> changed;

  /** By factor: requirements that are, or once were, linked to it. */
  private IntList[] linkedTo;

  /** The links {@code requirement[i]} to {@code factor[i]} with {@code level[i]}. */
  RequirementLinks(
      int requirements, int factorCount, IntList requirement, IntList factor, IntList level) {
    start = new int[requirements + 1];
    int count = requirement.size();
    for (int i = 0; i < count; i++) {
      start[requirement.get(i) + 1]++;
    }
    for (int r = 0; r < requirements; r++) {
      start[r + 1] += start[r];
    }
    factors = new int[count];
    levels = new byte[count];
    changed = new PartedMap<>(EXPECTED_CHANGES);
    linkedTo = new IntList[factorCount];
    Arrays.setAll(linkedTo, f -> new IntList());
    int[] next = Arrays.copyOf(start, requirements);
    for (int i = 0; i < count; i++) {
      int place = next[requirement.get(i)]++;
      factors[place] = factor.get(i);
      levels[place] = (byte) level.get(i);
      linkedTo[factor.get(i)].add(requirement.get(i));
    }
  }

  private RequirementLinks(RequirementLinks shared) {
    start = shared.start;
    factors = shared.factors;
    levels = shared.levels;
    changed = shared.changed.copy();
    linkedTo = shared.linkedTo.clone();
  }

  /** The same, to be changed apart. */
  RequirementLinks copy() {
    return new RequirementLinks(this);
  }

  /** Told of one link. */
  interface LinkVisitor {
    void visit(int factor, int level);
  }

  void each(int requirement, LinkVisitor visitor) {
    int[] row = changed.isEmpty() ? null : changed.get(requirement);
    if (row != null) {
      for (int i = 0; i < row.length; i += 2) {
        visitor.visit(row[i], row[i + 1]);
      }
    } else if (requirement < start.length - 1) {
      for (int i = start[requirement]; i < start[requirement + 1]; i++) {
        visitor.visit(factors[i], levels[i]);
      }
    }
  }

  /** The level of a link, 0 for none. */
  int level(int requirement, int factor) {
    int[] found = {0};
    each(
        requirement,
        (f, level) -> {
          if (f == factor) {
            found[0] = level;
          }
        });
    return found[0];
  }

  /** Sets the level of a link; 0 takes it away. */
  void link(int requirement, int factor, int level) {
    IntList row = new IntList();
    boolean[] wasLinked = {false};
    each(
        requirement,
        (f, l) -> {
          wasLinked[0] |= f == factor;
          if (f != factor) {
            row.add(f);
            row.add(l);
          }
        });
    if (level > 0) {
      row.add(factor);
      row.add(level);
      if (!wasLinked[0]) {
        linkedTo[factor] = linkedTo[factor].with(requirement);
      }
    }
    changed.put(requirement, row.isEmpty() ? NONE : row.toArray());
  }

  void addFactor() {
    linkedTo = Arrays.copyOf(linkedTo, linkedTo.length + 1);
    linkedTo[linkedTo.length - 1] = new IntList();
  }

  /** Whether any requirement is linked to a factor. */
  boolean anyLinkedTo(int factor) {
    for (int requirement : linkedTo(factor)) {
      boolean[] found = {false};
      each(requirement, (linked, level) -> found[0] |= linked == factor);
      if (found[0]) {
        return true;
      }
    }
    return false;
  }

  /** Takes all links of a requirement away. */
  void unlink(int requirement) {
    changed.put(requirement, NONE);
  }

  /** Requirements that are linked to a factor; some may be no more, some may stand twice. */
  int[] linkedTo(int factor) {
    return linkedTo[factor].toArray();
  }

  /** The own score {@code P(r)} of a requirement. */
  double own(Arithmetic arithmetic, double[] factorValues, int requirement) {
    int[] row = changed.isEmpty() ? null : changed.get(requirement);
    int count = 0;
    double[] alternatives = NOTHING;
    if (row != null) {
      alternatives = new double[row.length / 2];
      for (int i = 0; i < row.length; i += 2) {
        alternatives[count++] = arithmetic.along(row[i + 1], factorValues[row[i]]);
      }
    } else if (requirement < start.length - 1) {
      int begin = start[requirement];
      int end = start[requirement + 1];
      alternatives = begin == end ? NOTHING : new double[end - begin];
      for (int i = begin; i < end; i++) {
        alternatives[count++] = arithmetic.along(levels[i], factorValues[factors[i]]);
      }
    }
    return arithmetic.across(alternatives, count);
  }
}
