package org.concordat.server.alignment.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetRow;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.UnitFilter;

/**
 * Which links a round is to be about.
 *
 * @param about whether links to goals, links from requirements, or both are meant
 * @param units the ids of the units whose goals and assets are meant; all if none
 * @param factors the ids of the factors that are meant; all if none
 * @param words only assets in whose name or id each of these occurs
 * @param which which of these links
 */
public record LinkChoice(
    About about, Set<String> units, Set<String> factors, String words, Which which) {
  /** So many assets of each unit are looked at, those that matter most first. */
  private static final int ASSETS = 200;

  public LinkChoice {
    units = Set.copyOf(units);
    factors = Set.copyOf(factors);
  }

  /** Between what the links are. */
  public enum About {
    GOALS,
    ASSETS,
    BOTH
  }

  /** Which of the links. */
  public enum Which {
    /** All. */
    ALL,
    /** Those without an agreed value that nobody has judged, or about which judges differ. */
    OPEN,
    /** Those about which judges differ, and nothing is agreed. */
    DIVIDED
  }

  /**
   * The links, those to goals first, then those of the assets that matter most. At most one more
   * than a round may have, which tells that it would be too many.
   */
  public List<Link> links(Snapshot model) {
    List<Link> links = new ArrayList<>();
    List<Unit> chosen =
        model.units().stream()
            .filter(unit -> units.isEmpty() || units.contains(unit.id()))
            .toList();
    List<String> damages =
        model.factors().stream()
            .map(Factor::id)
            .filter(id -> factors.isEmpty() || factors.contains(id))
            .toList();
    if (about != About.ASSETS) {
      for (Unit unit : chosen) {
        for (Goal goal : unit.goals()) {
          damages.forEach(factor -> add(new Link(factor, goal.id()), links, model));
        }
      }
    }
    if (about != About.GOALS) {
      if (units.isEmpty()) {
        addAssets(AssetQuery.ALL, damages, links, model);
      } else {
        chosen.forEach(
            unit ->
                addAssets(
                    AssetQuery.ALL.withUnit(UnitFilter.of(unit.id())), damages, links, model));
      }
    }
    return links;
  }

  private void addAssets(AssetQuery query, List<String> damages, List<Link> links, Snapshot model) {
    AssetQuery asked =
        query.withText(words).descendingBy(AssetQuery.Order.HIGHEST_NEED).withRows(0, ASSETS);
    for (AssetRow row : model.assets(asked).rows()) {
      for (String property : row.asset().properties()) {
        damages.forEach(
            factor -> add(new Link(row.asset().id() + "/" + property, factor), links, model));
      }
    }
  }

  private void add(Link link, List<Link> links, Snapshot model) {
    if (links.size() <= Round.MOST_LINKS && isMeant(model.judgements(link))) {
      links.add(link);
    }
  }

  private boolean isMeant(List<Judgement> judgements) {
    boolean agreed = judgements.stream().anyMatch(Judgement::agreed);
    boolean divided =
        judgements.stream().map(Judgement::level).collect(Collectors.toSet()).size() > 1;
    return switch (which) {
      case ALL -> true;
      case OPEN -> !agreed && (divided || judgements.isEmpty());
      case DIVIDED -> !agreed && divided;
    };
  }
}
