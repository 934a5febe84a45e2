package org.concordat.server.alignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.UnitFilter;

/**
 * Counts.
 *
 * @param needed requirements that some goal needs
 * @param onTop requirements with the highest need that any has
 * @param deafGoals goals that no kind of damage is said to hurt
 * @param judgedByMany links that several people judged
 * @param differing those of them whose judges differ
 * @param judgements all judgements
 * @param attributed those that say who judged and when
 * @param unratedAssets assets without an impact of their own
 * @param strayAssets assets of no unit
 */
public record Figures(
    int assets,
    int requirements,
    int needed,
    int onTop,
    int deafGoals,
    int units,
    int goals,
    int factors,
    int judgements,
    int judgedByMany,
    int differing,
    int attributed,
    int unratedAssets,
    int strayAssets) {
  /** The counts of a model. */
  public static Figures of(Snapshot model) {
    List<Impact> impacts = new ArrayList<>();
    for (Factor factor : model.factors()) {
      impacts.addAll(model.impactsOn(factor.id()));
      impacts.addAll(model.impactsOfFactor(factor.id()));
    }
    Map<Impact.Link, Set<Integer>> levels = new HashMap<>();
    Map<Impact.Link, Integer> judges = new HashMap<>();
    int attributed = 0;
    for (Impact impact : impacts) {
      Judgement judgement = impact.judgement();
      attributed += judgement.by() != null && judgement.on() != null ? 1 : 0;
      if (!judgement.agreed()) {
        judges.merge(impact.link(), 1, Integer::sum);
        levels.computeIfAbsent(impact.link(), _ -> new HashSet<>()).add(judgement.level().number());
      }
    }
    int many = (int) judges.values().stream().filter(count -> count > 1).count();
    int differing = (int) levels.values().stream().filter(each -> each.size() > 1).count();
    return new Figures(
        model.assetCount(),
        model.requirementCount(),
        count(model, PriorityQuery.ALL.includingNone(false)),
        onTop(model),
        deafGoals(model),
        model.units().size(),
        model.units().stream().mapToInt(unit -> unit.goals().size()).sum(),
        model.factors().size(),
        impacts.size(),
        many,
        differing,
        attributed,
        model.assets(AssetQuery.ALL.withoutImpact(true).withRows(0, 1)).total(),
        model.assets(AssetQuery.ALL.withUnit(UnitFilter.NONE).withRows(0, 1)).total());
  }

  private static int count(Snapshot model, PriorityQuery query) {
    return model.priorities(query.withUnits(false).withRows(0, 1)).total();
  }

  /** How many requirements show the level that the first one shows. */
  private static int onTop(Snapshot model) {
    int level =
        model.top(1, 0).stream()
            .mapToInt(first -> model.scale().shownNumber(first.score()))
            .findFirst()
            .orElse(0);
    return level == 0 ? 0 : count(model, PriorityQuery.ALL.withMinimumLevel(Level.of(level)));
  }

  private static int deafGoals(Snapshot model) {
    Set<String> hurt = new HashSet<>();
    model
        .factors()
        .forEach(f -> model.impactsOfFactor(f.id()).forEach(impact -> hurt.add(impact.goal())));
    return (int)
        model.units().stream()
            .flatMap(unit -> unit.goals().stream())
            .filter(goal -> !hurt.contains(goal.id()))
            .count();
  }
}
