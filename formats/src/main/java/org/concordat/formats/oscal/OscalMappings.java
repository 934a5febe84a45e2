package org.concordat.formats.oscal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Crosswalk.Considered;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The crosswalks of an OSCAL mapping collection: one for each {@code mapping}, with one row for
 * each pair of a source and a target of its {@code map}s. What a row says is never more than what
 * follows from the map ({@link MappingMeaning}):
 *
 * <ul>
 *   <li>a map that a qualifier restricts says that there is something in common, and one that is
 *       blocked nothing;
 *   <li>a comparison of words ({@code syntactic}) says of outcomes that they are equal, or that
 *       they have something in common;
 *   <li>a word that OSCAL does not define says nothing, a defined one in another namespace that
 *       there is something in common.
 * </ul>
 */
public final class OscalMappings {
  /**
   * A crosswalk of the collection.
   *
   * @param uuid of the mapping
   * @param source the id of the source catalogue: the name of the file that the mapping names,
   *     without its ending
   * @param target that of the target catalogue
   * @param id what it was called when it was written here, or null
   * @param rows in the order of the document
   * @param considered controls that it says have no counterpart
   * @param extras what else it says
   */
  public record Collected(
      String uuid,
      @Nullable String id,
      String source,
      String target,
      @Nullable String publisher,
      @Nullable String url,
      @Nullable String version,
      @Nullable String licence,
      List<Row> rows,
      List<Considered> considered,
      Extras extras) {
    public Collected {
      rows = List.copyOf(rows);
      considered = List.copyOf(considered);
    }

    /** The crosswalk, under an id and between catalogues that have these ids here. */
    public Crosswalk crosswalk(String name, String sourceCatalogue, String targetCatalogue) {
      return new Crosswalk(
          name,
          sourceCatalogue,
          targetCatalogue,
          publisher,
          url,
          version,
          licence,
          rows.stream().map(Row::mapping).toList(),
          considered.stream()
              .map(
                  each ->
                      new Considered(
                          new ControlRef(
                              each.control().catalogue().equals(target)
                                  ? targetCatalogue
                                  : sourceCatalogue,
                              each.control().control()),
                          each.because()))
              .toList(),
          extras);
    }
  }

  /** A row and where its map stands. */
  public record Row(Mapping mapping, Place place) {}

  /**
   * What was read.
   *
   * @param findings warnings: what was understood as less than it says, or not at all
   */
  public record Read(List<Collected> crosswalks, List<Finding> findings) {
    public Read {
      crosswalks = List.copyOf(crosswalks);
      findings = List.copyOf(findings);
    }
  }

  private final OscalDocument document;
  private final FindingList findings = new FindingList();

  private OscalMappings(OscalDocument document) {
    this.document = document;
  }

  /**
   * Reads the crosswalks.
   *
   * @throws InvalidInput when the document is no mapping collection
   */
  public static Read read(OscalDocument document) throws InvalidInput {
    if (document.kind() != OscalKind.MAPPING_COLLECTION) {
      throw new InvalidInput(
          Finding.error(
              document.place(document.root(), document.kind().root()),
              "this is " + document.kind().description() + " in OSCAL, not a mapping collection",
              null));
    }
    OscalMappings reader = new OscalMappings(document);
    List<Collected> crosswalks =
        document.root().objects("mappings").stream().map(reader::collected).toList();
    return new Read(crosswalks, reader.findings.list());
  }

  private Collected collected(OscalObject mapping) {
    @Nullable String id = OscalExtras.id(mapping);
    List<Row> rows = new ArrayList<>();
    OscalList silent = new OscalList();
    Set<String> uuids = new HashSet<>();
    for (OscalObject map : mapping.objects("maps")) {
      List<Mapping> read = rows(mapping, map);
      if (read.isEmpty()) {
        silent.add(map);
      }
      for (Mapping row : read) {
        String uuid = OscalMaps.uuid(id == null ? "" : id, row, uuids);
        Mapping whole = OscalExtras.withUuid(row, map, uuid);
        rows.add(new Row(whole, document.place(map, name(map))));
      }
    }
    String source = catalogue(mapping.object("source-resource"));
    String target = catalogue(mapping.object("target-resource"));
    Crosswalk head =
        new Crosswalk(
            id == null ? "unnamed" : id,
            source,
            target,
            orNull(mapping.property("publisher")),
            url(mapping),
            version(mapping),
            orNull(mapping.property("licence")),
            List.of(),
            UnmappedControls.read(mapping, source, target),
            Extras.NONE);
    return new Collected(
        mapping.text("uuid"),
        id,
        source,
        target,
        head.publisher(),
        head.url(),
        head.version(),
        head.licence(),
        rows,
        head.considered(),
        extras(mapping, head, silent));
  }

  /** What a crosswalk has no place for of a mapping and of the whole collection. */
  private Extras extras(OscalObject mapping, Crosswalk crosswalk, OscalList silent) {
    Map<String, String> members = new LinkedHashMap<>();
    OscalExtras.properties(mapping, members);
    members.remove(UnmappedControls.REASONS);
    OscalObject head = mapping.copy();
    head.remove("maps");
    Crosswalk plain = crosswalk.with(crosswalk.considered(), new Extras(members));
    if (!head.equals(OscalMappingsWriter.head(plain, Optional.empty()))) {
      members.put(OscalExtras.MAPPING, OscalLine.of(head));
    }
    if (!silent.items().isEmpty()) {
      members.put(OscalExtras.SILENT, OscalLine.of(silent));
    }
    OscalObject collection = document.root().copy();
    collection.remove("mappings");
    if (!OscalMappingsWriter.isOurs(collection)) {
      members.put(OscalExtras.COLLECTION, OscalLine.of(collection));
    }
    return new Extras(members);
  }

  private static @Nullable String url(OscalObject mapping) {
    return mapping.objects("links").stream()
        .filter(link -> link.text("rel").equals("canonical"))
        .map(link -> link.text("href"))
        .findFirst()
        .orElse(null);
  }

  private @Nullable String version(OscalObject mapping) {
    String own = mapping.property("version");
    return orNull(own.isEmpty() ? document.metadata().text("version") : own);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String name(OscalObject map) {
    List<String> ids = new ArrayList<>();
    map.objects("sources").forEach(item -> ids.add(item.text("id-ref")));
    return "map of " + String.join(", ", ids);
  }

  /** The name of the file, without its folders and its ending. */
  private String catalogue(OscalObject resource) {
    String href = resource.text("href");
    if (href.startsWith("#")) {
      for (OscalObject candidate : document.root().object("back-matter").objects("resources")) {
        if (candidate.text("uuid").equalsIgnoreCase(href.substring(1))) {
          href =
              candidate.objects("rlinks").stream()
                  .map(rlink -> rlink.text("href"))
                  .findFirst()
                  .orElse(candidate.text("title"));
          break;
        }
      }
    }
    String path = decoded(href);
    String name = path.substring(path.lastIndexOf('/') + 1);
    Optional<OscalNotation> ending = OscalNotation.ofName(name);
    return ending.isPresent() ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  private static String decoded(String href) {
    try {
      String path = new URI(href).getPath();
      return path == null || path.isEmpty() ? href : path;
    } catch (URISyntaxException e) {
      return href;
    }
  }

  /** The rows of one map. */
  List<Mapping> rows(OscalObject mapping, OscalObject map) {
    Statement whole = whole(mapping, map);
    if (whole == null) {
      return List.of();
    }
    List<Mapping> rows = new ArrayList<>();
    Extras extras = OscalExtras.of(map);
    List<OscalObject> sources = map.objects("sources");
    List<OscalObject> targets = map.objects("targets");
    for (OscalObject source : sources) {
      Relations toSources = toWhole(source, sources.size());
      for (OscalObject target : targets) {
        Relations toTargets = toWhole(target, targets.size());
        Optional<Statement> statement = MappingMeaning.between(whole, toSources, toTargets);
        String from = control(source);
        String to = control(target);
        if (statement.isPresent() && !from.isEmpty() && !to.isEmpty()) {
          rows.add(
              new Mapping(
                  from, statement.get(), to, strength(map), orNull(map.text("remarks")), extras));
        }
      }
    }
    return rows;
  }

  private static @Nullable Integer strength(OscalObject map) {
    String strength = map.property("strength");
    return strength.matches("[1-9]|10") ? Integer.valueOf(strength) : null;
  }

  private static Relations toWhole(OscalObject item, int items) {
    return MappingMeaning.toWhole(items == 1, isStatement(item));
  }

  private static boolean isStatement(OscalObject item) {
    return item.text("type").equals("statement");
  }

  /** The id of the control that an item is or belongs to: {@code ac-2} for {@code ac-2_smt.a}. */
  private static String control(OscalObject item) {
    String id = item.text("id-ref");
    int end = isStatement(item) ? id.indexOf('_') : -1;
    return end < 0 ? id : id.substring(0, end);
  }

  /** What the map says of the whole of its sources and of its targets; null when nothing. */
  private @Nullable Statement whole(OscalObject mapping, OscalObject map) {
    String word = map.text("relationship").toLowerCase(Locale.ROOT);
    Statement said = MappingMeaning.of(word, map.text("ns")).orElse(null);
    if (said == null) {
      warn(map, "nothing is read from the relationship '" + word + "'" + inNamespace(map));
      return null;
    }
    boolean isBlocked = false;
    for (OscalObject qualifier : map.objects("qualifiers")) {
      isBlocked |= qualifier.text("category").equals("blocked");
    }
    boolean isWeakened = !map.objects("qualifiers").isEmpty() || isSyntactic(mapping, map, said);
    if (isBlocked || (isWeakened && said == Statement.NONE)) {
      warn(map, "nothing is read from '" + word + "': it is qualified, or compares words only");
      return null;
    }
    if (isWeakened && said != Statement.RELATED) {
      warn(map, "'" + word + "' is read as related: it is qualified, or compares words only");
      return Statement.RELATED;
    }
    return said;
  }

  private static String inNamespace(OscalObject map) {
    return map.has("ns") ? " in the namespace " + map.text("ns") : "";
  }

  /** Whether the map compares words and finds them different, which says little of outcomes. */
  private boolean isSyntactic(OscalObject mapping, OscalObject map, Statement said) {
    if (said == Statement.EQUAL) {
      return false;
    }
    String rationale = map.text("matching-rationale");
    if (rationale.isEmpty()) {
      rationale = mapping.text("matching-rationale");
    }
    if (rationale.isEmpty()) {
      rationale = document.root().object("provenance").text("matching-rationale");
    }
    return rationale.equals("syntactic");
  }

  private void warn(OscalObject map, String problem) {
    findings.warning(document.place(map, name(map)), problem, null);
  }

  /** The catalogue that a resource of a document is, by the name of its file. */
  static String catalogueOf(OscalDocument document, OscalObject resource) {
    return new OscalMappings(document).catalogue(resource);
  }

  /** The rows of one map of a document. */
  static List<Mapping> rowsOf(OscalDocument document, OscalObject mapping, OscalObject map) {
    return new OscalMappings(document).rows(mapping, map);
  }
}
