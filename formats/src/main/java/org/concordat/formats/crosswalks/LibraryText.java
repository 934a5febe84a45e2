package org.concordat.formats.crosswalks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.concordat.formats.extras.ExtraJson;
import org.concordat.formats.yaml.Quoting;
import org.jspecify.annotations.Nullable;

/**
 * Writes crosswalks as a mapping library in the layout of CISO Assistant. What a library said when
 * it was read stands in its place again. It has no word for a relation whose kind is not stated:
 * {@code related} is ours.
 */
public final class LibraryText {
  static final String OBJECTS = "objects";
  static final String MAPPINGS = "requirement_mappings";
  static final String SOURCE_FRAMEWORK = "source_framework_urn";
  static final String TARGET_FRAMEWORK = "target_framework_urn";
  static final String SOURCE_REQUIREMENT = "source_requirement_urn";
  static final String TARGET_REQUIREMENT = "target_requirement_urn";

  /** Under which keys sets stand. */
  static final Set<String> SETS = Set.of("requirement_mapping_sets", "requirement_mapping_set");

  /** The extra that holds what a library says besides its sets. */
  static final String LIBRARY = "library";

  /** The extra that holds what a set says besides its mappings. */
  static final String SET = "mapping set";

  /** The keys of a set that have a meaning here. */
  static final Set<String> READ_OF_SETS = Set.of(MAPPINGS, "url", "considered");

  /** The keys of a set that are its own and mean nothing here, or are made of its ids. */
  static final Set<String> OF_SETS =
      Set.of("urn", "ref_id", "name", "description", SOURCE_FRAMEWORK, TARGET_FRAMEWORK);

  /** The keys of a mapping that have a meaning here. */
  static final Set<String> READ_OF_MAPPINGS =
      Set.of(
          SOURCE_REQUIREMENT,
          TARGET_REQUIREMENT,
          "relationship",
          "strength_of_relationship",
          "rationale",
          "annotation");

  /** What the URNs of those begin with that are made here. */
  private static final String OURS = "urn:concordat:risk:";

  /** The keys that are made here of what a crosswalk says. */
  private static final Set<String> MADE =
      Set.of(
          "urn",
          "locale",
          "ref_id",
          "name",
          "version",
          "provider",
          "copyright",
          SOURCE_FRAMEWORK,
          TARGET_FRAMEWORK);

  private final StringBuilder text = new StringBuilder();

  private LibraryText() {}

  /** A library of one or more crosswalks. */
  public static String of(List<Crosswalk> crosswalks) {
    LibraryText writer = new LibraryText();
    writer.library(crosswalks);
    return writer.text.toString();
  }

  /** Whether a library or a set was made by us of what a crosswalk says, and says no more. */
  static boolean isOurs(Map<String, String> members) {
    String urn = ExtraJson.cell(members.getOrDefault("urn", "\"\""));
    return urn.startsWith(OURS) && MADE.containsAll(members.keySet());
  }

  /** The URN of a requirement of a framework, as the layout makes it of its id. */
  static String requirement(String framework, String id) {
    return framework.replaceFirst(":framework:", ":req_node:") + ":" + id.toLowerCase(Locale.ROOT);
  }

  private void library(List<Crosswalk> crosswalks) {
    Crosswalk first = crosswalks.getFirst();
    Map<String, String> head = new LinkedHashMap<>();
    Map<String, String> objects = new LinkedHashMap<>();
    for (Crosswalk each : crosswalks) {
      String kept = each.extras().members().get(LIBRARY);
      if (kept != null && head.isEmpty()) {
        head.putAll(ExtraJson.extras(kept).members());
        String others = head.remove(OBJECTS);
        objects.putAll(ExtraJson.extras(others).members());
      }
    }
    if (head.isEmpty()) {
      head.put("urn", ExtraJson.ofText(OURS + "library:" + first.id()));
      head.put("locale", ExtraJson.ofText("en"));
      head.put("ref_id", ExtraJson.ofText(first.id()));
      head.put("name", ExtraJson.ofText(first.id()));
      head.put("version", "1");
    }
    renew(head, "version", first.version());
    renew(head, "provider", first.publisher());
    renew(head, "copyright", first.licence());
    members(head, "");
    text.append(OBJECTS).append(":\n");
    members(objects, "  ");
    text.append("  requirement_mapping_sets:\n");
    crosswalks.forEach(this::set);
  }

  /** Says another value than stands there; of the same nothing is changed. */
  private static void renew(Map<String, String> members, String name, @Nullable String value) {
    String present = members.get(name);
    if (value != null && (present == null || !ExtraJson.cell(present).strip().equals(value))) {
      members.put(name, ExtraJson.ofText(value));
    }
  }

  private void set(Crosswalk crosswalk) {
    Map<String, String> head =
        new LinkedHashMap<>(ExtraJson.extras(crosswalk.extras().members().get(SET)).members());
    if (head.isEmpty()) {
      head.put("urn", ExtraJson.ofText(OURS + "req_mapping_set:" + crosswalk.id()));
      head.put("ref_id", ExtraJson.ofText(crosswalk.id()));
      head.put("name", ExtraJson.ofText(crosswalk.id()));
      head.put(SOURCE_FRAMEWORK, ExtraJson.ofText(framework(crosswalk.source())));
      head.put(TARGET_FRAMEWORK, ExtraJson.ofText(framework(crosswalk.target())));
    }
    if (crosswalk.url() != null) {
      head.put("url", ExtraJson.ofText(crosswalk.url()));
    }
    if (!crosswalk.considered().isEmpty()) {
      head.put("considered", Considering.json(crosswalk.considered()));
    }
    crosswalk
        .extras()
        .members()
        .forEach(
            (name, value) -> {
              if (!name.equals(SET) && !name.equals(LIBRARY)) {
                head.put(name, value);
              }
            });
    String source = ExtraJson.cell(head.getOrDefault(SOURCE_FRAMEWORK, "\"\""));
    String target = ExtraJson.cell(head.getOrDefault(TARGET_FRAMEWORK, "\"\""));
    text.append("  - ");
    int start = text.length();
    members(head, "    ");
    text.delete(start, start + 4);
    text.append("    ").append(MAPPINGS).append(":\n");
    for (Mapping mapping : crosswalk.mappings()) {
      text.append("    - ")
          .append(ExtraJson.yaml(ExtraJson.of(row(mapping, source, target))))
          .append('\n');
    }
  }

  private static String framework(String catalogue) {
    return OURS + "framework:" + MappingLibraries.frameworkOf(catalogue);
  }

  private static Extras row(Mapping mapping, String source, String target) {
    Map<String, String> others = new LinkedHashMap<>(mapping.extras().members());
    Map<String, String> row = new LinkedHashMap<>();
    String from = others.remove(SOURCE_REQUIREMENT);
    String to = others.remove(TARGET_REQUIREMENT);
    row.put(
        SOURCE_REQUIREMENT,
        from == null ? ExtraJson.ofText(requirement(source, mapping.source())) : from);
    row.put(
        TARGET_REQUIREMENT,
        to == null ? ExtraJson.ofText(requirement(target, mapping.target())) : to);
    row.put("relationship", ExtraJson.ofText(word(mapping.statement())));
    if (mapping.strength() != null) {
      row.put("strength_of_relationship", mapping.strength().toString());
    }
    String rationale = text(others.remove("rationale"));
    String annotation = text(others.remove("annotation"));
    String because = mapping.because() == null ? "" : mapping.because();
    String joined = annotation.isEmpty() ? rationale : rationale + ": " + annotation;
    if (!rationale.isEmpty() && joined.equals(because)) {
      row.put("rationale", ExtraJson.ofText(rationale));
      because = annotation;
    }
    if (!because.isEmpty()) {
      row.put("annotation", ExtraJson.ofText(because));
    }
    row.putAll(others);
    return new Extras(row);
  }

  private static String text(@Nullable String json) {
    return Optional.ofNullable(json).flatMap(ExtraJson::text).orElse("");
  }

  private static String word(Statement statement) {
    return switch (statement) {
      case INTERSECTS -> "intersect";
      case NONE -> "not_related";
      case EQUAL, SUBSET, SUPERSET, RELATED -> statement.word();
    };
  }

  private void members(Map<String, String> members, String indent) {
    members.forEach(
        (name, json) ->
            text.append(indent)
                .append(name.matches("[a-z_]+") ? name : Quoting.quoted(name))
                .append(": ")
                .append(ExtraJson.yaml(json))
                .append('\n'));
  }
}
