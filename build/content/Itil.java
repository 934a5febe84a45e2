import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** ITIL v3 in two editions, and ITIL 4. */
final class Itil {
  private final Sources sources;
  private final ContentWriter content;

  Itil(Sources sources, ContentWriter content) {
    this.sources = sources;
    this.content = content;
  }

  /**
   * The two editions of version 3. The edition of 2007 also has the sections that the topics name,
   * for it is its books that they are of.
   */
  void itil3() throws IOException {
    Map<String, Node> of2007 = new LinkedHashMap<>();
    List<Node> stages = itil3(2007, of2007);
    sections().values().stream()
        .sorted(Comparator.comparing(Itil::orderOf))
        .forEach(
            s -> {
              Node node = Node.of(s.id(), s.title());
              of2007.put(s.id(), node);
              of2007.get(above(s, of2007.keySet())).parts().add(node);
            });
    String licence = ContentWriter.FACTS + "; ITIL is a registered trade mark of PeopleCert";
    content.catalogue(
        "itil-v3", "ITIL v3 (2007)", "2007",
        "names of stages, processes and functions, and the sections of the books that the"
            + " cross-reference with ISO/IEC 27001:2005 names",
        licence, stages);
    Map<String, Node> of2011 = new LinkedHashMap<>();
    content.catalogue(
        "itil-2011", "ITIL v3, edition of 2011", "2011", "names of stages, processes and functions",
        licence, itil3(2011, of2011));
    List<Map<String, Object>> mappings = new ArrayList<>();
    for (Map<?, ?> entry : Sources.entries(sources.yaml("standards/itil-v3.yaml"), "processes")) {
      String id = Sources.text(entry, "id");
      if (of2007.containsKey(id) && of2011.containsKey(id)) {
        boolean isRenamed = entry.containsKey("title_2007");
        mappings.add(
            ContentWriter.mapping(
                id, "related", id,
                isRenamed
                    ? "kept in 2011 under another name, with a revised text"
                    : "kept in 2011, with a revised text"));
      }
    }
    content.crosswalk(
        "crosswalks/itil-v3-itil-2011.yaml", "itil-v3-itil-2011", "itil-v3", "itil-2011",
        "Concordat", "", "1", "facts", mappings);
  }

  List<Node> itil3(int edition, Map<String, Node> nodes) throws IOException {
    Map<?, ?> file = sources.yaml("standards/itil-v3.yaml");
    List<Node> stages = new ArrayList<>();
    for (Map<?, ?> entry : Sources.entries(file, "stages")) {
      Node stage = Node.of(Sources.text(entry, "id"), Sources.text(entry, "title"));
      nodes.put(stage.id(), stage);
      stages.add(stage);
    }
    for (Map<?, ?> entry : Sources.entries(file, "processes", "functions")) {
      if (entry.get("editions") instanceof List<?> editions && !editions.contains(edition)) {
        continue;
      }
      String then = "title_" + edition;
      Node node = Node.of(Sources.text(entry, "id"), Sources.text(entry, entry.containsKey(then) ? then : "title"));
      nodes.put(node.id(), node);
      nodes.get(Sources.text(entry, "stage")).parts().add(node);
    }
    return stages;
  }

  void itil4() throws IOException {
    Map<?, ?> file = sources.yaml("standards/itil-4.yaml");
    Map<String, Node> groups = new LinkedHashMap<>();
    for (Map<?, ?> entry : Sources.entries(file, "groups")) {
      groups.put(
          Sources.text(entry, "id"),
          Node.of(Sources.text(entry, "id"), Sources.text(entry, "title")).with("exhaustive", true));
    }
    for (Map<?, ?> entry : Sources.entries(file, "practices")) {
      Node node = Node.of(Sources.text(entry, "id"), Sources.text(entry, "title"));
      groups.get(Sources.text(entry, "group")).parts().add(node);
    }
    content.catalogue(
        "itil-4", "ITIL 4 management practices", "4", "names of groups and practices",
        ContentWriter.FACTS + "; ITIL is a registered trade mark of PeopleCert",
        new ArrayList<>(groups.values()));
  }

  /** A section of an ITIL v3 book, or one of the things that it lists. */
  record Section(String id, String title, String process) {}

  Map<String, String> processIds() throws IOException {
    Map<String, String> ids = new LinkedHashMap<>();
    for (Map<?, ?> p : Sources.entries(sources.yaml("standards/itil-v3.yaml"), "processes")) {
      ids.put(plain(Sources.text(p, "title")), Sources.text(p, "id"));
      if (p.containsKey("title_2007")) {
        ids.put(plain(Sources.text(p, "title_2007")), Sources.text(p, "id"));
      }
    }
    return ids;
  }

  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("&", "and");
  }

  private Map<String, Section> sections() throws IOException {
    Map<String, Section> sections = new LinkedHashMap<>();
    Map<String, String> processes = processIds();
    for (Map<?, ?> topic : Sources.entries(sources.yaml("crosswalk-itil-v3-iso27001-2005.yaml"), "topics")) {
      for (Map<?, ?> named : Sources.entries(topic, "itil")) {
        if (!Sources.text(named, "section").equals("*")) {
          Section section = section(named, processes);
          if (!section.id().equals(section.process())) {
            sections.put(section.id(), section);
          }
          if (section.id().contains("/") && !Sources.text(named, "title").startsWith("Stage ")) {
            String whole = section.id().substring(0, section.id().indexOf('/'));
            sections.put(whole, new Section(whole, Sources.text(named, "title"), section.process()));
          }
        }
      }
    }
    return sections;
  }

  /**
   * A section is known by its book and number. Where the table names a whole process (such as
   * "Service Design: 4.4 Availability Management") it is the process; where it names one thing of
   * a section, that thing. Stages 2 and 3 of service continuity both stand under 4.5.5.2 there.
   */
  static Section section(Map<?, ?> named, Map<String, String> processes) {
    String process = processes.get(plain(Sources.text(named, "process")));
    String number = Sources.text(named, "section");
    String title = Sources.text(named, "title");
    if (plain(title).equals(plain(Sources.text(named, "process")))) {
      return new Section(process, title, process);
    }
    String id = process.substring(0, 2) + "-" + number;
    if (named.containsKey("detail")) {
      String detail = Sources.text(named, "detail");
      boolean isStage = title.startsWith("Stage ");
      String slug = (isStage ? title : detail).toLowerCase(Locale.ROOT).replace(' ', '-');
      return new Section(id + "/" + slug, isStage ? title + ": " + detail : detail, process);
    }
    return new Section(id, title, process);
  }

  /** The section that this one is in, by its number, or else its process. */
  private static String above(Section section, Set<String> known) {
    String id = section.id();
    while (id.contains(".") || id.contains("/")) {
      id = id.substring(0, Math.max(id.lastIndexOf('/'), id.lastIndexOf('.')));
      if (known.contains(id)) {
        return id;
      }
    }
    return section.process();
  }

  private static String orderOf(Section section) {
    return Sources.inOrder(section.id());
  }
}
