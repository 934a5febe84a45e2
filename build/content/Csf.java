import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** NIST's Cybersecurity Framework, and how 1.1 became 2.0. */
final class Csf {
  private final Sources sources;
  private final ContentWriter content;

  Csf(Sources sources, ContentWriter content) {
    this.sources = sources;
    this.content = content;
  }

  /**
   * The categories of a function comprise it, says CSF 2.0; its subcategories, it says, are not
   * all of a category. What was withdrawn demands nothing and is part of nothing.
   */
  void csf20() throws IOException {
    Map<String, Node> nodes = new LinkedHashMap<>();
    List<Node> roots = new ArrayList<>();
    List<Node> withdrawn = new ArrayList<>();
    for (NamedCsvRecord row : sources.csv("nist/csf-2.0-core.csv")) {
      Node node = Node.of(row.getField("id"), row.getField("title"));
      node.with("text", row.getField("text"));
      if (row.getField("status").equals("withdrawn")) {
        withdrawn.add(node.with("withdrawn", true));
        continue;
      }
      if (row.getField("kind").equals("function")) {
        node.with("exhaustive", true);
      }
      nodes.put(node.id(), node);
      String parent = row.getField("parent");
      (parent.isEmpty() ? roots : nodes.get(parent).parts()).add(node);
    }
    roots.addAll(withdrawn);
    content.catalogue(
        "csf-2.0", "NIST Cybersecurity Framework 2.0", "2.0",
        "NIST CSF 2.0 reference tool export", ContentWriter.PUBLIC, roots);
  }

  /** What CSF 2.0 says of its predecessor: all ids that it names, titles where it has them. */
  void csf11() throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    sources.csv("nist/csf-2.0-to-csf-1.1.csv").forEach(r -> ids.add(r.getField("csf11")));
    sources.csv("nist/csf-1.1-withdrawn-to-2.0.csv").forEach(r -> ids.add(inCsf11(r.getField("csf11"))));
    Map<String, String> titles = new LinkedHashMap<>();
    for (NamedCsvRecord row : sources.csv("nist/csf-2.0-core.csv")) {
      boolean wasThen = row.getField("status").equals("withdrawn");
      if (wasThen) {
        ids.add(inCsf11(row.getField("id")));
      }
      if (wasThen || row.getField("kind").equals("function")) {
        titles.put(row.getField("id"), row.getField("title"));
      }
    }
    Set<String> all = new LinkedHashSet<>(ids);
    ids.forEach(id -> all.addAll(ancestorsInCsf11(id)));
    Map<String, Node> nodes = new LinkedHashMap<>();
    List<Node> roots = new ArrayList<>();
    List<String> functions = List.of("ID", "PR", "DE", "RS", "RC");
    all.stream()
        .sorted(
            Comparator.comparingInt((String id) -> functions.indexOf(id.substring(0, 2)))
                .thenComparing(Sources::inOrder))
        .forEach(
            id -> {
              Node node = Node.of(id, titles.getOrDefault(id, ""));
              nodes.put(id, node);
              List<String> ancestors = ancestorsInCsf11(id);
              (ancestors.isEmpty() ? roots : nodes.get(ancestors.getFirst()).parts()).add(node);
            });
    content.catalogue(
        "csf-1.1", "NIST Cybersecurity Framework 1.1 (ids)", "1.1",
        "what the NIST CSF 2.0 reference tool export says of 1.1; ids, and titles where it has"
            + " them", ContentWriter.PUBLIC, roots);
  }

  private static String inCsf11(String id) {
    return id.replaceFirst("-0", "-");
  }

  /** The category and the function of a subcategory, nearest first. */
  private static List<String> ancestorsInCsf11(String id) {
    List<String> ancestors = new ArrayList<>();
    if (id.contains("-")) {
      ancestors.add(id.substring(0, id.indexOf('-')));
    }
    if (id.contains(".")) {
      ancestors.add(id.substring(0, id.indexOf('.')));
    }
    return ancestors;
  }

  /**
   * NIST moved, merged and reworded what it took over, so all that is certain of each pair is that
   * it has something in common.
   */
  void csf11ToCsf20() throws IOException {
    Map<List<String>, Set<String>> pairs = new LinkedHashMap<>();
    for (NamedCsvRecord row : sources.csv("nist/csf-1.1-withdrawn-to-2.0.csv")) {
      pairs
          .computeIfAbsent(
              List.of(inCsf11(row.getField("csf11")), row.getField("csf20")),
              _ -> new LinkedHashSet<>())
          .add("NIST: " + row.getField("relation").replace('-', ' ') + " it");
    }
    for (NamedCsvRecord row : sources.csv("nist/csf-2.0-to-csf-1.1.csv")) {
      pairs
          .computeIfAbsent(
              List.of(row.getField("csf11"), row.getField("csf20")), _ -> new LinkedHashSet<>())
          .add("NIST: named by CSF 2.0 as its reference in 1.1");
    }
    List<Map<String, Object>> mappings = new ArrayList<>();
    pairs.forEach(
        (pair, why) ->
            mappings.add(
                ContentWriter.mapping(pair.getFirst(), "related", pair.getLast(), String.join("; ", why))));
    mappings.sort(Comparator.comparing(m -> Sources.inOrder(m.get("source") + " " + m.get("target"))));
    content.crosswalk(
        "crosswalks/csf-1.1-csf-2.0.yaml", "csf-1.1-csf-2.0", "csf-1.1", "csf-2.0",
        "NIST CSF 2.0 reference tool", "https://www.nist.gov/cyberframework",
        "2.0", ContentWriter.PUBLIC, mappings);
  }
}
