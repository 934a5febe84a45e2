package org.concordat.formats.crosswalks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Extras;
import org.concordat.formats.extras.ExtraJson;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads the mapping libraries of CISO Assistant: YAML with {@code objects}, in it {@code
 * requirement_mapping_sets} (or one {@code requirement_mapping_set}), each with {@code
 * source_framework_urn}, {@code target_framework_urn} and {@code requirement_mappings} of {@code
 * source_requirement_urn}, {@code target_requirement_urn}, {@code relationship}, {@code
 * strength_of_relationship}, {@code rationale} and {@code annotation}.
 *
 * <p>The last part of a requirement's URN is taken for its id. Frameworks are the catalogues of the
 * same name, as far as they are known; of others a catalogue is made of the ids that are named.
 */
public final class MappingLibraries {
  /** The largest file that is read, in bytes. */
  public static final long FILE_BYTES = 50L << 20;

  /** What CISO Assistant calls the frameworks that ship with Concordat. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "nist-csf-2.0", "csf-2.0",
          "nist-csf-1.1", "csf-1.1",
          "nist-sp-800-53-rev5", "sp800-53-r5",
          "iso27001-2022", "iso27001-2022",
          "iso27001-2013", "iso27001-2013");

  /** What our own layout begins with; it may hold what a library said. */
  private static final Pattern OURS =
      Pattern.compile("(?m)^(?:\\{\\s*)?[\"']?(?:catalogue|crosswalk)[\"']?\\s*:");

  private final String file;
  private final Function<String, Optional<Catalogue>> catalogues;

  private MappingLibraries(String file, Function<String, Optional<Catalogue>> catalogues) {
    this.file = file;
    this.catalogues = catalogues;
  }

  /** Whether the beginning of a file looks like such a library. */
  public static boolean isLibrary(String beginning) {
    boolean isOurs = OURS.matcher(beginning).find();
    return !isOurs
        && (beginning.contains("requirement_mapping") || beginning.contains("urn:intuitem:"));
  }

  /**
   * Reads all mapping sets of a library.
   *
   * @param catalogues the catalogue of that id, if it is known
   * @throws InvalidInput when the file is no YAML, no mapping library, or too large
   * @throws IOException when the file cannot be read
   */
  public static List<BroughtCrosswalk> read(
      Path file, Function<String, Optional<Catalogue>> catalogues)
      throws IOException, InvalidInput {
    if (Files.size(file) > FILE_BYTES) {
      throw new InvalidInput(
          Finding.error(Place.of(file.toString()), "a mapping library has at most 50 MiB", null));
    }
    return new MappingLibraries(file.toString(), catalogues).sets(file);
  }

  private List<BroughtCrosswalk> sets(Path path) throws IOException, InvalidInput {
    LibraryNode library = new LibraryNode(file, root(path));
    LibraryNode objects = library.mapping("objects").orElse(library);
    List<LibraryNode> sets = new ArrayList<>(objects.list("requirement_mapping_sets"));
    sets.addAll(objects.list("requirement_mapping_set"));
    if (sets.isEmpty()) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file),
              "there are no 'requirement_mapping_sets' under 'objects'",
              "bring a mapping library; frameworks hold no mappings"));
    }
    List<BroughtCrosswalk> read = new ArrayList<>();
    for (LibraryNode set : sets) {
      read.add(set(library, set, read.isEmpty()));
    }
    return read;
  }

  private BroughtCrosswalk set(LibraryNode library, LibraryNode set, boolean isFirst) {
    String source = framework(set.text("source_framework_urn"), "source");
    String target = framework(set.text("target_framework_urn"), "target");
    Rows rows =
        new Rows(
            new Ids(catalogues.apply(source).orElse(null)),
            new Ids(catalogues.apply(target).orElse(null)));
    for (LibraryNode mapping : set.list("requirement_mappings")) {
      String rationale = mapping.text("rationale");
      String annotation = mapping.text("annotation");
      rows.add(
          mapping.place(),
          tail(mapping.text("source_requirement_urn")),
          mapping.text("relationship"),
          tail(mapping.text("target_requirement_urn")),
          mapping.text("strength_of_relationship"),
          because(rationale, annotation),
          extras(mapping, set));
    }
    if (rows.isEmpty()) {
      rows.warning(set.place(), "the mapping set says nothing that can be used", null);
    }
    String id = tail(set.text("urn"));
    return rows.crosswalk(
        id.isEmpty() ? source + "-to-" + target : id,
        source,
        target,
        known(library.text("provider")),
        known(set.text("url")),
        known(library.text("version")),
        known(library.text("copyright")),
        Considering.read(set.list("considered"), source, target),
        extras(library, set, isFirst));
  }

  /** What a row says besides, and what of it cannot be made of its ids. */
  private static Extras extras(LibraryNode mapping, LibraryNode set) {
    Map<String, String> members =
        new LinkedHashMap<>(mapping.without(LibraryText.READ_OF_MAPPINGS).members());
    urn(mapping, LibraryText.SOURCE_REQUIREMENT, set.text(LibraryText.SOURCE_FRAMEWORK), members);
    urn(mapping, LibraryText.TARGET_REQUIREMENT, set.text(LibraryText.TARGET_FRAMEWORK), members);
    if (!mapping.text("rationale").isEmpty()) {
      for (String name : List.of("rationale", "annotation")) {
        if (!mapping.text(name).isEmpty()) {
          members.put(name, ExtraJson.ofText(mapping.text(name)));
        }
      }
    }
    return new Extras(members);
  }

  private static void urn(
      LibraryNode mapping, String key, String framework, Map<String, String> members) {
    String urn = mapping.text(key);
    if (!urn.equals(LibraryText.requirement(framework, tail(urn)))) {
      members.put(key, ExtraJson.ofText(urn));
    }
  }

  /** What the set says besides, and with the first set what the library does. */
  private static Extras extras(LibraryNode library, LibraryNode set, boolean isFirst) {
    Map<String, String> members = new LinkedHashMap<>();
    Map<String, String> known = new LinkedHashMap<>();
    set.without(LibraryText.READ_OF_SETS)
        .members()
        .forEach(
            (name, value) ->
                (LibraryText.OF_SETS.contains(name) ? known : members).put(name, value));
    if (!LibraryText.isOurs(known)) {
      members.put(LibraryText.SET, ExtraJson.of(new Extras(known)));
    }
    if (isFirst) {
      Map<String, String> others =
          new LinkedHashMap<>(library.without(Set.of(LibraryText.OBJECTS)).members());
      others.keySet().removeAll(LibraryText.SETS);
      Extras objects =
          library
              .mapping(LibraryText.OBJECTS)
              .map(each -> each.without(LibraryText.SETS))
              .orElse(Extras.NONE);
      if (!objects.isEmpty()) {
        others.put(LibraryText.OBJECTS, ExtraJson.of(objects));
      }
      if (!LibraryText.isOurs(others)) {
        members.put(LibraryText.LIBRARY, ExtraJson.of(new Extras(others)));
      }
    }
    return new Extras(members);
  }

  private static @Nullable String because(String rationale, String annotation) {
    if (rationale.isEmpty()) {
      return known(annotation);
    }
    return annotation.isEmpty() ? rationale : rationale + ": " + annotation;
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String framework(String urn, String otherwise) {
    String name = tail(urn).toLowerCase(Locale.ROOT);
    return name.isEmpty() ? otherwise : KNOWN.getOrDefault(name, name);
  }

  /** What CISO Assistant calls the framework that a catalogue is. */
  static String frameworkOf(String catalogue) {
    return KNOWN.entrySet().stream()
        .filter(known -> known.getValue().equals(catalogue))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(catalogue);
  }

  /** What follows the last colon. */
  private static String tail(String urn) {
    return urn.substring(urn.lastIndexOf(':') + 1);
  }

  private MappingNode root(Path path) throws IOException, InvalidInput {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(Integer.MAX_VALUE).build();
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      Optional<Node> root = new Compose(settings).composeReader(reader);
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        return mapping;
      }
    } catch (YamlEngineException e) {
      int line =
          e instanceof MarkedYamlEngineException marked
              ? marked.getProblemMark().map(Mark::getLine).orElse(-1) + 1
              : 0;
      throw new InvalidInput(
          Finding.error(Place.of(file, line, 0, null), "this is no YAML: " + e.getMessage(), null));
    }
    throw new InvalidInput(
        Finding.error(Place.of(file), "this is no mapping library", "begin with 'urn:'"));
  }
}
