package org.concordat.core.standards.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.junit.jupiter.api.Test;

/** Coverage against its definition, read off the slow closure, on random libraries. */
class CoverageOracleTest {
  private static final int CASES = Integer.getInteger("concordat.cases", 400);

  @Test
  void coverage_is_that_of_the_definition() {
    for (long seed = 0; seed < CASES; seed++) {
      Library library = RandomLibraries.of(seed);
      Inference inference = Inference.of(library);
      List<Published> rest = new ArrayList<>(SlowInference.mappings(library));
      inference.contradictions().forEach(c -> c.mappings().forEach(rest::remove));
      SlowInference slow = SlowInference.of(library.catalogues(), rest);
      Map<ControlRef, Operation> operations = operations(library, new Random(seed));
      for (Catalogue catalogue : library.catalogues()) {
        Coverage coverage = Coverage.of(inference, operations, catalogue.id());
        for (ControlCoverage covered : coverage.controls()) {
          String what = "seed " + seed + ", " + covered;
          assertThat(covered.degree())
              .as(what)
              .isEqualTo(expected(catalogue, covered.control(), operations, slow));
          assertGrounds(what, coverage, covered, slow);
        }
      }
    }
  }

  private static Map<ControlRef, Operation> operations(Library library, Random random) {
    Map<ControlRef, Operation> operations = new HashMap<>();
    for (Catalogue catalogue : library.catalogues()) {
      for (Control control : catalogue.controls()) {
        if (random.nextInt(3) == 0) {
          operations.put(
              new ControlRef(catalogue.id(), control.id()),
              RandomLibraries.pick(List.of(Operation.values()), random));
        }
      }
    }
    return operations;
  }

  private static Degree expected(
      Catalogue catalogue, Control t, Map<ControlRef, Operation> operations, SlowInference slow) {
    ControlRef target = new ControlRef(catalogue.id(), t.id());
    List<Degree> parts =
        catalogue.parts(t).stream().map(p -> expected(catalogue, p, operations, slow)).toList();
    boolean isCovered =
        t.exhaustive() && !parts.isEmpty() && parts.stream().allMatch(p -> p == Degree.COVERED);
    boolean isPartly = parts.contains(Degree.COVERED) || parts.contains(Degree.PARTLY);
    boolean isPossible = false;
    for (Map.Entry<ControlRef, Operation> s : operations.entrySet()) {
      Relations known = slow.between(s.getKey(), target);
      boolean isOperated = s.getValue() != Operation.NO;
      isCovered |= s.getValue() == Operation.YES && known.within(Relations.COVERING);
      isPartly |= isOperated && !known.contains(Relation.NONE);
      isPossible |=
          isOperated && known.contains(Relation.NONE) && known.size() > 1 && !known.isAll();
    }
    return isCovered
        ? Degree.COVERED
        : isPartly ? Degree.PARTLY : isPossible ? Degree.POSSIBLY : Degree.OPEN;
  }

  private static void assertGrounds(
      String what, Coverage coverage, ControlCoverage covered, SlowInference slow) {
    switch (covered.reason()) {
      case ControlCoverage.Nothing() ->
          assertThat(covered.degree()).as(what).isEqualTo(Degree.OPEN);
      case ControlCoverage.ByParts(List<Control> parts) -> {
        assertThat(parts).as(what).isNotEmpty();
        for (Control part : parts) {
          assertThat(coverage.of(part).degree()).as(what).isIn(Degree.COVERED, Degree.PARTLY);
        }
      }
      case ControlCoverage.ByControl(Operation operation, Known known) -> {
        assertThat(operation).as(what).isNotEqualTo(Operation.NO);
        assertThat(known.relations())
            .as(what)
            .isEqualTo(slow.between(known.source(), known.target()));
        assertThat(known.target().control()).as(what).isEqualTo(covered.control().id());
        for (Chain chain : known.via()) {
          assertThat(chain.steps().getFirst().from()).as(what).isEqualTo(known.source());
          assertThat(chain.steps().getLast().to()).as(what).isEqualTo(known.target());
        }
        assertThat(
                known.via().stream()
                    .map(Chain::says)
                    .reduce(Relations.ALL, Relations::intersection))
            .as(what)
            .isEqualTo(known.via().isEmpty() ? Relations.ALL : known.relations());
      }
    }
  }
}
