package org.concordat.core.standards.topics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One piece of work that serves several sections of several standards. Done once, it counts in all.
 *
 * @param group the id of the group that the table lists it under
 * @param sections the ids of the controls that it names, by the id of their catalogue
 * @param ofAll the catalogues that it names as a whole, as in "all processes": their sections still
 *     stand under {@code sections}, but none of them is meant for itself
 */
public record Topic(
    String id, String title, String group, Map<String, List<String>> sections, Set<String> ofAll) {
  public Topic {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    sections.forEach((catalogue, ids) -> copy.put(catalogue, List.copyOf(ids)));
    if (copy.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("topic " + id + " names no section");
    }
    sections = Collections.unmodifiableMap(copy);
    ofAll = Set.copyOf(ofAll);
  }

  public Topic(String id, String title, String group, Map<String, List<String>> sections) {
    this(id, title, group, sections, Set.of());
  }

  /** The ids of the controls of that catalogue that it names. */
  public List<String> sections(String catalogue) {
    return sections.getOrDefault(catalogue, List.of());
  }
}
