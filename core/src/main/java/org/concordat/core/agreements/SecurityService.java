package org.concordat.core.agreements;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Level;

/**
 * A service that preserves security properties.
 *
 * @param description null when nobody wrote one
 * @param properties which it preserves, at least one
 * @param kinds of which assets; none means of all
 * @param levels at least one, each protecting more than the one before
 */
public record SecurityService(
    String id,
    String name,
    @org.jspecify.annotations.Nullable String description,
    Set<String> properties,
    Set<AssetKind> kinds,
    List<ServiceLevel> levels) {
  public SecurityService {
    Identifier.check(id, "service");
    Texts.line(name, "the name of a service");
    properties = Set.copyOf(properties);
    properties.forEach(p -> Identifier.check(p, "property"));
    kinds = Set.copyOf(kinds);
    levels = List.copyOf(levels);
    if (properties.isEmpty() || levels.isEmpty()) {
      throw new IllegalArgumentException(
          "service '" + id + "' preserves at least one property at one level or more");
    }
    for (int i = 1; i < levels.size(); i++) {
      if (levels.get(i).protection().compareTo(levels.get(i - 1).protection()) <= 0) {
        throw new IllegalArgumentException(
            "level '%s' of service '%s' protects no more than '%s' before it"
                .formatted(levels.get(i).id(), id, levels.get(i - 1).id()));
      }
    }
    if (levels.stream().map(ServiceLevel::id).distinct().count() != levels.size()) {
      throw new IllegalArgumentException("service '" + id + "' has a level twice");
    }
  }

  public Optional<ServiceLevel> level(String level) {
    return levels.stream().filter(l -> l.id().equals(level)).findFirst();
  }

  /** Whether it preserves a property of assets of a kind. */
  public boolean preserves(String property, AssetKind kind) {
    return properties.contains(property) && (kinds.isEmpty() || kinds.contains(kind));
  }

  /** The lowest level that protects up to a need; the highest that there is when none does. */
  public ServiceLevel fitting(Level need) {
    return levels.stream()
        .filter(l -> l.protection().compareTo(need) >= 0)
        .findFirst()
        .orElseGet(levels::getLast);
  }
}
