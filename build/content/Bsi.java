import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** BSI's mapping of ISO/IEC 27001:2022 to Grundschutz++. */
final class Bsi {
  private final Sources sources;
  private final ContentWriter content;

  Bsi(Sources sources, ContentWriter content) {
    this.sources = sources;
    this.content = content;
  }

  /**
   * BSI relates a control to one requirement or to several together. What it says of several
   * together it says of no single one of them, so a pair of such a group is merely related.
   */
  void bsi() throws IOException {
    Map<?, ?> collection =
        (Map<?, ?>)
            sources.yaml("bsi/ISO27001-AnnexA-to-GSpp-mapping_collection.json").get("mapping-collection");
    Map<?, ?> metadata = (Map<?, ?>) collection.get("metadata");
    String version = Sources.text(metadata, "version");
    String licence =
        "CC BY-SA 4.0, Bundesamt für Sicherheit in der Informationstechnik (BSI); changed: ids"
            + " only, one pair a row";
    for (Map<?, ?> part : Sources.entries(collection, "mappings")) {
      String resource = Sources.text((Map<?, ?>) part.get("target-resource"), "href");
      boolean isMethod = resource.contains("Methodik");
      String target = isMethod ? "bsi-gspp-methodik" : "bsi-gspp-kernel";
      Map<String, Node> nodes = new TreeMap<>(Comparator.comparing(Sources::inOrder));
      List<Map<String, Object>> mappings = new ArrayList<>();
      for (Map<?, ?> map : Sources.entries(part, "maps")) {
        String relation = Sources.text(map, "relationship");
        List<String> targets = ids(map, "targets");
        targets.forEach(t -> nodes.putIfAbsent(t, Node.of(t, "")));
        for (String source : ids(map, "sources")) {
          for (String to : targets) {
            boolean isAlone = targets.size() == 1 && ids(map, "sources").size() == 1;
            String said =
                switch (relation) {
                  case "subset-of" -> "subset";
                  case "equivalent-to" -> "equal";
                  case "intersects-with" -> "intersects";
                  default -> throw new IllegalStateException(relation);
                };
            mappings.add(
                ContentWriter.mapping(
                    "A." + source, isAlone ? said : "related", to,
                    isAlone
                        ? null
                        : "BSI: " + relation + " " + String.join(", ", targets) + " together"));
          }
        }
      }
      content.catalogue(
          target,
          isMethod
              ? "BSI Methodik Grundschutz++ (ids of the mapping)"
              : "BSI Stand-der-Technik-Kernel (ids of the mapping)",
          version, "ids that BSI's mapping of ISO/IEC 27001:2022 names", licence,
          "bsi/", new ArrayList<>(nodes.values()));
      content.crosswalk(
          "crosswalks/bsi/iso27001-2022-" + target + ".yaml", "iso27001-2022-" + target,
          "iso27001-2022", target, "BSI, Stand-der-Technik-Bibliothek",
          "https://github.com/BSI-Bund/Stand-der-Technik-Bibliothek", version, licence, mappings);
    }
    content.copy(sources.file("bsi/LICENSE"), "crosswalks/bsi/LICENSE");
    content.copy(sources.file("bsi/LICENSE"), "catalogues/bsi/LICENSE");
  }

  private static List<String> ids(Map<?, ?> map, String key) {
    return Sources.entries(map, key).stream().map(e -> Sources.text(e, "id-ref")).toList();
  }
}
