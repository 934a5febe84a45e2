package org.concordat.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.attacks.Analysis;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.workspace.Inheritance;
import org.junit.jupiter.api.Test;

/** What is measured beside each other gives the same. */
class ReferencesTest {
  @Test
  void engine_graph_library_and_database_give_the_same_needs() throws Exception {
    for (long seed = 1; seed <= 3; seed++) {
      EstateData data = new EstateData(300, seed);
      int[] engine = engine(data);

      assertThat(new GraphLibrary(data).needs()).as("graph, seed " + seed).isEqualTo(engine);
      try (DatabaseQuery database = new DatabaseQuery(data)) {
        assertThat(database.needs()).as("database, seed " + seed).isEqualTo(engine);
      }
    }
  }

  @Test
  void engine_and_textbook_conclude_the_same_from_crosswalks() {
    for (long seed = 1; seed <= 3; seed++) {
      Library library = new NetworkData(2, 40, true, seed).library();
      Inference inference = Inference.of(library);
      TextbookClosure textbook = new TextbookClosure(library);
      List<ControlRef> controls =
          library.catalogues().stream()
              .flatMap(k -> k.controls().stream().map(c -> new ControlRef(k.id(), c.id())))
              .toList();

      assertThat(textbook.isContradictory()).as("seed " + seed).isFalse();
      assertThat(textbook.pairs()).as("seed " + seed).isEqualTo(inference.pairs());
      for (ControlRef a : controls) {
        for (ControlRef b : controls) {
          if (!a.equals(b) && !textbook.between(a, b).equals(inference.between(a, b))) {
            assertThat(textbook.between(a, b))
                .as("seed %d: %s and %s", seed, a, b)
                .isEqualTo(inference.between(a, b));
          }
        }
      }
    }
  }

  @Test
  void diagrams_and_sets_find_the_same_cheapest_attack() throws Exception {
    for (long seed = 1; seed <= 5; seed++) {
      AttackTree tree = AttackTrees.tree(8, seed);

      assertThat(Analysis.of(tree, Set.of(), Limits.DEFAULT).cheapest().orElseThrow().cost())
          .as("seed " + seed)
          .isEqualTo(AttackTrees.cheapestBySets(tree));
    }
  }

  private static int[] engine(EstateData data) {
    Priorities priorities = Priorities.of(data.estate(Combination.DEFAULT, Inheritance.DEFAULT));
    int[] needs = new int[data.factor.length];
    for (int r = 0; r < needs.length; r++) {
      Requirement requirement =
          new Requirement(
              EstateData.id(r / EstateData.PROPERTIES),
              SecurityProperty.CLASSIC.get(r % EstateData.PROPERTIES));
      needs[r] = ImpactScale.DEFAULT.shownNumber(priorities.need(requirement));
    }
    return needs;
  }
}
