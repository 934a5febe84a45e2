package org.concordat.server.web.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an object in a request says, after its shape was checked. */
public final class Values {
  private final Map<String, Object> values;

  Values(Map<String, Object> values) {
    this.values = values;
  }

  /** The members that are said. */
  public Set<String> names() {
    return Set.copyOf(values.keySet());
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** What is said, or null. */
  public @Nullable Object get(String name) {
    return values.get(name);
  }

  /** A text without blanks around it; null when it is not said or empty. */
  public @Nullable String text(String name) {
    return values.get(name) instanceof String text && !text.isBlank() ? text.strip() : null;
  }

  /** A text that is said, or else nothing wrong would have been told before. */
  public String required(String name) {
    String text = text(name);
    return text == null ? "" : text;
  }

  public @Nullable Boolean flag(String name) {
    return values.get(name) instanceof Boolean flag ? flag : null;
  }

  public @Nullable Long whole(String name) {
    return values.get(name) instanceof Long number ? number : null;
  }

  public @Nullable LocalDate day(String name) {
    return values.get(name) instanceof LocalDate day ? day : null;
  }

  public List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  public List<Values> objects(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().filter(Values.class::isInstance).map(Values.class::cast).toList()
        : List.of();
  }

  public @Nullable Values object(String name) {
    return values.get(name) instanceof Values object ? object : null;
  }
}
