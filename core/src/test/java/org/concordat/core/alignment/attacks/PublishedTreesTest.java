package org.concordat.core.alignment.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trees from the literature. What each is held against is said at it: structures were compared with
 * public transcriptions, results that no public source states are worked out by hand.
 */
class PublishedTreesTest {
  /**
   * B. Schneier, <i>Attack trees</i>, Dr. Dobb's Journal, December 1999: the safe, in $1000. The
   * costs stand in a picture. Of the transcriptions by others that we found, many have this
   * structure and one these costs, but for listening, where it says 25. So every answer here is
   * also tried with 25: the eavesdropper, at 60 or 65, is never the cheapest.
   */
  private static Plant safe(double listening) {
    return new Plant()
        .step("pick-lock", 30)
        .step("find-written-combo", 75)
        .step("threaten", 60)
        .step("blackmail", 100)
        .step("listen", listening)
        .step("get-target-to-state-combo", 40)
        .step("bribe", 20)
        .step("cut-open", 10)
        .step("install-improperly", 100)
        .and("eavesdrop", "listen", "get-target-to-state-combo")
        .or("get-combo-from-target", "threaten", "blackmail", "eavesdrop", "bribe")
        .or("learn-combo", "find-written-combo", "get-combo-from-target");
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 25})
  void the_safe_of_schneier_is_cut_open_for_10_000(double listening) throws Exception {
    AttackTree tree =
        safe(listening)
            .or("open", "pick-lock", "learn-combo", "cut-open", "install-improperly")
            .tree();

    Attack cheapest = analysis(tree).cheapest().orElseThrow();

    assertThat(cheapest.cost()).isEqualTo(10);
    assertThat(cheapest.steps()).containsExactly("cut-open");
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 25})
  void its_combination_is_learnt_by_a_bribe(double listening) throws Exception {
    Attack learn = analysis(safe(listening).tree()).cheapest().orElseThrow();

    assertThat(learn.steps()).containsExactly("bribe");
    assertThat(learn.cost()).isEqualTo(20);
  }

  /**
   * The tree with which B. Kordy and W. Wideł showed at POST 2018 what goes wrong with repeated
   * labels, as the tests of Wideł's package <i>adtrees</i> have it: adding up from the leaves gives
   * 35, and 25 is right.
   */
  @Test
  void a_step_that_is_named_twice_is_paid_once() throws Exception {
    AttackTree tree =
        new Plant()
            .step("a", 10)
            .step("b", 16)
            .step("c", 10)
            .step("d", 5)
            .or("left", "a", "b")
            .and("ref", "d", "c")
            .or("mid", "ref", "b")
            .and("root", "left", "mid", "c")
            .tree();

    Attack cheapest = analysis(tree).cheapest().orElseThrow();

    assertThat(cheapest.cost()).isEqualTo(25);
    assertThat(cheapest.steps()).containsExactly("a", "c", "d");
  }

  /**
   * Taking over a device in a house, with costs in dollars and times in minutes, as the case study
   * of ATTop has it (R. Kumar and others, <i>Effective analysis of attack trees</i>, FASE 2018).
   * The result is worked out by hand: the network's name and password are got side by side with the
   * credentials, which take longest, so the way by cable is no slower and costs less.
   */
  @Test
  void a_device_is_taken_over_in_690_minutes_for_270() throws Exception {
    AttackTree tree =
        new Plant()
            .timed("find-lan-port", 10, 60)
            .timed("spoof-mac", 50, 30)
            .timed("find-wireless", 10, 300)
            .timed("break-keys", 100, 120)
            .timed("get-credentials", 100, 600)
            .timed("exploit-software", 10, 60)
            .timed("run-script", 100, 30)
            .and("by-cable", "find-lan-port", "spoof-mac")
            .and("by-air", "find-wireless", "break-keys")
            .or("get-into-network", "by-cable", "by-air")
            .and("reach-home-network", "get-into-network", "get-credentials")
            .sand("take-over", "reach-home-network", "exploit-software", "run-script")
            .tree();

    List<Attack> front = analysis(tree).costAgainstTime();

    assertThat(front).hasSize(1);
    assertThat(front.getFirst().cost()).isEqualTo(270);
    assertThat(front.getFirst().time()).hasValue(690);
  }

  /**
   * The account of the first article on attack-defence trees (B. Kordy, S. Mauw, S. Radomirović, P.
   * Schweitzer, <i>Foundations of attack–defense trees</i>, FAST 2010), as it ships with ADTool.
   * There it has no costs, so there are none to compare; the numbers of attacks are worked out by
   * hand.
   */
  @Test
  void a_second_factor_makes_the_online_attack_need_malware() throws Exception {
    AttackTree tree =
        new Plant()
            .step("eavesdrop", 1)
            .step("find-note", 1)
            .step("force", 1)
            .step("card", 1)
            .step("phishing", 1)
            .step("key-logger", 1)
            .step("user-name", 1)
            .step("browser", 1)
            .step("os", 1)
            .measure("memorize", 1)
            .measure("key-fobs", 1)
            .measure("pin-pad", 1)
            .counter("find-note", "memorize")
            .or("malware", "browser", "os")
            .defence("second-factor", Refinement.OR, "key-fobs", "pin-pad")
            .counter("second-factor", "malware")
            .or("pin", "eavesdrop", "find-note", "force")
            .and("atm", "pin", "card")
            .or("password", "phishing", "key-logger")
            .and("online", "password", "user-name")
            .counter("online", "second-factor")
            .or("account", "atm", "online")
            .tree();

    assertThat(minimalAttacks(tree, Set.of())).isEqualTo(3 + 2);
    assertThat(minimalAttacks(tree, Set.of("memorize"))).isEqualTo(2 + 2);
    assertThat(minimalAttacks(tree, Set.of("memorize", "key-fobs"))).isEqualTo(2 + 4);
    assertThat(minimalAttacks(tree, Set.of("memorize", "key-fobs", "pin-pad"))).isEqualTo(2 + 4);
  }

  private static long minimalAttacks(AttackTree tree, Set<String> on) {
    List<Set<String>> attacks = new EveryAttack(tree, on).attacks();
    Circuit circuit = Circuit.under(tree, on);
    List<String> steps = tree.steps().stream().map(TreeNode.AttackStep::id).toList();
    return attacks.stream()
        .map(
            attack -> {
              BitSet set = new BitSet();
              attack.forEach(step -> set.set(steps.indexOf(step)));
              return set;
            })
        .filter(set -> circuit.minimal(set).equals(set))
        .count();
  }

  /**
   * Stealing user data, with countermeasures that share a counter; structure and costs of D. V.
   * Copae's study at Twente (2024), which preceded <i>Attack-Defense Trees with Offensive and
   * Defensive Attributes</i>. The front is worked out by hand: the cheapest attack exploits the
   * software (5) and steals the key (35); updates (10) make it need a poisoned name server (10),
   * which costs as much as the phished password (15); offline keys (20) end it.
   */
  @Test
  void the_defender_of_user_data_chooses_between_nothing_updates_and_offline_keys()
      throws Exception {
    AttackTree tree =
        new Plant()
            .step("blackmail-user", 100)
            .step("phishing", 15)
            .step("exploit-software", 5)
            .step("access-control-flaw", 10)
            .step("poison-name-server", 10)
            .step("steal-key", 35)
            .measure("training", 5)
            .measure("updates", 10)
            .measure("keys-offline", 20)
            .counter("phishing", "training")
            .counter("updates", "poison-name-server")
            .counter("exploit-software", "updates")
            .counter("access-control-flaw", "updates")
            .counter("steal-key", "keys-offline")
            .or(
                "credentials",
                "blackmail-user",
                "phishing",
                "exploit-software",
                "access-control-flaw")
            .and("user-data", "credentials", "steal-key")
            .tree();

    List<DefencePlan> front =
        DefenceFront.of(tree, Set.of(), DefenceFront.Aim.COST, Limits.DEFAULT);

    assertThat(front)
        .containsExactly(
            new DefencePlan(List.of(), 0, 40),
            new DefencePlan(List.of("updates"), 10, 50),
            new DefencePlan(List.of("keys-offline"), 20, Double.POSITIVE_INFINITY));
    assertThat(DefenceFront.within(front, 19).countermeasures()).containsExactly("updates");
  }

  /**
   * Another tree of that study: where countermeasures are shared, adding up from the leaves fails.
   * Worked out by hand.
   */
  @Test
  void shared_countermeasures_are_paid_once() throws Exception {
    AttackTree tree =
        new Plant()
            .step("a1", 1)
            .step("a2", 2)
            .step("a3", 3)
            .measure("d1", 10)
            .measure("d2", 10)
            .defence("either", Refinement.OR, "d1", "d2")
            .counter("a1", "either")
            .counter("a2", "d1")
            .counter("a3", "d2")
            .or("root", "a1", "a2", "a3")
            .tree();

    assertThat(DefenceFront.of(tree, Set.of(), DefenceFront.Aim.COST, Limits.DEFAULT))
        .containsExactly(
            new DefencePlan(List.of(), 0, 1),
            new DefencePlan(List.of("d1"), 10, 3),
            new DefencePlan(List.of("d1", "d2"), 20, Double.POSITIVE_INFINITY));
  }

  private static Analysis analysis(AttackTree tree) {
    return Analysis.of(tree, Set.of(), Limits.DEFAULT);
  }
}
