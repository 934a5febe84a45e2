package org.concordat.core.alignment;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something of value whose security is at stake.
 *
 * @param unit the unit that it belongs to, or null
 * @param properties the properties that are to be preserved, none twice
 * @param description null when nobody wrote one
 */
public record Asset(
    String id,
    String name,
    AssetKind kind,
    @Nullable String unit,
    @Nullable String description,
    List<String> properties) {
  public Asset {
    Identifier.check(id, "asset");
    properties = List.copyOf(properties);
    properties.forEach(p -> Identifier.check(p, "property"));
    if (Set.copyOf(properties).size() != properties.size()) {
      throw new IllegalArgumentException(
          "asset '" + id + "' names a property twice: " + properties);
    }
  }

  public Asset(
      String id, String name, AssetKind kind, @Nullable String unit, List<String> properties) {
    this(id, name, kind, unit, null, properties);
  }
}
