package org.concordat.core.alignment.priorities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Combination;
import org.concordat.core.alignment.Combination.Across;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.workspace.Inheritance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Estates that a careless engine would never come back from. */
@Timeout(60)
class HostileEstateTest {
  private static final Level TOP = Level.of(3);

  record Choice(Combination combination, Inheritance inheritance) {}

  static Stream<Choice> everyArithmetic() {
    Along matrix =
        new Along.Matrix(
            List.of(
                List.of(Level.of(1), Level.of(1), Level.of(1)),
                List.of(Level.of(1), Level.of(2), Level.of(2)),
                List.of(Level.of(1), Level.of(2), Level.of(3))));
    return Stream.of(new Along.WeakestLink(), new Along.Product(), matrix)
        .flatMap(
            along ->
                Stream.of(Across.values())
                    .map(across -> new Combination(along, across))
                    .flatMap(
                        combination ->
                            along instanceof Along.Product
                                ? Stream.of(new Choice(combination, Inheritance.DEFAULT))
                                : Stream.of(
                                    new Choice(combination, Inheritance.DEFAULT),
                                    new Choice(combination, new Inheritance(2)))));
  }

  private static EstateBuilder estate(Choice choice, int assets) {
    EstateBuilder builder =
        new EstateBuilder(ImpactScale.DEFAULT, choice.combination(), choice.inheritance());
    int unit = builder.unit("unit");
    int goal = builder.goal("goal", unit, TOP);
    int factor = builder.factor("factor");
    builder.impact(factor, goal, TOP);
    for (int a = 0; a < assets; a++) {
      builder.asset("a" + a, List.of("availability"));
    }
    builder.impact(0, "availability", factor, TOP);
    return builder;
  }

  /** a0 -> a1 -> ... -> a199999 */
  @ParameterizedTest
  @MethodSource("everyArithmetic")
  void a_very_long_chain_is_walked_without_recursion(Choice choice) {
    int length = 200_000;
    EstateBuilder builder = estate(choice, length);
    for (int a = 1; a < length; a++) {
      builder.dependency(a - 1, a, TOP);
    }
    Priorities priorities = Priorities.of(builder.build());

    assertThat(priorities.need(new Requirement("a" + (length - 1), "availability"))).isEqualTo(1);
    Priority near = priorities.of(new Requirement("a40", "availability"), 3);
    assertThat(near.rationale()).hasSize(1);
    assertThat(near.rationale().getFirst().path()).hasSize(43);
  }

  /** Every asset depends on every other one. */
  @ParameterizedTest
  @MethodSource("everyArithmetic")
  void where_everything_depends_on_everything_the_best_paths_are_still_found(Choice choice) {
    int size = 250;
    EstateBuilder builder = estate(choice, size);
    for (int from = 0; from < size; from++) {
      for (int on = 0; on < size; on++) {
        if (from != on) {
          builder.dependency(from, on, TOP);
        }
      }
    }
    Priorities priorities = Priorities.of(builder.build());

    Priority priority = priorities.of(new Requirement("a7", "availability"), 3);

    assertThat(priority.rationale())
        .extracting(p -> p.path().size())
        .as("the direct way, then the shortest detours")
        .containsExactly(4, 5, 5);
    assertThat(priority.rationale().get(1).path())
        .startsWith("a7/availability", "a1/availability", "a0/availability");
  }

  /** One asset that everything depends on, and that depends on everything. */
  @ParameterizedTest
  @MethodSource("everyArithmetic")
  void a_hub_of_everything_costs_no_more_than_its_dependencies(Choice choice) {
    int size = 60_000;
    EstateBuilder builder = estate(choice, size);
    for (int a = 1; a < size; a++) {
      builder.dependency(0, a, TOP);
      builder.dependency(a, 0, TOP);
    }
    Priorities priorities = Priorities.of(builder.build());

    assertThat(priorities.list(3, 1))
        .extracting(p -> p.requirement().id())
        .containsExactly("a0/availability", "a1/availability", "a10/availability");
    priorities.apply(
        new EstateChange.RequirementImpactSet(
            new Requirement("a0", "availability"), "factor", null));
    assertThat(priorities.need(new Requirement("a59", "availability"))).isZero();
  }
}
