package org.concordat.server.agreements.pages;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a form has sent: texts by the names of fields. */
public final class Fields {
  private final Map<String, List<String>> values;

  Fields(Map<String, List<String>> values) {
    this.values = values;
  }

  /** What a field that nobody has filled yet says; the form is as good as new. */
  static Fields none() {
    return new Fields(Map.of());
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The text of a field without blanks around it; empty when there is none. */
  public String text(String name) {
    List<String> all = values.get(name);
    return all == null || all.isEmpty()
        ? ""
        : Objects.requireNonNullElse(all.getFirst(), "").strip();
  }

  /** The text of a field, or another one when the form has no such field. */
  public String textOr(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  /** All texts of a field that is there several times, such as boxes that were ticked. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .distinct()
        .toList();
  }

  /** The lines of a field that are not empty. */
  List<String> lines(String name) {
    return text(name).lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
  }
}
