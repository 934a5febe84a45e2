package org.concordat.core.alignment;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * "{@code from} depends on {@code on}": what {@code from} needs, {@code on} must give.
 *
 * @param strength null means the top of the scale
 * @param carries which property of {@code from} needs which property of {@code on}; null means each
 *     property that both have, to itself
 * @param redundancy the group of interchangeable assets that {@code on} is in, or null
 */
public record Dependency(
    String from,
    String on,
    @Nullable Level strength,
    @Nullable SortedMap<String, String> carries,
    @Nullable Redundancy redundancy) {
  public Dependency {
    Identifier.check(from, "asset");
    Identifier.check(on, "asset");
    carries = carries == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(carries));
  }

  public Dependency(String from, String on) {
    this(from, on, null, null, null);
  }

  public static Dependency carrying(
      String from, String on, @Nullable Level strength, Map<String, String> carries) {
    return new Dependency(from, on, strength, new TreeMap<>(carries), null);
  }

  public Level strengthOn(ImpactScale scale) {
    return strength == null ? scale.top() : strength;
  }
}
