package org.concordat.formats.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.workspace.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one kind during an import: their ids here, and which element of the source each
 * came from.
 *
 * @param <E> the entry
 */
final class Registry<E> {
  private final Origin.Kind kind;
  private final Function<E, String> name;
  private final Map<String, E> entries = new LinkedHashMap<>();

  /** What the source had at an earlier import. */
  private final Map<String, String> idBefore = new LinkedHashMap<>();

  private final Map<String, String> elementBefore = new HashMap<>();

  /** What the source has now. */
  private final Map<String, String> idNow = new LinkedHashMap<>();

  private final Set<String> isNew = new HashSet<>();
  private final Map<String, Integer> lastNumber = new HashMap<>();
  private final Map<String, ImportMerge.Effect> effects = new LinkedHashMap<>();

  Registry(Origin.Kind kind, Function<E, String> name) {
    this.kind = kind;
    this.name = name;
  }

  void hold(String id, E entry) {
    entries.putIfAbsent(id, entry);
  }

  void cameFrom(String element, String id) {
    idBefore.put(element, id);
    elementBefore.put(id, element);
  }

  /** The ids of the entries that the source had at an earlier import. */
  Collection<String> idsBefore() {
    return idBefore.values();
  }

  /**
   * The id of an element's entry: the one that it has had, or else the source's own or one made of
   * the name. An entry with that very id and name which no other element of the source stands for
   * is taken to be the same thing.
   */
  String identify(String element, @Nullable String own, String called) {
    return idNow.computeIfAbsent(
        element,
        _ -> {
          String before = idBefore.get(element);
          String id = before == null ? newId(own, called) : before;
          elementBefore.put(id, element);
          return id;
        });
  }

  private String newId(@Nullable String own, String called) {
    if (own != null && Identifier.isValid(own) && isOpen(own, called)) {
      return own;
    }
    String slug = Slug.of(called);
    String base = slug.isEmpty() ? kind.name().toLowerCase(Locale.ROOT) : slug;
    if (isOpen(base, called)) {
      return base;
    }
    int number = lastNumber.getOrDefault(base, 1);
    String id;
    do {
      number++;
      id = base + "-" + number;
    } while (entries.containsKey(id) || elementBefore.containsKey(id));
    lastNumber.put(base, number);
    return id;
  }

  private boolean isOpen(String id, String called) {
    E entry = entries.get(id);
    return !elementBefore.containsKey(id)
        && (entry == null || name.apply(entry).equalsIgnoreCase(called));
  }

  /** Says that an element stands for the entry with this id. */
  void cameNow(String element, String id) {
    idNow.put(element, id);
    elementBefore.put(id, element);
  }

  /** The id of an element that {@link #identify} has seen. */
  String idOf(String element) {
    String id = idNow.get(element);
    if (id == null) {
      throw new IllegalArgumentException(
          "the import refers to " + kind + " '" + element + "', which it does not hold");
    }
    return id;
  }

  @Nullable E get(String id) {
    return entries.get(id);
  }

  /** Puts the entry in its place, at the end when it is new. */
  void put(String id, E entry) {
    E before = entries.put(id, entry);
    if (before == null) {
      isNew.add(id);
    }
    effects.merge(
        id,
        effect(before, entry),
        (first, second) -> first == ImportMerge.Effect.UNCHANGED ? second : first);
  }

  private static <E> ImportMerge.Effect effect(@Nullable E before, E after) {
    if (before == null) {
      return ImportMerge.Effect.ADDED;
    }
    return before.equals(after) ? ImportMerge.Effect.UNCHANGED : ImportMerge.Effect.CHANGED;
  }

  /** Whether the entry came from the source before and is not in it now. */
  boolean isGone(String id) {
    String element = elementBefore.get(id);
    return element != null && entries.containsKey(id) && !idNow.containsKey(element);
  }

  List<E> entries() {
    return List.copyOf(entries.values());
  }

  /** The entries that were not held before. */
  List<E> added() {
    List<E> added = new ArrayList<>();
    entries.forEach(
        (id, entry) -> {
          if (isNew.contains(id)) {
            added.add(entry);
          }
        });
    return added;
  }

  /** What became of the source's entries, in its order. */
  List<ImportMerge.Outcome> outcomes() {
    return effects.entrySet().stream()
        .map(entry -> new ImportMerge.Outcome(kind, entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The entries that the source no longer has, in the order in which they first came. */
  List<ImportMerge.Outcome> gone() {
    return idBefore.values().stream()
        .filter(this::isGone)
        .map(id -> new ImportMerge.Outcome(kind, id, ImportMerge.Effect.GONE))
        .toList();
  }

  /**
   * Where the entries came from, without those that exist neither here nor in the source: first
   * what the source no longer has, then what it has.
   */
  Map<String, String> idsByElement() {
    Map<String, String> all = new LinkedHashMap<>(idBefore);
    Set<String> taken = new HashSet<>(idNow.values());
    all.values().removeIf(id -> !entries.containsKey(id) || taken.contains(id));
    all.putAll(idNow);
    return all;
  }
}
