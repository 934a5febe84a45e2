package org.concordat.core.standards.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.Statement;
import org.junit.jupiter.api.Test;

/** Why the closure need not compose pairs until nothing changes. */
class SixFactsTest {
  private static final List<Relations> FACTS =
      List.of(
          Relations.PART,
          Relations.COVERING,
          Relations.PART.complement(),
          Relations.COVERING.complement(),
          Relations.of(Relation.NONE),
          Relations.of(Relation.NONE).complement());

  @Test
  void all_that_can_be_concluded_is_a_conjunction_of_the_six_facts() {
    Set<Relations> reached = new HashSet<>(Set.of(Relations.PART, Relations.of(Relation.EQUAL)));
    for (Statement statement : Statement.values()) {
      reached.add(statement.relations());
    }
    int before = 0;
    while (reached.size() > before) {
      before = reached.size();
      List<Relations> all = new ArrayList<>(reached);
      for (Relations one : all) {
        reached.add(one.converse());
        for (Relations other : all) {
          reached.add(one.then(other));
          reached.add(one.intersection(other));
        }
      }
    }

    for (Relations relations : reached) {
      Relations facts =
          FACTS.stream().filter(relations::within).reduce(Relations.ALL, Relations::intersection);
      assertThat(relations.isEmpty() ? Relations.EMPTY : facts).isEqualTo(relations);
    }
  }

  @Test
  void an_edit_reckons_only_rows_that_rest_on_it() {
    int size = 400;
    List<Control> controls =
        IntStream.range(0, size).mapToObj(i -> new Control("c" + i, "", null)).toList();
    List<Mapping> mappings =
        IntStream.range(0, size - 1)
            .filter(i -> i % 4 != 3)
            .mapToObj(i -> new Mapping("c" + i, Statement.SUBSET, "c" + (i + 1)))
            .toList();
    Network network =
        Network.of(
            new Library(
                List.of(new Catalogue("c", "", controls)),
                List.of(new Crosswalk("x", "c", "c", mappings))));
    Closure closure = Closure.of(Links.of(network, new BitSet()));
    Network changed = network.plus("x", new Mapping("c0", Statement.NONE, "c100"));
    BitSet touched = new BitSet();
    touched.set(0);
    touched.set(100);
    Closure next = closure.next(Links.of(changed, new BitSet()), touched);

    assertThat(closure.reckonedRows()).isEqualTo(6 * size);
    assertThat(next.reckonedRows()).isLessThan(60);
  }
}
