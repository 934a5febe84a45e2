package org.concordat.server.alignment.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Shape;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** That one asset depends on another: all ways in which it does are one entry. */
record DependencyEntries() implements EntryKind<DependencyEntries.Ends, List<Dependency>> {
  static final EntryKind<Ends, List<Dependency>> DEPENDENCY = new DependencyEntries();

  /** The asset that depends, and the one that it depends on. */
  record Ends(String from, String on) {}

  @Override
  public Shape shape() {
    return Shapes.DEPENDENCY;
  }

  @Override
  public @Nullable Ends key(Values said) {
    String from = said.text("from");
    String on = said.text("on");
    return from == null || on == null ? null : new Ends(from, on);
  }

  @Override
  public String path(Ends ends) {
    return Call.ROOT + "/dependencies/" + ends.from + "/" + ends.on;
  }

  @Override
  public @Nullable List<Dependency> read(Ends ends, Values said, Snapshot model, Errors errors) {
    if (!said.has("ways")) {
      return List.of(new Dependency(ends.from, ends.on));
    }
    List<Values> ways = said.objects("ways");
    if (ways.isEmpty()) {
      errors.add("/ways", "must hold one at least; take the dependency away with DELETE");
    }
    List<Dependency> all = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      all.add(way(ends, ways.get(i), model, "/ways/" + i, errors));
    }
    return all;
  }

  private static Dependency way(
      Ends ends, Values said, Snapshot model, String pointer, Errors errors) {
    Level strength = Nodes.level("strength", said, model.scale(), pointer, errors);
    TreeMap<String, String> carries = null;
    if (said.get("carries") instanceof Map<?, ?> pairs) {
      carries = new TreeMap<>();
      for (Map.Entry<?, ?> pair : pairs.entrySet()) {
        carries.put(String.valueOf(pair.getKey()), String.valueOf(pair.getValue()));
      }
    }
    Values group = said.object("redundancy");
    Long needs = group == null ? null : group.whole("needs");
    Redundancy redundancy =
        group == null || needs == null
            ? null
            : new Redundancy(group.required("group"), needs.intValue());
    return new Dependency(ends.from, ends.on, strength, carries, redundancy);
  }

  @Override
  public Wish wish(Ends ends, @Nullable List<Dependency> wanted, String tag) {
    return new Wish.OfDependencies(ends.from, ends.on, wanted == null ? List.of() : wanted, tag);
  }

  @Override
  public @Nullable List<Dependency> present(Ends ends, Snapshot model) {
    List<Dependency> all =
        model.dependenciesOf(ends.from).stream().filter(d -> d.on().equals(ends.on)).toList();
    return all.isEmpty() ? null : all;
  }

  @Override
  public ObjectNode json(List<Dependency> all, Snapshot model) {
    Dependency first = all.getFirst();
    ObjectNode json = Nodes.object().put("from", first.from()).put("on", first.on());
    var ways = json.putArray("ways");
    for (Dependency dependency : all) {
      ObjectNode way = ways.addObject();
      Nodes.put(way, "strength", dependency.strength(), model.scale());
      if (dependency.carries() != null) {
        ObjectNode carries = way.putObject("carries");
        dependency.carries().forEach(carries::put);
      }
      Redundancy redundancy = dependency.redundancy();
      if (redundancy != null) {
        way.putObject("redundancy")
            .put("group", redundancy.group())
            .put("needs", redundancy.needs());
      }
    }
    return json;
  }
}
