package org.concordat.formats.oscal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.concordat.core.standards.ControlIds;
import org.concordat.core.standards.Extras;
import org.concordat.core.standards.Mapping;
import org.concordat.formats.extras.ExtraJson;
import org.jspecify.annotations.Nullable;

/**
 * What crosswalks and mapping collections hold that the other has no place for.
 *
 * <p>A crosswalk keeps of a collection what it does not understand as extras whose names begin with
 * {@code oscal:}; written as OSCAL again they are in their places. Of other files' extras each is a
 * property in the namespace {@value #NAMESPACE}: under its own name where that is a token, else
 * named {@value #ANY}, with an object in JSON as its value.
 */
final class OscalExtras {
  /** The namespace of the properties that are extras of other files. */
  static final String NAMESPACE = MappingMeaning.OURS + ":extra";

  /** The collection without its mappings. */
  static final String COLLECTION = "oscal:collection";

  /** A mapping without its maps. */
  static final String MAPPING = "oscal:mapping";

  /** The maps of which nothing is read. */
  static final String SILENT = "oscal:silent-maps";

  /** The map that a row was read from, where it says more than the row. */
  static final String MAP = "oscal:map";

  /** The UUID of the map that a row was read from, where the map says just what the row does. */
  static final String UUID = "oscal:uuid";

  private static final String OSCAL = "oscal:";
  private static final String ANY = "extra";

  /** What OSCAL lets properties be named. */
  private static final Pattern TOKEN = Pattern.compile("(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*");

  /** What OSCAL lets values of properties be, and what does not look like an object in JSON. */
  private static final Pattern PLAIN = Pattern.compile("[^\\s{\\[](.*\\S)?");

  private OscalExtras() {}

  /** What else a map says of its rows. */
  static Extras of(OscalObject map) {
    Map<String, String> members = new LinkedHashMap<>();
    properties(map, members);
    if (!isPlain(map)) {
      members.put(MAP, OscalLine.of(map));
    }
    return new Extras(members);
  }

  /** The same, and the UUID of the map unless it can be reckoned. */
  static Mapping withUuid(Mapping row, OscalObject map, String reckoned) {
    String uuid = map.text("uuid");
    if (row.extras().members().containsKey(MAP) || uuid.isEmpty() || uuid.equals(reckoned)) {
      return row;
    }
    Map<String, String> members = new LinkedHashMap<>(row.extras().members());
    members.put(UUID, ExtraJson.ofText(uuid));
    return row.with(new Extras(members));
  }

  /** Reads the properties that are extras of other files. */
  static void properties(OscalObject holder, Map<String, String> members) {
    for (OscalObject property : holder.objects("props")) {
      if (!property.text("ns").equals(NAMESPACE)) {
        continue;
      }
      String value = property.text("value");
      if (property.text("name").equals(ANY)) {
        try {
          members.putAll(ExtraJson.extras(value).members());
        } catch (IllegalArgumentException _) {
          members.put(ANY, ExtraJson.ofText(value));
        }
      } else {
        members.put(property.text("name"), ExtraJson.ofText(value));
      }
    }
  }

  /** Writes what is of other files as properties. */
  static void write(Extras extras, OscalObject holder) {
    extras
        .members()
        .forEach(
            (name, json) -> {
              if (!name.startsWith(OSCAL)) {
                holder.list("props").add(property(name, json));
              }
            });
  }

  private static OscalObject property(String name, String json) {
    Optional<String> text = ExtraJson.text(json);
    boolean isPlain =
        text.isPresent()
            && PLAIN.matcher(text.get()).matches()
            && TOKEN.matcher(name).matches()
            && !name.equals(ANY);
    return new OscalObject()
        .set("name", isPlain ? name : ANY)
        .set("ns", NAMESPACE)
        .set("value", isPlain ? text.get() : ExtraJson.of(new Extras(Map.of(name, json))));
  }

  /** Whether a map says no more than its row. */
  private static boolean isPlain(OscalObject map) {
    for (String name : map.names()) {
      boolean isPlain =
          switch (name) {
            case "uuid", "relationship" -> true;
            case "remarks" ->
                map.get(name) instanceof OscalScalar text && text.text().equals(map.text(name));
            case "ns" -> map.text("ns").equals(MappingMeaning.OURS);
            case "sources", "targets" -> isOneControl(map.objects(name));
            case "props" -> map.objects("props").stream().allMatch(OscalExtras::isOurs);
            default -> false;
          };
      if (!isPlain) {
        return false;
      }
    }
    String word = map.text("relationship");
    return MappingMeaning.of(word, map.text("ns"))
        .map(said -> MappingMeaning.word(said).orElse(said.word()).equals(word))
        .orElse(false);
  }

  private static boolean isOneControl(List<OscalObject> items) {
    return items.size() == 1
        && items.getFirst().names().size() == 2
        && items.getFirst().text("type").equals("control")
        && items.getFirst().has("id-ref");
  }

  /** What a mapping was called when it was written by us, or null. */
  static @Nullable String id(OscalObject mapping) {
    return mapping.objects("props").stream()
        .filter(property -> property.text("ns").equals(MappingMeaning.OURS))
        .filter(property -> property.text("name").equals("id"))
        .map(property -> property.text("value"))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** Whether a property is written by us whenever there is something to say with it. */
  static boolean isOurs(OscalObject property) {
    return property.text("ns").equals(NAMESPACE) || property.text("ns").equals(MappingMeaning.OURS);
  }

  /** Whether two rows say the same of the same controls. */
  static boolean isSame(Mapping one, Mapping other) {
    return one.statement() == other.statement()
        && ControlIds.same(one.source(), other.source())
        && ControlIds.same(one.target(), other.target())
        && Objects.equals(one.strength(), other.strength())
        && Objects.equals(one.because(), other.because());
  }
}
