package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;

/** The priorities gathered by asset. */
final class AssetNeeds {
  /** By asset, the priorities of its properties by rank. */
  private final Map<String, Map<String, Priority>> needs = new HashMap<>();

  private final Workspace workspace;

  AssetNeeds(Workspace workspace, List<Priority> ranked) {
    this.workspace = workspace;
    for (Priority priority : ranked) {
      needs
          .computeIfAbsent(priority.requirement().asset(), a -> new LinkedHashMap<>())
          .putIfAbsent(priority.requirement().property(), priority);
    }
  }

  /** Every asset once, the most needed first, equal ones in the order of their ids. */
  List<Asset> assets() {
    Map<String, Asset> known = new HashMap<>();
    workspace.assets().forEach(a -> known.putIfAbsent(a.id(), a));
    List<Asset> assets = new ArrayList<>(known.values());
    assets.sort(
        Comparator.comparingInt((Asset a) -> first(a).map(Priority::rank).orElse(Integer.MAX_VALUE))
            .thenComparing(Asset::id));
    return assets;
  }

  /** The most needed property of an asset. */
  Optional<Priority> first(Asset asset) {
    return needs.getOrDefault(asset.id(), Map.of()).values().stream().findFirst();
  }

  Optional<Priority> of(Asset asset, String property) {
    return Optional.ofNullable(needs.getOrDefault(asset.id(), Map.of()).get(property));
  }

  /** The number of the highest level that any property of the asset shows; 0 is none. */
  int level(Asset asset) {
    return first(asset).map(p -> workspace.scale().shownNumber(p.score())).orElse(0);
  }
}
