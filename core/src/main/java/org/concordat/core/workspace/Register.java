package org.concordat.core.workspace;

import java.util.HashMap;
import java.util.Map;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/** The entries of one kind by their ids; refuses a second one with the same id. */
final class Register<T> {
  private final String kind;
  private final FindingList findings;
  private final Map<String, T> entries;

  Register(String kind, int size, FindingList findings) {
    this.kind = kind;
    this.findings = findings;
    this.entries = HashMap.newHashMap(size);
  }

  /** Adds the entry that stands at that position of the list, or reports that its id is taken. */
  void add(String id, T entry, String list, int index) {
    if (entries.putIfAbsent(id, entry) != null) {
      findings.error(
          Place.ofKey(list + "[" + index + "].id"),
          "the " + kind + " id '" + id + "' stands twice",
          "give one of the two another id, or remove it");
    }
  }

  boolean has(String id) {
    return entries.containsKey(id);
  }

  @Nullable T find(String id) {
    return entries.get(id);
  }

  /** Reports the reference when it leads nowhere. */
  void require(String id, String path) {
    if (!has(id)) {
      missing(id, path);
    }
  }

  void missing(String id, String path) {
    findings.error(
        Place.ofKey(path),
        "there is no " + kind + " '" + id + "'",
        findings.suggests() ? NearestName.among(entries.keySet()).remedyFor(id) : null);
  }
}
