package org.concordat.formats.oscal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * Writes crosswalks as OSCAL mapping collections, and changes collections in place, so that what a
 * crosswalk does not hold stays: qualifiers, gaps, scores, what OSCAL does not know. UUIDs follow
 * from the content, so that what is written twice is the same twice.
 *
 * <p>OSCAL has no word for a relation whose kind is not stated; it is {@code related} in the
 * namespace {@code urn:concordat:oscal}.
 */
public final class OscalMappingsWriter {
  private static final String OSCAL_VERSION = "1.2.1";

  private OscalMappingsWriter() {}

  /**
   * A new collection.
   *
   * @param title of the collection
   * @param crosswalks at least one, each with at least one mapping
   * @param now the time of the document
   * @throws IllegalArgumentException when there is nothing to write
   */
  public static OscalDocument write(String title, List<Crosswalk> crosswalks, Instant now) {
    if (crosswalks.isEmpty() || crosswalks.stream().anyMatch(OscalMappingsWriter::isEmpty)) {
      throw new IllegalArgumentException("OSCAL has no mapping collection without a mapping");
    }
    OscalDocument document =
        OscalDocument.of(OscalKind.MAPPING_COLLECTION, collection(title, crosswalks, now));
    OscalList mappings = new OscalList();
    document.root().set("mappings", mappings);
    crosswalks.forEach(crosswalk -> mappings.add(mapping(document, crosswalk)));
    if (document.uuid().isEmpty()) {
      document.root().set("uuid", ContentUuid.of(document).toString());
    }
    return document;
  }

  private static boolean isEmpty(Crosswalk crosswalk) {
    return crosswalk.mappings().isEmpty()
        && OscalLine.value(crosswalk.extras(), OscalExtras.SILENT).isEmpty();
  }

  /** The collection without mappings: the one that a crosswalk was read from, or a new one. */
  private static OscalObject collection(String title, List<Crosswalk> crosswalks, Instant now) {
    for (Crosswalk crosswalk : crosswalks) {
      Optional<OscalObject> kept = OscalLine.object(crosswalk.extras(), OscalExtras.COLLECTION);
      if (kept.isPresent()) {
        return kept.get();
      }
    }
    OscalObject metadata =
        new OscalObject()
            .set("title", title)
            .set("last-modified", time(now))
            .set("version", version(crosswalks))
            .set("oscal-version", OSCAL_VERSION);
    return new OscalObject()
        .set("uuid", "")
        .set("metadata", metadata)
        .set("provenance", provenance());
  }

  private static OscalObject provenance() {
    return new OscalObject()
        .set("method", "human")
        .set("matching-rationale", "semantic")
        .set("status", "complete")
        .set("mapping-description", "How the controls of the catalogues relate.");
  }

  /** Whether a collection without its mappings says nothing that would not be written again. */
  static boolean isOurs(OscalObject collection) {
    return collection.names().equals(Set.of("uuid", "metadata", "provenance"))
        && collection.object("provenance").equals(provenance())
        && collection
            .object("metadata")
            .names()
            .equals(Set.of("title", "last-modified", "version", "oscal-version"));
  }

  private static String version(List<Crosswalk> crosswalks) {
    @Nullable String version = crosswalks.getFirst().version();
    return version == null ? "1" : version;
  }

  private static String time(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static OscalObject mapping(OscalDocument document, Crosswalk crosswalk) {
    OscalObject written = head(crosswalk, Optional.of(document));
    OscalList maps = OscalMaps.of(document, written, crosswalk);
    if (OscalLine.value(crosswalk.extras(), OscalExtras.SILENT).orElse(null)
        instanceof OscalList silent) {
      silent.items().forEach(maps::add);
    }
    return written.set("maps", maps);
  }

  /** A mapping without its maps. */
  static OscalObject head(Crosswalk crosswalk, Optional<OscalDocument> document) {
    Optional<OscalObject> kept = OscalLine.object(crosswalk.extras(), OscalExtras.MAPPING);
    OscalObject head = kept.orElseGet(() -> newHead(crosswalk));
    if (kept.isPresent() && document.isPresent()) {
      resource(head, "source-resource", crosswalk.source(), document.get());
      resource(head, "target-resource", crosswalk.target(), document.get());
      head.list("props").items().removeIf(p -> p instanceof OscalObject o && isExtra(o));
      @Nullable String id = OscalExtras.id(head);
      if (id != null) {
        renew(head, "id", crosswalk.id(), id);
      }
      renew(head, "publisher", crosswalk.publisher(), head.property("publisher"));
      renew(head, "licence", crosswalk.licence(), head.property("licence"));
      String version = head.property("version");
      renew(
          head,
          "version",
          crosswalk.version(),
          version.isEmpty() ? document.get().metadata().text("version") : version);
      link(head, crosswalk.url());
    }
    OscalExtras.write(crosswalk.extras(), head);
    UnmappedControls.write(crosswalk, head);
    if (head.has("props") && head.list("props").items().isEmpty()) {
      head.remove("props");
    }
    return head;
  }

  private static boolean isExtra(OscalObject property) {
    return property.text("ns").equals(OscalExtras.NAMESPACE);
  }

  private static OscalObject newHead(Crosswalk crosswalk) {
    OscalObject head =
        new OscalObject()
            .set("uuid", ContentUuid.of("crosswalk " + crosswalk.id()).toString())
            .set("source-resource", resource(crosswalk.source()))
            .set("target-resource", resource(crosswalk.target()));
    property(head, "id", crosswalk.id());
    property(head, "publisher", crosswalk.publisher());
    property(head, "version", crosswalk.version());
    property(head, "licence", crosswalk.licence());
    link(head, crosswalk.url());
    return head;
  }

  /** Says another value than stood there; of the same nothing is changed. */
  private static void renew(
      OscalObject head, String name, @Nullable String wanted, String present) {
    if (present.equals(wanted == null ? "" : wanted)) {
      return;
    }
    head.list("props")
        .items()
        .removeIf(p -> p instanceof OscalObject property && property.text("name").equals(name));
    property(head, name, wanted);
  }

  private static void link(OscalObject head, @Nullable String url) {
    boolean isThere =
        head.objects("links").stream()
            .filter(link -> link.text("rel").equals("canonical"))
            .anyMatch(link -> link.text("href").equals(url));
    if (url != null && !isThere) {
      head.list("links").add(new OscalObject().set("href", url).set("rel", "canonical"));
    }
  }

  private static void resource(
      OscalObject head, String name, String catalogue, OscalDocument document) {
    OscalObject resource = head.object(name);
    if (!OscalMappings.catalogueOf(document, resource).equals(catalogue)) {
      resource.set("href", address(catalogue));
    }
  }

  private static OscalObject resource(String catalogue) {
    return new OscalObject().set("type", "catalog").set("href", address(catalogue));
  }

  private static String address(String catalogue) {
    try {
      return new URI(null, null, catalogue, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a name is always an address once it is quoted", e);
    }
  }

  static void property(OscalObject holder, String name, @Nullable String value) {
    if (value != null) {
      holder
          .list("props")
          .add(
              new OscalObject()
                  .set("name", name)
                  .set("ns", MappingMeaning.OURS)
                  .set("value", value));
    }
  }

  /**
   * Makes one mapping of a collection say what the crosswalk says. Maps whose rows are all still
   * there stay as they are, whatever else they hold; the others go, and what is new comes last.
   *
   * @param uuid of the mapping in the document
   * @return whether anything was changed
   * @throws IllegalArgumentException when the document has no mapping with that UUID
   */
  public static boolean update(
      OscalDocument document, String uuid, Crosswalk crosswalk, Instant now) {
    OscalObject mapping =
        document.root().objects("mappings").stream()
            .filter(candidate -> candidate.text("uuid").equalsIgnoreCase(uuid))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the document has no mapping " + uuid));
    List<Mapping> wanted = new ArrayList<>(crosswalk.mappings());
    List<OscalValue> kept = new ArrayList<>();
    Set<String> uuids = new LinkedHashSet<>();
    for (OscalObject map : mapping.objects("maps")) {
      List<Mapping> rows = OscalMappings.rowsOf(document, mapping, map);
      if (OscalMaps.takeAll(rows, wanted)) {
        kept.add(map);
        uuids.add(map.text("uuid"));
      }
    }
    boolean isChanged = !wanted.isEmpty() || kept.size() < mapping.objects("maps").size();
    wanted.forEach(row -> kept.add(OscalMaps.of(crosswalk.id(), row, uuids)));
    if (isChanged) {
      List<OscalValue> maps = mapping.list("maps").items();
      maps.clear();
      maps.addAll(kept);
      document.metadata().set("last-modified", time(now));
    }
    return isChanged;
  }
}
