package org.concordat.core.standards.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.junit.jupiter.api.Test;

/**
 * The engine against the definition, on random libraries. {@code -Dconcordat.cases=50000} tries
 * more of them than every build does.
 */
class InferenceOracleTest {
  private static final int CASES = Integer.getInteger("concordat.cases", 400);

  @Test
  void what_is_known_is_the_algebraic_closure_without_the_contradictions() {
    for (long seed = 0; seed < CASES; seed++) {
      Library library = RandomLibraries.of(seed);
      assertClosed("seed " + seed, library, Inference.of(library));
    }
  }

  @Test
  void a_contradiction_is_a_smallest_set_that_contradicts_itself() {
    for (long seed = 0; seed < CASES; seed++) {
      Library library = RandomLibraries.of(seed);
      List<Published> rest = new ArrayList<>(SlowInference.mappings(library));
      for (Contradiction contradiction : Inference.of(library).contradictions()) {
        List<Published> cause = contradiction.mappings();
        assertThat(cause.size())
            .as("seed " + seed)
            .isEqualTo(sizeOfSmallestCause(library.catalogues(), rest));
        assertThat(contradicts(library.catalogues(), cause)).as("seed " + seed).isTrue();
        for (Published mapping : cause) {
          List<Published> others = new ArrayList<>(cause);
          others.remove(mapping);
          assertThat(contradicts(library.catalogues(), others)).as("seed " + seed).isFalse();
          assertThat(rest.remove(mapping)).as("seed " + seed).isTrue();
        }
      }
      assertThat(contradicts(library.catalogues(), rest)).as("seed " + seed).isFalse();
    }
  }

  @Test
  void the_proof_of_a_pair_says_just_what_is_known_of_it() {
    for (long seed = 0; seed < CASES; seed++) {
      Library library = RandomLibraries.of(seed);
      Inference inference = Inference.of(library);
      for (Catalogue from : library.catalogues()) {
        for (Catalogue to : library.catalogues()) {
          for (Known known : inference.between(from.id(), to.id())) {
            assertProved("seed " + seed + ", " + known, known, SlowInference.mappings(library));
          }
        }
      }
    }
  }

  @Test
  void an_edit_gives_what_starting_over_gives() {
    for (long seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Library library = RandomLibraries.of(seed);
      Inference inference = Inference.of(library);
      for (int edit = 0; edit < 8; edit++) {
        Crosswalk crosswalk = RandomLibraries.pick(library.crosswalks(), random);
        List<Mapping> mappings = new ArrayList<>(crosswalk.mappings());
        if (mappings.isEmpty() || random.nextBoolean()) {
          Mapping added =
              RandomLibraries.mapping(
                  library.catalogue(crosswalk.source()).orElseThrow(),
                  library.catalogue(crosswalk.target()).orElseThrow(),
                  true,
                  random);
          mappings.add(added);
          inference = inference.plus(crosswalk.id(), added);
        } else {
          Mapping removed = RandomLibraries.pick(mappings, random);
          mappings.remove(removed);
          inference = inference.minus(crosswalk.id(), removed);
        }
        library = with(library, crosswalk, mappings);
        String what = "seed " + seed + ", edit " + edit;
        assertThat(inference.contradictions())
            .as(what)
            .isEqualTo(Inference.of(library).contradictions());
        assertClosed(what, library, inference);
      }
    }
  }

  @Test
  void no_conclusion_is_false_of_any_sets_of_which_the_mappings_are_true() {
    for (long seed = 0; seed < 5L * CASES; seed++) {
      RandomLibraries.Meant meant = RandomLibraries.Meant.of(seed);
      Inference inference = Inference.of(meant.library());
      assertThat(inference.contradictions()).as("seed " + seed).isEmpty();
      for (ControlRef a : meant.outcomes().keySet()) {
        for (ControlRef b : meant.outcomes().keySet()) {
          Relation truth = meant.relation(a, b);
          assertThat(inference.between(a, b).contains(truth))
              .as("seed %d: %s %s %s", seed, a, truth, b)
              .isTrue();
        }
      }
    }
  }

  private static void assertClosed(String what, Library library, Inference inference) {
    List<Published> rest = new ArrayList<>(SlowInference.mappings(library));
    for (Contradiction contradiction : inference.contradictions()) {
      contradiction.mappings().forEach(rest::remove);
    }
    SlowInference expected = SlowInference.of(library.catalogues(), rest);
    List<ControlRef> controls = controls(library);
    for (ControlRef a : controls) {
      for (ControlRef b : controls) {
        assertThat(inference.between(a, b))
            .as("%s: %s to %s", what, a, b)
            .isEqualTo(expected.between(a, b));
      }
    }
  }

  private static void assertProved(String what, Known known, List<Published> published) {
    assertThat(known.via()).as(what).isNotEmpty();
    for (Chain chain : known.via()) {
      assertThat(chain.steps().getFirst().from()).as(what).isEqualTo(known.source());
      assertThat(chain.steps().getLast().to()).as(what).isEqualTo(known.target());
      for (int i = 1; i < chain.steps().size(); i++) {
        assertThat(chain.steps().get(i).from()).as(what).isEqualTo(chain.steps().get(i - 1).to());
      }
      for (Step step : chain.steps()) {
        if (step instanceof Step.Mapped(Published mapping, boolean _)) {
          assertThat(published).as(what).contains(mapping);
        }
      }
    }
    assertThat(SlowInference.of(known.via()).between(known.source(), known.target()))
        .as(what)
        .isEqualTo(known.relations());
    for (Chain needless : known.via()) {
      Relations others =
          known.via().stream()
              .filter(c -> !c.equals(needless))
              .map(Chain::says)
              .reduce(Relations.ALL, Relations::intersection);
      assertThat(others).as(what).isNotEqualTo(known.relations());
    }
  }

  private static int sizeOfSmallestCause(List<Catalogue> catalogues, List<Published> mappings) {
    int smallest = Integer.MAX_VALUE;
    for (int subset = 0; subset < 1 << mappings.size(); subset++) {
      if (Integer.bitCount(subset) < smallest) {
        List<Published> chosen = new ArrayList<>();
        for (int i = 0; i < mappings.size(); i++) {
          if ((subset & 1 << i) != 0) {
            chosen.add(mappings.get(i));
          }
        }
        if (contradicts(catalogues, chosen)) {
          smallest = chosen.size();
        }
      }
    }
    return smallest;
  }

  private static boolean contradicts(List<Catalogue> catalogues, List<Published> mappings) {
    return SlowInference.of(catalogues, mappings).isContradictory();
  }

  private static List<ControlRef> controls(Library library) {
    return library.catalogues().stream()
        .flatMap(k -> k.controls().stream().map(c -> new ControlRef(k.id(), c.id())))
        .toList();
  }

  private static Library with(Library library, Crosswalk changed, List<Mapping> mappings) {
    return new Library(
        library.catalogues(),
        library.crosswalks().stream()
            .map(
                x ->
                    x.id().equals(changed.id())
                        ? new Crosswalk(x.id(), x.source(), x.target(), mappings)
                        : x)
            .toList());
  }
}
