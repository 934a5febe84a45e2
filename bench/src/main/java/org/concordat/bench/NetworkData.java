package org.concordat.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;

/**
 * A made-up network of frameworks in the shape of a large collection: 100 to 600 controls a
 * framework in groups of a dozen, and up to 500 mappings a crosswalk.
 *
 * <p>Every control is given a set of outcomes, and mappings say what is true of these sets: a third
 * of the controls demand all eight outcomes of a topic, a third a few in a row, a third a mixture.
 * A mapping in four leaves the kind of relation open; a few say that two controls have nothing in
 * common; and one in a thousand is misjudged, which makes contradictions.
 */
final class NetworkData {
  private static final int TOPICS = 600;
  private static final int OUTCOMES = 8;
  private static final int GROUP = 12;
  private static final int ROWS = 500;
  private static final List<Statement> MISJUDGED = List.of(Statement.values());

  private final Random random;
  private final boolean isFaultless;
  private final List<Catalogue> catalogues = new ArrayList<>();
  private final List<List<BitSet>> demands = new ArrayList<>();
  private final Library library;

  /** A network of that many frameworks and mappings. */
  NetworkData(int frameworks, int mappings, boolean isFaultless, long seed) {
    this.random = new Random(seed);
    this.isFaultless = isFaultless;
    for (int i = 0; i < frameworks; i++) {
      addCatalogue("framework-" + i, 100 + random.nextInt(500));
    }
    List<Crosswalk> crosswalks = new ArrayList<>();
    for (int left = mappings; left > 0; ) {
      int source = random.nextInt(frameworks);
      int target = (source + 1 + random.nextInt(frameworks - 1)) % frameworks;
      List<Mapping> rows = rows(source, target, Math.min(left, ROWS));
      crosswalks.add(
          new Crosswalk(
              "crosswalk-" + crosswalks.size(),
              catalogues.get(source).id(),
              catalogues.get(target).id(),
              rows));
      left -= rows.size();
    }
    library = new Library(catalogues, crosswalks);
  }

  Library library() {
    return library;
  }

  private void addCatalogue(String id, int size) {
    int groups = size / GROUP + 1;
    List<Control> controls = new ArrayList<>();
    List<BitSet> sets = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      controls.add(new Control("G" + g, "Group " + g, null));
      sets.add(new BitSet());
    }
    for (int i = 0; i < size; i++) {
      int group = random.nextInt(groups);
      int topic = group * TOPICS / groups + random.nextInt(TOPICS / groups);
      controls.add(new Control("C" + i, "Control " + i, "G" + group));
      BitSet set = demand(topic * OUTCOMES);
      sets.add(set);
      sets.get(group).or(set);
    }
    for (int g = 0; g < groups; g++) {
      if (sets.get(g).isEmpty()) {
        sets.get(g).set(g * TOPICS / groups * OUTCOMES);
      }
    }
    catalogues.add(new Catalogue(id, id, controls));
    demands.add(sets);
  }

  private BitSet demand(int first) {
    BitSet set = new BitSet();
    switch (random.nextInt(3)) {
      case 0 -> set.set(first, first + OUTCOMES);
      case 1 -> {
        int begin = first + random.nextInt(OUTCOMES / 2);
        set.set(begin, begin + 1 + random.nextInt(OUTCOMES / 2));
      }
      default -> {
        set.set(first + random.nextInt(OUTCOMES));
        for (int i = 0; i < OUTCOMES; i++) {
          set.set(first + i, set.get(first + i) || random.nextInt(3) > 0);
        }
        set.set((first + OUTCOMES) % (TOPICS * OUTCOMES), random.nextInt(4) == 0);
      }
    }
    return set;
  }

  private List<Mapping> rows(int source, int target, int count) {
    List<Mapping> rows = new ArrayList<>();
    Set<List<Integer>> pairs = new HashSet<>();
    List<BitSet> from = demands.get(source);
    List<BitSet> to = demands.get(target);
    for (int tries = 0; rows.size() < count && tries < 1_000 * count; tries++) {
      int a = random.nextInt(from.size());
      int b = random.nextInt(to.size());
      Statement truth = truth(from.get(a), to.get(b));
      boolean isWorthSaying = truth != Statement.NONE || random.nextInt(20_000) == 0;
      if (isWorthSaying && pairs.add(List.of(a, b))) {
        rows.add(
            new Mapping(
                catalogues.get(source).controls().get(a).id(),
                judged(truth),
                catalogues.get(target).controls().get(b).id()));
      }
    }
    return rows;
  }

  private static Statement truth(BitSet a, BitSet b) {
    BitSet both = (BitSet) a.clone();
    both.and(b);
    if (a.equals(b)) {
      return Statement.EQUAL;
    }
    if (both.isEmpty()) {
      return Statement.NONE;
    }
    return both.equals(a)
        ? Statement.SUBSET
        : both.equals(b) ? Statement.SUPERSET : Statement.INTERSECTS;
  }

  private Statement judged(Statement truth) {
    if (!isFaultless && random.nextInt(1_000) == 0) {
      return MISJUDGED.get(random.nextInt(MISJUDGED.size()));
    }
    return truth != Statement.NONE && random.nextInt(4) == 0 ? Statement.RELATED : truth;
  }
}
