package org.concordat.server.alignment.api;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Wish;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one line of many says.
 *
 * @param wanted what the entry shall be, or null for nothing
 * @param tag the tag of the entry as it is now
 * @param status what comes of it when nothing stands in the way
 */
record BulkLine<K, E>(K key, @Nullable E wanted, String tag, int status) {
  private static final String CONDITION = "if-match";
  private static final List<String> VERBS = List.of("put", "patch", "delete");

  /**
   * Reads a line.
   *
   * @throws org.concordat.server.web.api.ApiFailure when it is wrong, with all that is
   */
  static <K, E> BulkLine<K, E> read(JsonNode json, EntryKind<K, E> kind, Snapshot model) {
    String verb = verb(json);
    JsonNode body = json.get(verb);
    K key = key(verb, body, kind);
    E present = kind.present(key, model);
    check(json.get(CONDITION), present);
    if (verb.equals("delete")) {
      if (present == null) {
        throw Problem.of(Problem.Kind.NOT_FOUND, "There is no such thing").failure();
      }
      return new BulkLine<>(key, null, EntryTag.of(present), 204);
    }
    if (verb.equals("patch") && present == null) {
      throw Problem.of(Problem.Kind.NOT_FOUND, "There is no such thing").failure();
    }
    JsonNode whole =
        verb.equals("patch") && present != null
            ? MergePatch.apply(kind.json(present, model), body)
            : body;
    Errors errors = new Errors();
    E wanted = kind.read(key, kind.shape().read(whole), model, errors);
    errors.check();
    return new BulkLine<>(key, wanted, EntryTag.of(present), present == null ? 201 : 200);
  }

  private static String verb(JsonNode json) {
    Errors errors = new Errors();
    Set<String> verbs = new TreeSet<>();
    if (!json.isObject()) {
      errors.add("", "must be an object");
    }
    json.propertyNames()
        .forEach(
            name -> {
              if (VERBS.contains(name)) {
                verbs.add(name);
              } else if (!name.equals(CONDITION)) {
                errors.add(
                    Errors.pointer("", name),
                    "is unknown; there are put, patch, delete and if-match");
              }
            });
    if (verbs.size() != 1) {
      errors.add("", "must have one of put, patch and delete");
    }
    errors.check();
    return verbs.iterator().next();
  }

  /** The key is told by the members that name the entry, whatever else is missing. */
  private static <K, E> K key(String verb, JsonNode body, EntryKind<K, E> kind) {
    Errors errors = new Errors();
    Values said = kind.shape().naming(body, errors);
    K key = kind.key(said);
    if (key == null && errors.isEmpty()) {
      errors.add("", "must name the entry");
    }
    errors.check();
    if (key == null) {
      throw new IllegalStateException("no key and no error in " + verb);
    }
    return key;
  }

  private static void check(@Nullable JsonNode condition, @Nullable Object present) {
    if (condition == null) {
      return;
    }
    String tag = condition.isString() ? condition.stringValue() : "";
    boolean holds =
        tag.equals(EntryTag.ANYTHING) ? present != null : tag.equals(EntryTag.of(present));
    if (!holds) {
      throw Problem.of(Problem.Kind.STALE, "It is other than you saw it").failure();
    }
  }

  Wish wish(EntryKind<K, E> kind) {
    return kind.wish(key, wanted, tag);
  }
}
