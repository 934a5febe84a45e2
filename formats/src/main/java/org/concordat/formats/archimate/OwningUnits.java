package org.concordat.formats.archimate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.formats.archimate.ModelLinks.Link;
import org.concordat.formats.archimate.ModelLinks.Pair;
import org.jspecify.annotations.Nullable;

/**
 * Finds the unit that an asset belongs to, if it is one only.
 *
 * <p>First counts what says that the asset is the unit's: the unit is composed of it, is assigned
 * to it or realises it, or it is assigned to the unit. An asset without such a relation takes the
 * unit of the assets that own it in the same ways, near or far, as the specification derives
 * structural relations (ArchiMate 3.2, appendix B). One that still has none belongs to the unit
 * that it serves or that accesses it, when that is one only.
 */
final class OwningUnits {
  private final Map<String, Meaning> meanings;
  private final Map<String, Choice> choices = new HashMap<>();

  OwningUnits(Map<String, Meaning> meanings, Collection<Link> links) {
    this.meanings = meanings;
    Map<String, Choice> users = new HashMap<>();
    Map<String, List<String>> owned = new HashMap<>();
    for (Link link : links) {
      for (Pair pair : link.pairs()) {
        Claim claim = claim(link.type(), pair);
        if (claim != null) {
          (claim.strong ? choices : users).merge(claim.asset, Choice.of(claim.unit), Choice::and);
        } else if (link.type().owning() && isAsset(pair.source()) && isAsset(pair.target())) {
          owned.computeIfAbsent(pair.source(), _ -> new ArrayList<>()).add(pair.target());
        }
      }
    }
    inherit(owned);
    users.forEach(choices::putIfAbsent);
  }

  /** Hands units down to what is owned; a choice only ever turns into several, so this ends. */
  private void inherit(Map<String, List<String>> owned) {
    Set<String> claimed = Set.copyOf(choices.keySet());
    Deque<String> open = new ArrayDeque<>(new TreeSet<>(claimed));
    while (!open.isEmpty()) {
      String owner = open.remove();
      Choice choice = choices.get(owner);
      for (String part : owned.getOrDefault(owner, List.of())) {
        if (choice != null && !claimed.contains(part)) {
          Choice before = choices.get(part);
          Choice after = before == null ? choice : before.and(choice);
          if (!after.equals(before)) {
            choices.put(part, after);
            open.add(part);
          }
        }
      }
    }
  }

  /** The unit of the asset, or null. */
  @Nullable String unitOf(String asset) {
    Choice choice = choices.get(asset);
    return choice == null ? null : choice.unit();
  }

  /** Whether the pair gave its asset the unit that it has. */
  boolean decidedBy(RelationType type, Pair pair) {
    Claim claim = claim(type, pair);
    return claim != null && claim.unit.equals(unitOf(claim.asset));
  }

  /** The assets that several units could claim, and so none has. */
  Set<String> contested() {
    return choices.entrySet().stream()
        .filter(entry -> entry.getValue().equals(Choice.SEVERAL))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private @Nullable Claim claim(RelationType type, Pair pair) {
    if (isUnit(pair.source()) && isAsset(pair.target())) {
      return type.owning() || type == RelationType.ACCESS
          ? new Claim(pair.source(), pair.target(), type.owning())
          : null;
    }
    if (isAsset(pair.source()) && isUnit(pair.target())) {
      return switch (type) {
        case ASSIGNMENT -> new Claim(pair.target(), pair.source(), true);
        case SERVING, REALIZATION -> new Claim(pair.target(), pair.source(), false);
        case COMPOSITION, AGGREGATION, ACCESS, FLOW, TRIGGERING -> null;
        case INFLUENCE, ASSOCIATION, SPECIALIZATION -> null;
      };
    }
    return null;
  }

  private boolean isUnit(String element) {
    return meanings.get(element) instanceof Meaning.Unit;
  }

  private boolean isAsset(String element) {
    return meanings.get(element) instanceof Meaning.Asset;
  }

  /**
   * A reason to hold that an asset belongs to a unit.
   *
   * @param strong whether the relation says so, rather than that the unit uses the asset
   */
  private record Claim(String unit, String asset, boolean strong) {}
}
