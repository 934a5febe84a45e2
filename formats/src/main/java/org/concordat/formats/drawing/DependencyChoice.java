package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.workspace.Workspace;

/**
 * What a dependency map shows: the most needed assets, each with its neighbours, until there is no
 * more room.
 *
 * @param assets the most needed first
 * @param arrows by their places in the list of assets
 * @param groups for each asset, what is to be said of the redundancy groups that it is in or uses
 * @param omittedAssets how many assets are left out
 * @param omittedArrows how many dependencies between drawn assets are left out
 */
record DependencyChoice(
    List<Asset> assets,
    List<Arrow> arrows,
    List<List<String>> groups,
    int omittedAssets,
    int omittedArrows) {
  /** So many arrows a drawn asset may have on average: with more, nobody could follow one. */
  private static final int ARROWS_PER_ASSET = 4;

  /** So many redundancy groups are named on one asset. */
  private static final int GROUPS_PER_ASSET = 3;

  /**
   * All dependencies of one asset on another.
   *
   * @param level the highest strength
   * @param redundant whether all of them are of redundancy groups
   */
  record Arrow(int from, int on, int level, boolean redundant) {}

  static DependencyChoice of(Workspace workspace, AssetNeeds needs, int limit, Names names) {
    List<Asset> byNeed = needs.assets();
    Map<String, Integer> order = places(byNeed);
    Map<String, Set<String>> neighbours = new HashMap<>();
    for (Dependency each : workspace.dependencies()) {
      if (order.containsKey(each.from()) && order.containsKey(each.on())) {
        neighbours.computeIfAbsent(each.from(), f -> new LinkedHashSet<>()).add(each.on());
        neighbours.computeIfAbsent(each.on(), o -> new LinkedHashSet<>()).add(each.from());
      }
    }
    Set<String> chosen = new LinkedHashSet<>();
    for (Asset asset : byNeed) {
      Stream.concat(
              Stream.of(asset.id()),
              neighbours.getOrDefault(asset.id(), Set.of()).stream()
                  .sorted(Comparator.comparing(order::get)))
          .takeWhile(id -> chosen.size() < limit)
          .forEach(chosen::add);
      if (chosen.size() >= limit) {
        break;
      }
    }
    List<Asset> assets = byNeed.stream().filter(a -> chosen.contains(a.id())).toList();
    List<Arrow> arrows = arrows(workspace, places(assets));
    int most = ARROWS_PER_ASSET * assets.size();
    return new DependencyChoice(
        assets,
        arrows.subList(0, Math.min(most, arrows.size())),
        groups(workspace, assets, names),
        byNeed.size() - assets.size(),
        Math.max(0, arrows.size() - most));
  }

  private static Map<String, Integer> places(List<Asset> assets) {
    Map<String, Integer> places = HashMap.newHashMap(assets.size());
    assets.forEach(a -> places.put(a.id(), places.size()));
    return places;
  }

  /** The arrows between the assets, those of the most needed assets first. */
  private static List<Arrow> arrows(Workspace workspace, Map<String, Integer> places) {
    Map<List<Integer>, Arrow> arrows = new HashMap<>();
    for (Dependency each : workspace.dependencies()) {
      Integer from = places.get(each.from());
      Integer on = places.get(each.on());
      if (from != null && on != null) {
        int level = each.strengthOn(workspace.scale()).number();
        Arrow arrow = new Arrow(from, on, level, each.redundancy() != null);
        arrows.merge(List.of(from, on), arrow, DependencyChoice::joined);
      }
    }
    return arrows.values().stream()
        .sorted(
            Comparator.comparingInt((Arrow a) -> Math.max(a.from(), a.on()))
                .thenComparingInt(Arrow::from)
                .thenComparingInt(Arrow::on))
        .toList();
  }

  private static Arrow joined(Arrow one, Arrow other) {
    return new Arrow(
        one.from(),
        one.on(),
        Math.max(one.level(), other.level()),
        one.redundant() && other.redundant());
  }

  private static List<List<String>> groups(Workspace workspace, List<Asset> assets, Names names) {
    record Group(String from, String name) {}
    Map<Group, Set<String>> members = new LinkedHashMap<>();
    Map<Group, Integer> needed = new HashMap<>();
    for (Dependency each : workspace.dependencies()) {
      Redundancy redundancy = each.redundancy();
      if (redundancy != null) {
        Group group = new Group(each.from(), redundancy.group());
        members.computeIfAbsent(group, g -> new LinkedHashSet<>()).add(each.on());
        needed.merge(group, redundancy.needs(), Math::max);
      }
    }
    Map<String, List<String>> words = new HashMap<>();
    members.forEach(
        (group, ons) -> {
          words
              .computeIfAbsent(group.from(), f -> new ArrayList<>())
              .add("needs " + needed.get(group) + " of " + ons.size() + " in " + group.name());
          for (String on : ons) {
            words
                .computeIfAbsent(on, o -> new ArrayList<>())
                .add("in " + group.name() + " of " + names.asset(group.from()));
          }
        });
    return assets.stream().map(a -> few(words.getOrDefault(a.id(), List.of()))).toList();
  }

  private static List<String> few(List<String> words) {
    if (words.size() <= GROUPS_PER_ASSET) {
      return words;
    }
    List<String> few = new ArrayList<>(words.subList(0, GROUPS_PER_ASSET - 1));
    few.add("and " + (words.size() - few.size()) + " more groups");
    return few;
  }
}
