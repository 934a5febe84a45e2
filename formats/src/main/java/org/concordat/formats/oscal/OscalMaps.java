package org.concordat.formats.oscal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.standards.ControlIds;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Mapping;
import org.concordat.core.standards.Statement;
import org.concordat.formats.extras.ExtraJson;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as maps. Rows that were read from a map become that map again as long as they still
 * say what it says; of a map that was changed, what is not about the relation stays.
 */
final class OscalMaps {
  /** What a map says about the relation, which the row now says. */
  private static final Set<String> OF_THE_RELATION =
      Set.of(
          "uuid",
          "ns",
          "relationship",
          "matching-rationale",
          "qualifiers",
          "sources",
          "targets",
          "remarks");

  private OscalMaps() {}

  /** The maps of a crosswalk, for a mapping of a document. */
  static OscalList of(OscalDocument document, OscalObject mapping, Crosswalk crosswalk) {
    OscalList maps = new OscalList();
    Set<String> uuids = new HashSet<>();
    List<Mapping> rows = crosswalk.mappings();
    int next = 0;
    while (next < rows.size()) {
      Mapping row = rows.get(next);
      int end = endOfMap(rows, next);
      Optional<OscalObject> kept = OscalLine.object(row.extras(), OscalExtras.MAP);
      if (kept.isPresent() && isWhole(document, mapping, kept.get(), rows.subList(next, end))) {
        maps.add(kept.get());
        next = end;
      } else {
        OscalObject map = of(crosswalk.id(), row, uuids);
        kept.ifPresent(before -> keep(before, map));
        maps.add(map);
        next++;
      }
    }
    return maps;
  }

  /** Where the rows end that were read from the same map as this one. */
  private static int endOfMap(List<Mapping> rows, int first) {
    String map = rows.get(first).extras().members().get(OscalExtras.MAP);
    int end = first + 1;
    while (map != null
        && end < rows.size()
        && map.equals(rows.get(end).extras().members().get(OscalExtras.MAP))) {
      end++;
    }
    return end;
  }

  /** Whether rows say just what a map says; how often they say it makes no difference. */
  private static boolean isWhole(
      OscalDocument document, OscalObject mapping, OscalObject map, List<Mapping> rows) {
    List<Mapping> said = OscalMappings.rowsOf(document, mapping, map);
    return !said.isEmpty() && areAmong(said, rows) && areAmong(rows, said);
  }

  private static boolean areAmong(List<Mapping> rows, List<Mapping> others) {
    return rows.stream()
        .allMatch(row -> others.stream().anyMatch(other -> OscalExtras.isSame(row, other)));
  }

  private static void keep(OscalObject before, OscalObject map) {
    for (String name : before.names()) {
      OscalValue value = before.get(name);
      if (value == null || OF_THE_RELATION.contains(name)) {
        continue;
      }
      if (name.equals("props")) {
        before.objects(name).stream()
            .filter(property -> !OscalExtras.isOurs(property))
            .forEach(map.list(name)::add);
      } else {
        map.set(name, value);
      }
    }
    keepItem(before, map, "sources");
    keepItem(before, map, "targets");
  }

  /** What is said of a control that is alone on its side stays with it. */
  private static void keepItem(OscalObject before, OscalObject map, String side) {
    List<OscalObject> items = before.objects(side);
    String id = map.objects(side).getFirst().text("id-ref");
    if (items.size() == 1 && ControlIds.same(items.getFirst().text("id-ref"), id)) {
      map.set(side, new OscalList().add(items.getFirst()));
    }
  }

  /** A map of its own for a row. */
  static OscalObject of(String crosswalk, Mapping mapping, Set<String> uuids) {
    String reckoned = uuid(crosswalk, mapping, uuids);
    String uuid =
        Optional.ofNullable(mapping.extras().members().get(OscalExtras.UUID))
            .flatMap(ExtraJson::text)
            .orElse(reckoned);
    OscalObject map = new OscalObject().set("uuid", uuid);
    @Nullable String word = MappingMeaning.word(mapping.statement()).orElse(null);
    if (word == null) {
      map.set("ns", MappingMeaning.OURS);
    }
    map.set("relationship", word == null ? Statement.RELATED.word() : word)
        .set("sources", item(mapping.source()))
        .set("targets", item(mapping.target()));
    if (mapping.strength() != null) {
      OscalMappingsWriter.property(map, "strength", Integer.toString(mapping.strength()));
    }
    if (mapping.because() != null) {
      map.set("remarks", mapping.because());
    }
    OscalExtras.write(mapping.extras(), map);
    return map;
  }

  private static OscalList item(String id) {
    return new OscalList().add(new OscalObject().set("type", "control").set("id-ref", id));
  }

  /**
   * The UUID of a row's map, which follows from what it says.
   *
   * @param taken those of the rows before, to which it is added
   */
  static String uuid(String crosswalk, Mapping mapping, Set<String> taken) {
    String content =
        String.join(
            "\n", crosswalk, mapping.source(), mapping.statement().word(), mapping.target());
    String uuid = ContentUuid.of(content).toString();
    for (int again = 2; !taken.add(uuid); again++) {
      uuid = ContentUuid.of(content + "\n" + again).toString();
    }
    return uuid;
  }

  /** Takes rows out of others, if all of them are there; returns whether they were. */
  static boolean takeAll(List<Mapping> rows, List<Mapping> others) {
    List<Mapping> left = new ArrayList<>(others);
    for (Mapping row : rows) {
      Optional<Mapping> found =
          left.stream().filter(other -> OscalExtras.isSame(row, other)).findFirst();
      if (found.isEmpty()) {
        return false;
      }
      left.remove(found.get());
    }
    others.clear();
    others.addAll(left);
    return true;
  }
}
