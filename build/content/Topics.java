import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The cross-reference of ITIL v3 and ISO/IEC 27001:2005 by topics. */
final class Topics {
  private final Sources sources;
  private final ContentWriter content;
  private final Itil itil;

  Topics(Sources sources, ContentWriter content, Itil itil) {
    this.sources = sources;
    this.content = content;
    this.itil = itil;
  }

  void topics() throws IOException {
    Map<?, ?> file = sources.yaml("crosswalk-itil-v3-iso27001-2005.yaml");
    Map<String, String> processes = itil.processIds();
    processes.put("demand management", "SS.DEM");
    processes.put("asset and configuration management", "ST.SACM");
    processes.put("request fulfillment management", "SO.RFU");
    Sources.entries(sources.yaml("standards/itil-v3.yaml"), "stages")
        .forEach(s -> processes.put(Itil.plain(Sources.text(s, "title")), Sources.text(s, "id")));
    StringBuilder out = new StringBuilder();
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("id", "itil-v3-iso27001-2005");
    header.put("title", "Information security management topics in ITIL v3 and ISO/IEC 27001:2005");
    header.put("catalogues", List.of("itil-v3", "iso27001-2005"));
    header.put(
        "publisher",
        "R. Sheikhpour, N. Modiri: A best practice approach for integration of ITIL and ISO/IEC"
            + " 27001 services for information security management, table 1, after K. V. Warre"
            + " (SANS Institute, 2010)");
    header.put("version", "2012");
    header.put("licence", "facts (ids and short titles only)");
    ContentWriter.header(out, "topic-table", header);
    out.append("phases:  # of 4.3, 5.2.2 and 8 ours; the others the table's\n");
    for (Map<?, ?> clause : Sources.entries(file, "iso_clauses")) {
      Map<String, Object> phase = new LinkedHashMap<>();
      phase.put("catalogue", "iso27001-2005");
      phase.put("control", Sources.text(clause, "id"));
      phase.put("phase", Sources.text(clause, "pdca"));
      out.append("  - ").append(ContentWriter.flow(phase)).append('\n');
    }
    out.append("groups:\n");
    List<String> groups = new ArrayList<>();
    for (Map<?, ?> group : Sources.entries(file, "groups")) {
      Map<String, Object> keys = new LinkedHashMap<>();
      keys.put("id", Sources.text(group, "id"));
      keys.put("title", Sources.text(group, "title"));
      keys.put("catalogue", "itil-v3");
      keys.put("control", processes.get(Itil.plain(Sources.text(group, "title"))));
      if (Objects.equals(group.get("iso"), "none")) {
        keys.put("counterpart", "none");
      }
      groups.add(Sources.text(group, "id"));
      out.append("  - ").append(ContentWriter.flow(keys)).append('\n');
    }
    List<String> all =
        Sources.entries(sources.yaml("standards/itil-v3.yaml"), "processes").stream()
            .filter(p -> ((List<?>) p.get("editions")).contains(2007))
            .map(p -> Sources.text(p, "id"))
            .toList();
    out.append("topics:\n");
    for (Map<?, ?> topic : Sources.entries(file, "topics")) {
      Map<String, Object> keys = new LinkedHashMap<>();
      String id = Sources.text(topic, "id");
      keys.put("id", id);
      keys.put("title", Sources.text(topic, "title"));
      keys.put(
          "group",
          groups.stream()
              .filter(g -> id.startsWith(g + "."))
              .max(Comparator.comparingInt(String::length))
              .orElseThrow());
      List<String> sections = new ArrayList<>();
      boolean isOfAll = false;
      for (Map<?, ?> named : Sources.entries(topic, "itil")) {
        if (Sources.text(named, "section").equals("*")) {
          isOfAll = true;
          sections.addAll(all);
        } else {
          sections.add(Itil.section(named, itil.processIds()).id());
        }
      }
      if (isOfAll) {
        keys.put("of-all", List.of("itil-v3"));
      }
      Map<String, Object> sides = new LinkedHashMap<>();
      sides.put("itil-v3", sections);
      sides.put("iso27001-2005", topic.get("iso"));
      keys.put("names", sides);
      out.append("  - ").append(ContentWriter.flow(keys)).append('\n');
    }
    content.write("crosswalks/itil-v3-iso27001-2005.yaml", out);
  }
}
