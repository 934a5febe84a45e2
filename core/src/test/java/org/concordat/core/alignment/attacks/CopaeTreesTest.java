package org.concordat.core.alignment.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Fronts that D. V. Copae published with the code of his study at Twente, which became
 * <i>Attack-Defense Trees with Offensive and Defensive Attributes</i> (2025): trees of 9 to 57
 * nodes with costs at random, and what his bottom-up method found for them. Every goal of either
 * side takes all of its parts, and every countermeasure can be undone, so that no plan ends all
 * attacks.
 */
class CopaeTreesTest {
  /** A part of a tree; says its id once it is planted for the attacker or for the defender. */
  private interface Part {
    String in(Plant plant, boolean isAttacker);
  }

  private static Part leaf(double cost) {
    return (plant, isAttacker) -> {
      String id = "leaf-" + plant.nodes().size();
      if (isAttacker) {
        plant.step(id, cost);
      } else {
        plant.measure(id, cost);
      }
      return id;
    };
  }

  private static Part all(Part... parts) {
    return (plant, isAttacker) -> {
      String[] ids =
          Arrays.stream(parts).map(part -> part.in(plant, isAttacker)).toArray(String[]::new);
      String id = "all-" + plant.nodes().size();
      if (isAttacker) {
        plant.and(id, ids);
      } else {
        plant.defence(id, Refinement.AND, ids);
      }
      return id;
    };
  }

  /** A leaf that the other side undoes with two things together, unless those are undone. */
  private static Part guarded(double cost, Part one, Part other, double undoing) {
    return (plant, isAttacker) -> {
      String id = leaf(cost).in(plant, isAttacker);
      String guard = all(one, other).in(plant, !isAttacker);
      plant.counter(guard, leaf(undoing).in(plant, isAttacker));
      plant.counter(id, guard);
      return id;
    };
  }

  private static Part guarded(double cost, double one, double other, double undoing) {
    return guarded(cost, leaf(one), leaf(other), undoing);
  }

  @Test
  void nine_nodes() throws Exception {
    Part root = all(guarded(21145, 39777, 89041, 19869), leaf(3909));

    assertThat(front(root)).containsExactly("0: 25054", "128818: 44923");
  }

  @Test
  void seventeen_nodes() throws Exception {
    Part root =
        all(
            guarded(50305, 3449, 33384, 45255),
            all(guarded(2297, 78223, 25746, 70893), leaf(41832)));

    assertThat(front(root))
        .containsExactly("0: 94434", "36833: 139689", "103969: 165327", "140802: 210582");
  }

  @Test
  void forty_one_nodes_with_guards_of_guards() throws Exception {
    Part root =
        all(
            guarded(
                32064,
                leaf(63976),
                all(
                    guarded(56596, 3379, 86409, 45053),
                    all(guarded(89932, 3449, 95905, 93953), leaf(93998))),
                59759),
            all(
                guarded(
                    85067,
                    all(guarded(24139, 10201, 25498, 38183), leaf(22717)),
                    leaf(47947),
                    81350),
                leaf(4182)));

    assertThat(front(root))
        .containsExactly(
            "0: 121313", "94803: 157012", "132986: 202663", "399305: 216771", "437488: 262422");
  }

  @Test
  void fifty_seven_nodes_with_fourteen_plans() throws Exception {
    Part root =
        all(
            guarded(73327, 24622, 72613, 16632),
            all(
                guarded(
                    94170,
                    leaf(34595),
                    all(
                        guarded(14536, 62412, 18953, 41188),
                        all(guarded(40628, 73862, 12466, 58393), leaf(84473))),
                    68389),
                all(
                    guarded(51153, 23949, 7404, 24328),
                    all(
                        guarded(97026, 15007, 47781, 11418),
                        all(guarded(81572, 88449, 46263, 24753), leaf(50647))))));

    assertThat(front(root))
        .containsExactly(
            "0: 447895",
            "31353: 472223",
            "94141: 483641",
            "128588: 488855",
            "166065: 496976",
            "174232: 516284",
            "205585: 540612",
            "268373: 552030",
            "302820: 557244",
            "340297: 565365",
            "365608: 568662",
            "403085: 576783",
            "437532: 581997",
            "500320: 593415");
  }

  /** What the defender pays, and what the cheapest attack costs then. */
  private static String[] front(Part root) throws TreeTooLarge {
    Plant plant = new Plant();
    root.in(plant, true);
    return DefenceFront.of(plant.tree(), Set.of(), DefenceFront.Aim.COST, Limits.DEFAULT).stream()
        .map(plan -> "%.0f: %.0f".formatted(plan.cost(), plan.value()))
        .toArray(String[]::new);
  }
}
