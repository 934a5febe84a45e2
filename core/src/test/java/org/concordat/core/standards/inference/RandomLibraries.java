package org.concordat.core.standards.inference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Statement;

/** Small libraries by seed: with parts, unstated kinds, and contradictions. */
final class RandomLibraries {
  private static final Statement[] STATEMENTS = Statement.values();

  private RandomLibraries() {}

  /** A library in which anything may be said. */
  static Library of(long seed) {
    Random random = new Random(seed);
    List<Catalogue> catalogues = catalogues(random);
    List<Crosswalk> crosswalks = new ArrayList<>();
    int mappings = random.nextInt(11);
    boolean isTame = random.nextBoolean();
    for (int i = 0; i <= random.nextInt(3); i++) {
      Catalogue source = pick(catalogues, random);
      Catalogue target = pick(catalogues, random);
      List<Mapping> rows = new ArrayList<>();
      while (mappings > 0 && random.nextInt(5) > 0) {
        mappings--;
        rows.add(mapping(source, target, isTame, random));
      }
      crosswalks.add(new Crosswalk("x" + i, source.id(), target.id(), rows));
    }
    return new Library(catalogues, crosswalks);
  }

  static Mapping mapping(Catalogue source, Catalogue target, boolean isTame, Random random) {
    Statement statement = STATEMENTS[random.nextInt(STATEMENTS.length)];
    if (isTame && statement == Statement.NONE && random.nextBoolean()) {
      statement = Statement.RELATED;
    }
    return new Mapping(
        pick(source.controls(), random).id(), statement, pick(target.controls(), random).id());
  }

  /**
   * Sets of outcomes for all controls of a library, and a library that says true things of them.
   */
  record Meant(Library library, Map<ControlRef, BitSet> outcomes) {
    static Meant of(long seed) {
      Random random = new Random(seed);
      List<Catalogue> catalogues = catalogues(random);
      Map<ControlRef, BitSet> outcomes = new HashMap<>();
      for (Catalogue catalogue : catalogues) {
        for (Control root : catalogue.roots()) {
          mean(catalogue, root, anySet(1 + random.nextInt(63), random), outcomes, random);
        }
      }
      List<Crosswalk> crosswalks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Catalogue source = pick(catalogues, random);
        Catalogue target = pick(catalogues, random);
        List<Mapping> rows = new ArrayList<>();
        for (int row = random.nextInt(8); row > 0; row--) {
          String a = pick(source.controls(), random).id();
          String b = pick(target.controls(), random).id();
          Relation truth =
              RandomLibraries.relation(
                  Objects.requireNonNull(outcomes.get(new ControlRef(source.id(), a))),
                  Objects.requireNonNull(outcomes.get(new ControlRef(target.id(), b))));
          boolean isVague = truth != Relation.NONE && random.nextInt(3) == 0;
          rows.add(new Mapping(a, isVague ? Statement.RELATED : Statement.of(truth), b));
        }
        crosswalks.add(new Crosswalk("x" + i, source.id(), target.id(), rows));
      }
      return new Meant(new Library(catalogues, crosswalks), outcomes);
    }

    /** How two controls truly relate. */
    Relation relation(ControlRef a, ControlRef b) {
      return RandomLibraries.relation(
          Objects.requireNonNull(outcomes.get(a)), Objects.requireNonNull(outcomes.get(b)));
    }

    private static void mean(
        Catalogue catalogue,
        Control control,
        BitSet set,
        Map<ControlRef, BitSet> outcomes,
        Random random) {
      outcomes.put(new ControlRef(catalogue.id(), control.id()), set);
      for (Control part : catalogue.parts(control)) {
        BitSet inner = anySet(1 + random.nextInt(63), random);
        inner.and(set);
        mean(catalogue, part, inner.isEmpty() ? set : inner, outcomes, random);
      }
    }

    private static BitSet anySet(int bits, Random random) {
      return BitSet.valueOf(new long[] {random.nextBoolean() ? bits : bits & -bits});
    }
  }

  private static Relation relation(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    if (a.equals(b)) {
      return Relation.EQUAL;
    }
    if (both.equals(a)) {
      return Relation.SUBSET;
    }
    if (both.equals(b)) {
      return Relation.SUPERSET;
    }
    return both.isEmpty() ? Relation.NONE : Relation.INTERSECTS;
  }

  private static List<Catalogue> catalogues(Random random) {
    List<Catalogue> catalogues = new ArrayList<>();
    for (int c = 0; c <= random.nextInt(4); c++) {
      List<Control> controls = new ArrayList<>();
      int size = 1 + random.nextInt(5);
      for (int i = 0; i < size; i++) {
        String parent = i > 0 && random.nextInt(3) == 0 ? "c" + random.nextInt(i) : null;
        controls.add(new Control("c" + i, "", parent, null, random.nextBoolean(), false));
      }
      catalogues.add(new Catalogue("k" + c, "", controls));
    }
    return catalogues;
  }

  static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
