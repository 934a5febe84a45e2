package org.concordat.core.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelationsTest {
  @Test
  void two_relations_compose_to_all_that_sets_allow() {
    Map<List<Relation>, Relations> found = new HashMap<>();
    for (int a = 1; a < 64; a++) {
      for (int b = 1; b < 64; b++) {
        for (int c = 1; c < 64; c++) {
          found.merge(
              List.of(between(a, b), between(b, c)), Relations.of(between(a, c)), Relations::union);
        }
      }
    }
    for (Relation first : Relation.values()) {
      for (Relation second : Relation.values()) {
        assertThat(Relations.of(first).then(Relations.of(second)))
            .as(first + " then " + second)
            .isEqualTo(found.get(List.of(first, second)));
      }
    }
  }

  @Test
  void sets_compose_relation_by_relation() {
    for (int first = 0; first < Relations.SETS; first++) {
      for (int second = 0; second < Relations.SETS; second++) {
        Relations expected = Relations.EMPTY;
        for (Relation one : new Relations(first).list()) {
          for (Relation other : new Relations(second).list()) {
            expected = expected.union(Relations.of(one).then(Relations.of(other)));
          }
        }
        assertThat(new Relations(first).then(new Relations(second))).isEqualTo(expected);
      }
    }
  }

  @Test
  void the_converse_swaps_subset_and_superset() {
    assertThat(Relations.of(Relation.SUBSET, Relation.NONE).converse())
        .isEqualTo(Relations.of(Relation.SUPERSET, Relation.NONE));
    assertThat(Relations.PART.converse()).isEqualTo(Relations.COVERING);
  }

  @Test
  void words_stand_in_the_order_of_the_semantics() {
    assertThat(Relations.ALL.words())
        .containsExactly("equal", "subset", "superset", "intersects", "none");
    assertThat(Statement.RELATED.relations().words())
        .containsExactly("equal", "subset", "superset", "intersects");
    assertThatIllegalArgumentException().isThrownBy(() -> new Relations(32));
  }

  private static Relation between(int a, int b) {
    if (a == b) {
      return Relation.EQUAL;
    }
    if ((a & b) == a) {
      return Relation.SUBSET;
    }
    if ((a & b) == b) {
      return Relation.SUPERSET;
    }
    return (a & b) == 0 ? Relation.NONE : Relation.INTERSECTS;
  }
}
