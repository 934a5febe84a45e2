package org.concordat.formats.oscal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of an OSCAL document: its own text, or its parts by their names. A list in JSON and YAML
 * ({@code components: [...]}) and repeated elements in XML ({@code <component>}) are both several
 * parts of a name.
 */
final class Part {
  private final Map<String, List<Part>> parts = new LinkedHashMap<>();
  private @Nullable String text;

  void add(String name, Part part) {
    parts.computeIfAbsent(name, n -> new ArrayList<>()).add(part);
  }

  void setText(String text) {
    this.text = text;
  }

  /** The parts of that name in JSON and YAML, or of its other name in XML. */
  List<Part> all(String plural, String singular) {
    List<Part> found = parts.get(plural);
    return found != null ? found : parts.getOrDefault(singular, List.of());
  }

  /** The first part of that name, or one without anything in it. */
  Part part(String name) {
    List<Part> found = parts.get(name);
    return found == null ? new Part() : found.getFirst();
  }

  boolean has(String name) {
    return parts.containsKey(name);
  }

  /** The part's own text, or empty. */
  String ownText() {
    return text == null ? "" : text.strip();
  }

  /** The text of the part of that name, or empty. */
  String text(String name) {
    return part(name).ownText();
  }

  /** The value of the first property of that name, or empty. */
  String property(String name) {
    return all("props", "prop").stream()
        .filter(p -> p.text("name").equals(name))
        .map(p -> p.text("value"))
        .filter(v -> !v.isEmpty())
        .findFirst()
        .orElse("");
  }
}
