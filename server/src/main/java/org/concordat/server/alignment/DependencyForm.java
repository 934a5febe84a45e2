package org.concordat.server.alignment;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.alignment.live.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a dependency as a form sends them.
 *
 * @param fields {@code strength}: a level's number, or nothing for the top of the scale; {@code
 *     carries}: {@code own} when the pairs are stated one by one, each as {@code pair.PROPERTY}
 *     with the property that it needs; {@code group} and {@code needs} of a redundancy group
 */
public record DependencyForm(Map<String, String> fields) {
  /** Before the property whose need is carried. */
  static final String PAIR = "pair.";

  private static final int DIGITS = 4;

  public DependencyForm {
    fields = Map.copyOf(fields);
  }

  /** The dependency that the form describes. */
  Dependency dependency(String from, String on) {
    return new Dependency(from, on, strength(), carries(), redundancy());
  }

  private @Nullable Level strength() {
    int number = number("strength", 0);
    return number == 0 ? null : Level.of(number);
  }

  /** Which property needs which; null for each that both have. */
  public @Nullable SortedMap<String, String> carries() {
    if (!field("carries").equals("own")) {
      return null;
    }
    SortedMap<String, String> pairs = new TreeMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith(PAIR) && !value.isBlank()) {
            pairs.put(name.substring(PAIR.length()), value.strip());
          }
        });
    return pairs;
  }

  /** The redundancy group, or null for none. */
  public @Nullable Redundancy redundancy() {
    return field("group").isEmpty() ? null : new Redundancy(field("group"), number("needs", 1));
  }

  private int number(String name, int otherwise) {
    String text = field(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1," + DIGITS + "}")) {
      throw new IllegalArgumentException(name + ": '" + text + "' is no whole number");
    }
    return Integer.parseInt(text);
  }

  private String field(String name) {
    return fields.getOrDefault(name, "").strip();
  }

  /**
   * The id of the asset that somebody has typed: its id, or its name when no other has it.
   *
   * @throws IllegalArgumentException when there is none, or several
   */
  public static String asset(String typed, Snapshot model) {
    String text = typed.strip();
    if (model.asset(text) != null) {
      return text;
    }
    List<String> ids = AssetSearch.named(text, model);
    if (ids.size() == 1) {
      return ids.getFirst();
    }
    throw new IllegalArgumentException(
        ids.isEmpty()
            ? "there is no asset with the id or the name '" + text + "'"
            : "several assets are called '" + text + "'; give the id: " + String.join(", ", ids));
  }
}
