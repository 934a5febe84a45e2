package org.concordat.core.alignment.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.RandomWorkspaces;
import org.concordat.core.alignment.sensitivity.Sensitivity.Effect;
import org.concordat.core.workspace.Workspace;
import org.junit.jupiter.api.Test;

/** Compares with changing every judgement in the workspace and ranking everything anew. */
class SensitivityOracleTest {
  private static final int TOP = 3;

  @Test
  void every_effect_is_that_of_reckoning_anew() {
    int compared = 0;
    for (long seed = 0; seed < 600; seed++) {
      Workspace workspace = RandomWorkspaces.of(seed);
      Map<String, SlowEffect> slow = slowly(workspace);

      Sensitivity found = Sensitivity.of(workspace, Integer.MAX_VALUE, TOP);

      String where = "seed " + seed;
      assertThat(found.tried()).as(where).isEqualTo(slow.size());
      slow.values().removeIf(effect -> effect.moved == 0);
      assertThat(found.effects()).as(where).hasSameSizeAs(slow.values());
      assertThat(found.without()).as(where).isEqualTo(found.tried() - slow.size());
      double last = 1;
      for (Effect effect : found.effects()) {
        String which = where + ", " + effect.nudge();
        SlowEffect expected =
            slow.getOrDefault(name(effect.nudge().link(), effect.nudge().to()), new SlowEffect());
        assertThat(effect.attention()).as(which).isCloseTo(expected.attention, within(1e-9));
        assertThat(effect.moved()).as(which).isEqualTo(expected.moved);
        assertThat(effect.entered()).as(which).containsExactlyElementsOf(expected.entered);
        assertThat(effect.left()).as(which).containsExactlyElementsOf(expected.left);
        assertThat(new HashSet<>(effect.nudge().judgements())).as(which).isEqualTo(expected.able);
        assertThat(effect.attention()).as(which).isLessThanOrEqualTo(last + 1e-9);
        last = effect.attention();
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(1_200);
  }

  @Test
  void a_limit_keeps_those_of_most_effect() {
    for (long seed = 0; seed < 100; seed++) {
      Workspace workspace = RandomWorkspaces.of(seed);

      List<Effect> all = Sensitivity.of(workspace, Integer.MAX_VALUE, TOP).effects();
      List<Effect> few = Sensitivity.of(workspace, 2, TOP).effects();

      assertThat(few).as("seed " + seed).isEqualTo(all.subList(0, Math.min(2, all.size())));
    }
  }

  private static final class SlowEffect {
    private final Set<Impact> able = new HashSet<>();
    private double attention;
    private int moved;
    private final TreeSet<Requirement> entered = new TreeSet<>();
    private final TreeSet<Requirement> left = new TreeSet<>();
  }

  private static String name(Impact.Link link, Level to) {
    return link + " to " + to.number();
  }

  private static Map<String, SlowEffect> slowly(Workspace workspace) {
    Map<String, SlowEffect> effects = new HashMap<>();
    List<Priority> before = Priorities.of(workspace).list(Integer.MAX_VALUE, 0);
    for (int i = 0; i < workspace.impacts().size(); i++) {
      Impact impact = workspace.impacts().get(i);
      for (int by : new int[] {1, -1}) {
        int number = impact.judgement().level().number() + by;
        if (number < 1 || number > workspace.scale().size()) {
          continue;
        }
        List<Impact> impacts = new ArrayList<>(workspace.impacts());
        impacts.set(i, at(impact, Level.of(number)));
        Level counting = counting(impacts, impact.link());
        if (counting.equals(counting(workspace.impacts(), impact.link()))) {
          continue;
        }
        SlowEffect effect =
            effects.computeIfAbsent(name(impact.link(), counting), _ -> new SlowEffect());
        if (effect.able.isEmpty()) {
          List<Priority> after = Priorities.of(with(workspace, impacts)).list(Integer.MAX_VALUE, 0);
          compare(before, after, effect);
        }
        effect.able.add(impact);
      }
    }
    return effects;
  }

  private static Level counting(List<Impact> impacts, Impact.Link link) {
    return Judgement.counting(
        impacts.stream().filter(i -> i.link().equals(link)).map(Impact::judgement).toList());
  }

  private static Impact at(Impact impact, Level level) {
    Judgement was = impact.judgement();
    Judgement judgement = new Judgement(level, was.by(), was.on(), was.because(), was.agreed());
    return switch (impact) {
      case Impact.RequirementImpact(var requirement, var factor, _) ->
          new Impact.RequirementImpact(requirement, factor, judgement);
      case Impact.FactorImpact(var factor, var goal, _) ->
          new Impact.FactorImpact(factor, goal, judgement);
    };
  }

  private static Workspace with(Workspace workspace, List<Impact> impacts) {
    return new Workspace(
        workspace.organisation(),
        workspace.scale(),
        workspace.combination(),
        workspace.inheritance(),
        workspace.properties(),
        workspace.units(),
        workspace.factors(),
        workspace.assets(),
        workspace.dependencies(),
        impacts,
        workspace.origins());
  }

  private static void compare(List<Priority> before, List<Priority> after, SlowEffect effect) {
    Map<Requirement, Double> sharesBefore = shares(before);
    Map<Requirement, Double> sharesAfter = shares(after);
    Map<Requirement, Double> scores = new HashMap<>();
    before.forEach(priority -> scores.put(priority.requirement(), priority.score()));
    for (Priority priority : after) {
      Requirement requirement = priority.requirement();
      effect.attention +=
          Math.abs(
                  sharesAfter.getOrDefault(requirement, 0.0)
                      - sharesBefore.getOrDefault(requirement, 0.0))
              / 2;
      if (Math.abs(priority.score() - scores.getOrDefault(requirement, 0.0)) > 1e-9) {
        effect.moved++;
      }
    }
    effect.entered.addAll(first(after));
    effect.entered.removeAll(first(before));
    effect.left.addAll(first(before));
    effect.left.removeAll(first(after));
  }

  private static Set<Requirement> first(List<Priority> list) {
    return new HashSet<>(list.stream().limit(TOP).map(Priority::requirement).toList());
  }

  /** Place i weighs 1/i; those of one rank share evenly; all shares add up to 1. */
  private static Map<Requirement, Double> shares(List<Priority> list) {
    Map<Integer, Double> weights = new HashMap<>();
    Map<Integer, Integer> tied = new HashMap<>();
    double all = 0;
    for (int i = 0; i < list.size(); i++) {
      weights.merge(list.get(i).rank(), 1.0 / (i + 1), Double::sum);
      tied.merge(list.get(i).rank(), 1, Integer::sum);
      all += 1.0 / (i + 1);
    }
    Map<Requirement, Double> shares = new HashMap<>();
    for (Priority priority : list) {
      double weight = weights.getOrDefault(priority.rank(), 0.0);
      shares.put(priority.requirement(), weight / tied.getOrDefault(priority.rank(), 1) / all);
    }
    return shares;
  }
}
