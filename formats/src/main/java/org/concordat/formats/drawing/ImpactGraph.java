package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.RationalePath;
import org.concordat.core.workspace.Workspace;

/**
 * What an impact diagram shows: the most needed requirements, and the factors and goals that they
 * reach.
 *
 * @param needs requirements by rank
 * @param factors ids
 * @param targets goals with their units
 * @param damages links from needs to factors, by their places in the lists
 * @param hurts links from factors to goals, by their places in the lists
 * @param omitted what is needed or reached, but left out for want of room
 * @param unneeded how many requirements nothing needs
 */
record ImpactGraph(
    List<Priority> needs,
    List<String> factors,
    List<Target> targets,
    List<Link> damages,
    List<Link> hurts,
    Omitted omitted,
    int unneeded) {

  /** A goal and whose it is. */
  record Target(Goal goal, Unit unit) {}

  /**
   * A line of the diagram.
   *
   * @param winning whether the best path of a requirement goes over it
   * @param steps the requirements that hand the need on, in words; nothing for a direct link
   */
  record Link(int from, int to, int level, boolean winning, String steps) {
    boolean inherited() {
      return !steps.isEmpty();
    }
  }

  /** How many of each are left out. */
  record Omitted(int needs, int factors, int goals) {}

  /** For each requirement that is drawn, so many factors and goals may be. */
  private static final int COMPANIONS = 2;

  static ImpactGraph of(Workspace workspace, List<Priority> ranked, int limit, Names names) {
    List<Priority> needed = ranked.stream().filter(p -> p.score() > 0).toList();
    Builder builder =
        new Builder(workspace, needed.subList(0, Math.min(limit, needed.size())), names);
    int most = (int) Math.min(Integer.MAX_VALUE, (long) COMPANIONS * limit);
    return builder.build(most, needed.size() - builder.needs.size(), ranked.size() - needed.size());
  }

  private static final class Builder {
    private final Workspace workspace;
    private final List<Priority> needs;
    private final Names names;

    /** Levels of links by their ends, in the order in which they were written. */
    private final Map<String, Map<String, Integer>> declared = new HashMap<>();

    Builder(Workspace workspace, List<Priority> needs, Names names) {
      this.workspace = workspace;
      this.needs = needs;
      this.names = names;
      Map<Impact.Link, List<Judgement>> judged = new LinkedHashMap<>();
      for (Impact impact : workspace.impacts()) {
        judged.computeIfAbsent(impact.link(), l -> new ArrayList<>(1)).add(impact.judgement());
      }
      judged.forEach(
          (link, judgements) ->
              declared
                  .computeIfAbsent(link.from(), f -> new LinkedHashMap<>())
                  .put(link.to(), Judgement.counting(judgements).number()));
    }

    ImpactGraph build(int most, int omittedNeeds, int unneeded) {
      Set<String> reached = new LinkedHashSet<>();
      needs.forEach(n -> n.rationale().stream().limit(1).forEach(p -> reached.add(p.factor())));
      needs.forEach(n -> reached.addAll(levels(n.requirement().id()).keySet()));
      needs.forEach(n -> n.rationale().forEach(p -> reached.add(p.factor())));
      List<String> factors = reached.stream().limit(most).toList();

      Map<String, Target> known = targets();
      Set<String> hit = new LinkedHashSet<>();
      needs.forEach(n -> n.rationale().stream().limit(1).forEach(p -> hit.add(p.goal())));
      factors.forEach(f -> hit.addAll(levels(f).keySet()));
      hit.retainAll(known.keySet());
      List<String> goals = hit.stream().limit(most).toList();

      Map<String, Integer> factorPlaces = places(factors);
      Omitted omitted =
          new Omitted(omittedNeeds, reached.size() - factors.size(), hit.size() - goals.size());
      return new ImpactGraph(
          needs,
          factors,
          goals.stream().map(known::get).toList(),
          damages(factorPlaces),
          hurts(factors, factorPlaces, places(goals)),
          omitted,
          unneeded);
    }

    private Map<String, Integer> levels(String from) {
      return declared.getOrDefault(from, Map.of());
    }

    private Map<String, Target> targets() {
      Map<String, Target> targets = new HashMap<>();
      for (Unit unit : workspace.units()) {
        unit.goals().forEach(g -> targets.putIfAbsent(g.id(), new Target(g, unit)));
      }
      return targets;
    }

    private static Map<String, Integer> places(List<String> ids) {
      Map<String, Integer> places = HashMap.newHashMap(ids.size());
      ids.forEach(id -> places.put(id, places.size()));
      return places;
    }

    private List<Link> damages(Map<String, Integer> places) {
      List<Link> links = new ArrayList<>();
      for (int from = 0; from < needs.size(); from++) {
        Priority need = needs.get(from);
        Map<Integer, Link> byFactor = new LinkedHashMap<>();
        for (RationalePath path : need.rationale()) {
          Integer to = places.get(path.factor());
          if (to != null) {
            boolean winning = path.equals(need.rationale().getFirst());
            byFactor.putIfAbsent(to, damage(from, to, path, winning));
          }
        }
        for (Map.Entry<String, Integer> direct : levels(need.requirement().id()).entrySet()) {
          Integer to = places.get(direct.getKey());
          if (to != null) {
            byFactor.putIfAbsent(to, new Link(from, to, direct.getValue(), false, ""));
          }
        }
        links.addAll(byFactor.values());
      }
      return links;
    }

    /** A direct link has its own level, an inherited one the level that its path shows. */
    private Link damage(int from, int to, RationalePath path, boolean winning) {
      int level =
          path.path().size() == 3
              ? path.levels().getFirst().number()
              : Math.max(1, workspace.scale().shownNumber(path.score()));
      return new Link(from, to, level, winning, names.steps(path));
    }

    private List<Link> hurts(
        List<String> factors, Map<String, Integer> factorPlaces, Map<String, Integer> goalPlaces) {
      Map<List<Integer>, Integer> winning = new LinkedHashMap<>();
      for (Priority need : needs) {
        need.rationale().stream()
            .limit(1)
            .filter(p -> factorPlaces.containsKey(p.factor()) && goalPlaces.containsKey(p.goal()))
            .forEach(
                p ->
                    winning.putIfAbsent(
                        List.of(
                            factorPlaces.getOrDefault(p.factor(), 0),
                            goalPlaces.getOrDefault(p.goal(), 0)),
                        p.levels().get(p.levels().size() - 2).number()));
      }
      List<Link> links = new ArrayList<>();
      winning.forEach(
          (ends, level) -> links.add(new Link(ends.get(0), ends.get(1), level, true, "")));
      for (int from = 0; from < factors.size(); from++) {
        int factor = from;
        levels(factors.get(from))
            .forEach(
                (goal, level) -> {
                  Integer to = goalPlaces.get(goal);
                  if (to != null && !winning.containsKey(List.of(factor, to))) {
                    links.add(new Link(factor, to, level, false, ""));
                  }
                });
      }
      return links;
    }
  }
}
