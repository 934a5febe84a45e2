package org.concordat.core.workspace;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/** What dependencies must obey. */
final class DependencyRules {
  private final Workspace workspace;
  private final Register<Asset> assets;
  private final FindingList findings;

  private final Set<Dependency> stated;
  private final Map<GroupKey, Group> groups = new LinkedHashMap<>();

  DependencyRules(Workspace workspace, Register<Asset> assets, FindingList findings) {
    this.workspace = workspace;
    this.assets = assets;
    this.findings = findings;
    this.stated = HashSet.newHashSet(workspace.dependencies().size());
  }

  private record GroupKey(String from, String group) {}

  /** A redundancy group: what its first member says, and who is in it. */
  private static final class Group {
    private final int first;
    private final int needs;
    private final Set<String> members = new HashSet<>();

    Group(int first, int needs) {
      this.first = first;
      this.needs = needs;
    }
  }

  void check() {
    for (int i = 0; i < workspace.dependencies().size(); i++) {
      checkOne(workspace.dependencies().get(i), "dependencies[" + i + "]", i);
    }
    groups.forEach(this::checkSize);
  }

  private void checkOne(Dependency dependency, String path, int index) {
    Asset from = assets.find(dependency.from());
    Asset on = assets.find(dependency.on());
    if (from == null) {
      assets.missing(dependency.from(), path + ".from");
    }
    if (on == null) {
      assets.missing(dependency.on(), path + ".on");
    }
    WorkspaceRules.requireLevel(dependency.strength(), path + ".strength", workspace, findings);
    if (dependency.carries() != null) {
      dependency
          .carries()
          .forEach(
              (needing, needed) -> {
                requireProperty(from, needing, path + ".carries." + needing);
                requireProperty(on, needed, path + ".carries." + needing);
              });
    }
    if (dependency.from().equals(dependency.on())) {
      findings.warning(
          Place.ofKey(path),
          "the asset '" + dependency.from() + "' depends on itself",
          "remove it");
    }
    if (!stated.add(dependency)) {
      findings.warning(
          Place.ofKey(path),
          "the same dependency of '"
              + dependency.from()
              + "' on '"
              + dependency.on()
              + "' stands twice",
          "remove one of the two");
    }
    if (dependency.redundancy() != null) {
      join(dependency, dependency.redundancy(), path, index);
    }
  }

  private void requireProperty(@Nullable Asset asset, String property, String path) {
    if (asset != null && !asset.properties().contains(property)) {
      findings.error(
          Place.ofKey(path), noProperty(asset, property), otherProperty(asset, property));
    }
  }

  static String noProperty(Asset asset, String property) {
    return "the asset '" + asset.id() + "' has no property '" + property + "'";
  }

  static String otherProperty(Asset asset, String property) {
    String nearest = NearestName.among(asset.properties()).remedyFor(property);
    if (nearest != null) {
      return nearest;
    }
    return asset.properties().isEmpty()
        ? "it has none"
        : "it has " + String.join(", ", asset.properties());
  }

  private void join(Dependency dependency, Redundancy redundancy, String path, int index) {
    Group group =
        groups.computeIfAbsent(
            new GroupKey(dependency.from(), redundancy.group()),
            _ -> new Group(index, redundancy.needs()));
    group.members.add(dependency.on());
    if (group.needs != redundancy.needs()) {
      findings.error(
          Place.ofKey(path + ".redundancy.needs"),
          "the group '"
              + redundancy.group()
              + "' of '"
              + dependency.from()
              + "' needs "
              + redundancy.needs()
              + " here and "
              + group.needs
              + " on its first member",
          "state the same number on all members of the group");
    }
  }

  private void checkSize(GroupKey key, Group group) {
    if (group.needs > group.members.size()) {
      findings.warning(
          Place.ofKey("dependencies[" + group.first + "].redundancy.needs"),
          "the group '"
              + key.group()
              + "' of '"
              + key.from()
              + "' needs "
              + group.needs
              + " members and has "
              + group.members.size(),
          "add members or lower the number");
    }
  }
}
