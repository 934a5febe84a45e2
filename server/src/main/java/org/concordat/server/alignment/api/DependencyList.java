package org.concordat.server.alignment.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.workspace.EntryTag;
import tools.jackson.databind.node.ObjectNode;

/** Lists of dependencies: those of one asset, or all, asset by asset. */
final class DependencyList {
  private DependencyList() {}

  /**
   * The part of the list that is asked for.
   *
   * @param from the asset that depends, or nothing for all
   * @param on the asset that is depended on, or nothing for all
   */
  static ApiAnswer answer(Paging paging, String from, String on, Snapshot model) {
    if (from.isEmpty() && on.isEmpty()) {
      return AssetWalk.answer(
          paging,
          model,
          model.dependencyCount(),
          asset -> entries(model.dependenciesOf(asset.id())),
          entry -> row(entry, model));
    }
    check("from", from, model);
    check("on", on, model);
    Stream<Dependency> found =
        from.isEmpty()
            ? model.dependentsOn(on).stream()
            : model.dependenciesOf(from).stream().filter(d -> on.isEmpty() || d.on().equals(on));
    return paging.answer(
        paging.part(
            entries(found.toList()),
            entry -> entry.getFirst().from() + ">" + entry.getFirst().on()),
        entry -> row(entry, model));
  }

  private static void check(String name, String asset, Snapshot model) {
    if (!asset.isEmpty() && model.asset(asset) == null) {
      throw Parameters.wrong(name, "'" + asset + "' is no asset");
    }
  }

  /** Dependencies between the same two assets are one entry. */
  private static List<List<Dependency>> entries(List<Dependency> all) {
    Map<DependencyEntries.Ends, List<Dependency>> byEnds = new LinkedHashMap<>();
    for (Dependency each : all) {
      byEnds
          .computeIfAbsent(
              new DependencyEntries.Ends(each.from(), each.on()), _ -> new ArrayList<>())
          .add(each);
    }
    return List.copyOf(byEnds.values());
  }

  private static ObjectNode row(List<Dependency> entry, Snapshot model) {
    ObjectNode row = Nodes.object();
    row.set("dependency", DependencyEntries.DEPENDENCY.json(entry, model));
    return row.put("etag", EntryTag.of(entry));
  }
}
