package org.concordat.formats.oscal;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
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
    if (crosswalks.isEmpty() || crosswalks.stream().anyMatch(c -> c.mappings().isEmpty())) {
      throw new IllegalArgumentException("OSCAL has no mapping collection without a mapping");
    }
    OscalList mappings = new OscalList();
    crosswalks.forEach(crosswalk -> mappings.add(mapping(crosswalk)));
    OscalObject metadata =
        new OscalObject()
            .set("title", title)
            .set("last-modified", time(now))
            .set("version", version(crosswalks))
            .set("oscal-version", OSCAL_VERSION);
    OscalObject provenance =
        new OscalObject()
            .set("method", "human")
            .set("matching-rationale", "semantic")
            .set("status", "complete")
            .set("mapping-description", "How the controls of the catalogues relate.");
    OscalDocument document =
        OscalDocument.of(
            OscalKind.MAPPING_COLLECTION,
            new OscalObject()
                .set("uuid", "")
                .set("metadata", metadata)
                .set("provenance", provenance)
                .set("mappings", mappings));
    document.root().set("uuid", ContentUuid.of(document).toString());
    return document;
  }

  private static String version(List<Crosswalk> crosswalks) {
    @Nullable String version = crosswalks.getFirst().version();
    return version == null ? "1" : version;
  }

  private static String time(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static OscalObject mapping(Crosswalk crosswalk) {
    OscalList maps = new OscalList();
    Set<String> uuids = new LinkedHashSet<>();
    crosswalk.mappings().forEach(mapping -> maps.add(map(crosswalk, mapping, uuids)));
    OscalObject written =
        new OscalObject()
            .set("uuid", ContentUuid.of("crosswalk " + crosswalk.id()).toString())
            .set("source-resource", resource(crosswalk.source()))
            .set("target-resource", resource(crosswalk.target()))
            .set("maps", maps);
    property(written, "id", crosswalk.id());
    property(written, "publisher", crosswalk.publisher());
    property(written, "version", crosswalk.version());
    property(written, "licence", crosswalk.licence());
    if (crosswalk.url() != null) {
      written
          .list("links")
          .add(new OscalObject().set("href", crosswalk.url()).set("rel", "canonical"));
    }
    return written;
  }

  private static OscalObject resource(String catalogue) {
    try {
      String href = new URI(null, null, catalogue, null).toASCIIString();
      return new OscalObject().set("type", "catalog").set("href", href);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a name is always an address once it is quoted", e);
    }
  }

  private static void property(OscalObject holder, String name, @Nullable String value) {
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

  private static OscalObject map(Crosswalk crosswalk, Mapping mapping, Set<String> uuids) {
    String content =
        String.join(
            "\n", crosswalk.id(), mapping.source(), mapping.statement().word(), mapping.target());
    String uuid = ContentUuid.of(content).toString();
    for (int again = 2; !uuids.add(uuid); again++) {
      uuid = ContentUuid.of(content + "\n" + again).toString();
    }
    OscalObject map = new OscalObject().set("uuid", uuid);
    String word = MappingMeaning.word(mapping.statement()).orElse(null);
    if (word == null) {
      map.set("ns", MappingMeaning.OURS);
    }
    map.set("relationship", word == null ? Statement.RELATED.word() : word)
        .set("sources", item(mapping.source()))
        .set("targets", item(mapping.target()));
    if (mapping.strength() != null) {
      property(map, "strength", Integer.toString(mapping.strength()));
    }
    if (mapping.because() != null) {
      map.set("remarks", mapping.because());
    }
    return map;
  }

  private static OscalList item(String id) {
    return new OscalList().add(new OscalObject().set("type", "control").set("id-ref", id));
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
      if (wanted.containsAll(rows)) {
        rows.forEach(wanted::remove);
        kept.add(map);
        uuids.add(map.text("uuid"));
      }
    }
    boolean isChanged = !wanted.isEmpty() || kept.size() < mapping.objects("maps").size();
    wanted.forEach(row -> kept.add(map(crosswalk, row, uuids)));
    if (isChanged) {
      List<OscalValue> maps = mapping.list("maps").items();
      maps.clear();
      maps.addAll(kept);
      document.metadata().set("last-modified", time(now));
    }
    return isChanged;
  }
}
