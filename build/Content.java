import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Makes the catalogues and the publishers' crosswalks in {@code content/} of the data that they
 * were taken from.
 *
 * <p>Run with snakeyaml-engine and fastcsv on the class path: {@code java -cp ... build/Content.java
 * DATA content}. DATA is the folder with {@code standards}, {@code nist} and {@code bsi};
 * content/README.md says where each of its files comes from. The same data always gives the same
 * files. What people wrote for this project (the crosswalk of ISO/IEC 27001:2022 and ITIL 4) is not
 * touched.
 */
final class Content {
  private static final String FACTS = "facts (ids and short titles only)";
  private static final String ISO_SOURCE =
      "structure of the standard; ids and short titles only, no text of ISO";
  private static final String PUBLIC = "public domain (work of the United States government)";

  private final Path data;
  private final Path content;
  private final Map<String, Set<String>> idsOfCatalogues = new LinkedHashMap<>();

  private Content(Path data, Path content) {
    this.data = data;
    this.content = content;
  }

  public static void main(String[] args) throws IOException {
    Content content = new Content(Path.of(args[0]), Path.of(args[1]));
    content.iso("2005");
    content.iso("2013");
    content.iso("2022");
    content.itil3();
    content.itil4();
    content.csf20();
    content.csf11();
    content.sp80053();
    content.topics();
    content.csf11ToCsf20();
    content.related(
        "csf-2.0-sp800-53-r5", "csf-2.0", "sp800-53-r5", "nist/csf-2.0-to-sp800-53r5.csv",
        "csf20", "sp800_53r5", "NIST, CSF 2.0 concept crosswalk to SP 800-53 revision 5");
    content.related(
        "sp800-53-r5-iso27001-2022", "sp800-53-r5", "iso27001-2022",
        "nist/sp800-53r5-to-iso27001-2022.csv", "source", "target",
        "NIST, online informative reference 155");
    content.related(
        "csf-2.0-iso27001-2022", "csf-2.0", "iso27001-2022", "nist/csf-2.0-to-iso27001-2022.csv",
        "source", "target", "NIST, online informative references of CSF 2.0");
    content.bsi();
  }

  // --- catalogues -------------------------------------------------------------------------------

  /** A control while it is gathered: its keys in the order in which they are written. */
  private record Node(Map<String, Object> keys, List<Node> parts) {
    static Node of(String id, String title) {
      Map<String, Object> keys = new LinkedHashMap<>();
      keys.put("id", id);
      if (!title.isEmpty()) {
        keys.put("title", title);
      }
      return new Node(keys, new ArrayList<>());
    }

    String id() {
      return (String) keys.get("id");
    }

    Node with(String key, Object value) {
      keys.put(key, value);
      return this;
    }
  }

  /**
   * Clauses are headings above their sub-clauses, and domains and themes above theirs, with nothing
   * of their own: their parts are all of them. A control objective states an aim of its own, which
   * its controls serve; so its parts need not be all of it.
   */
  private void iso(String year) throws IOException {
    Map<?, ?> file = yaml("standards/iso27001-" + year + ".yaml");
    Map<String, Node> nodes = new LinkedHashMap<>();
    List<Node> roots = new ArrayList<>();
    for (Map<?, ?> entry : entries(file, "clauses", "annex_a")) {
      Node node = Node.of(text(entry, "id"), text(entry, "title"));
      nodes.put(node.id(), node);
      (entry.containsKey("parent") ? nodes.get(text(entry, "parent")).parts() : roots).add(node);
    }
    for (Map<?, ?> entry : entries(file, "clauses", "annex_a")) {
      Node node = nodes.get(text(entry, "id"));
      if (!node.parts().isEmpty() && !Objects.equals(entry.get("kind"), "objective")) {
        node.with("exhaustive", true);
      }
    }
    catalogue("iso27001-" + year, "ISO/IEC 27001:" + year, year, ISO_SOURCE, FACTS, roots);
  }

  /**
   * The two editions of version 3. The edition of 2007 also has the sections that the topics name,
   * for it is its books that they are of.
   */
  private void itil3() throws IOException {
    Map<String, Node> of2007 = new LinkedHashMap<>();
    List<Node> stages = itil3(2007, of2007);
    sections().values().stream()
        .sorted(Comparator.comparing(Content::orderOf))
        .forEach(
            s -> {
              Node node = Node.of(s.id(), s.title());
              of2007.put(s.id(), node);
              of2007.get(above(s, of2007.keySet())).parts().add(node);
            });
    String licence = FACTS + "; ITIL is a registered trade mark of PeopleCert";
    catalogue(
        "itil-v3", "ITIL v3 (2007)", "2007",
        "names of stages, processes and functions, and the sections of the books that the"
            + " cross-reference with ISO/IEC 27001:2005 names",
        licence, stages);
    Map<String, Node> of2011 = new LinkedHashMap<>();
    catalogue(
        "itil-2011", "ITIL v3, edition of 2011", "2011", "names of stages, processes and functions",
        licence, itil3(2011, of2011));
    List<Map<String, Object>> mappings = new ArrayList<>();
    for (Map<?, ?> entry : entries(yaml("standards/itil-v3.yaml"), "processes")) {
      String id = text(entry, "id");
      if (of2007.containsKey(id) && of2011.containsKey(id)) {
        boolean isRenamed = entry.containsKey("title_2007");
        mappings.add(
            mapping(
                id, "related", id,
                isRenamed
                    ? "kept in 2011 under another name, with a revised text"
                    : "kept in 2011, with a revised text"));
      }
    }
    crosswalk(
        "crosswalks/itil-v3-itil-2011.yaml", "itil-v3-itil-2011", "itil-v3", "itil-2011",
        "Concordat", "", "1", "facts", mappings);
  }

  private List<Node> itil3(int edition, Map<String, Node> nodes) throws IOException {
    Map<?, ?> file = yaml("standards/itil-v3.yaml");
    List<Node> stages = new ArrayList<>();
    for (Map<?, ?> entry : entries(file, "stages")) {
      Node stage = Node.of(text(entry, "id"), text(entry, "title"));
      nodes.put(stage.id(), stage);
      stages.add(stage);
    }
    for (Map<?, ?> entry : entries(file, "processes", "functions")) {
      if (entry.get("editions") instanceof List<?> editions && !editions.contains(edition)) {
        continue;
      }
      String then = "title_" + edition;
      Node node = Node.of(text(entry, "id"), text(entry, entry.containsKey(then) ? then : "title"));
      nodes.put(node.id(), node);
      nodes.get(text(entry, "stage")).parts().add(node);
    }
    return stages;
  }

  private void itil4() throws IOException {
    Map<?, ?> file = yaml("standards/itil-4.yaml");
    Map<String, Node> groups = new LinkedHashMap<>();
    for (Map<?, ?> entry : entries(file, "groups")) {
      groups.put(
          text(entry, "id"),
          Node.of(text(entry, "id"), text(entry, "title")).with("exhaustive", true));
    }
    for (Map<?, ?> entry : entries(file, "practices")) {
      Node node = Node.of(text(entry, "id"), text(entry, "title"));
      groups.get(text(entry, "group")).parts().add(node);
    }
    catalogue(
        "itil-4", "ITIL 4 management practices", "4", "names of groups and practices",
        FACTS + "; ITIL is a registered trade mark of PeopleCert",
        new ArrayList<>(groups.values()));
  }

  /**
   * The categories of a function comprise it, says CSF 2.0; its subcategories, it says, are not
   * all of a category. What was withdrawn demands nothing and is part of nothing.
   */
  private void csf20() throws IOException {
    Map<String, Node> nodes = new LinkedHashMap<>();
    List<Node> roots = new ArrayList<>();
    List<Node> withdrawn = new ArrayList<>();
    for (NamedCsvRecord row : csv("nist/csf-2.0-core.csv")) {
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
    catalogue(
        "csf-2.0", "NIST Cybersecurity Framework 2.0", "2.0",
        "NIST CSF 2.0 reference tool export", PUBLIC, roots);
  }

  /** What CSF 2.0 says of its predecessor: all ids that it names, titles where it has them. */
  private void csf11() throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    csv("nist/csf-2.0-to-csf-1.1.csv").forEach(r -> ids.add(r.getField("csf11")));
    csv("nist/csf-1.1-withdrawn-to-2.0.csv").forEach(r -> ids.add(inCsf11(r.getField("csf11"))));
    Map<String, String> titles = new LinkedHashMap<>();
    for (NamedCsvRecord row : csv("nist/csf-2.0-core.csv")) {
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
                .thenComparing(Content::inOrder))
        .forEach(
            id -> {
              Node node = Node.of(id, titles.getOrDefault(id, ""));
              nodes.put(id, node);
              List<String> ancestors = ancestorsInCsf11(id);
              (ancestors.isEmpty() ? roots : nodes.get(ancestors.getFirst()).parts()).add(node);
            });
    catalogue(
        "csf-1.1", "NIST Cybersecurity Framework 1.1 (ids)", "1.1",
        "what the NIST CSF 2.0 reference tool export says of 1.1; ids, and titles where it has"
            + " them", PUBLIC, roots);
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
   * Families with their controls and enhancements side by side: an enhancement adds to its base
   * control, so it is not a part of it, and who runs the one does not yet run the other.
   */
  private void sp80053() throws IOException {
    Map<?, ?> catalog =
        (Map<?, ?>) yaml("nist/oscal/NIST_SP-800-53_rev5_catalog-min.json").get("catalog");
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Node> families = new LinkedHashMap<>();
    for (Map<?, ?> group : entries(catalog, "groups")) {
      String id = text(group, "id").toUpperCase(Locale.ROOT);
      families.put(id, Node.of(id, text(group, "title")).with("exhaustive", true));
      entries(group, "controls").forEach(c -> new Statements(texts).read(c));
    }
    Map<String, List<String>> went = new LinkedHashMap<>();
    for (NamedCsvRecord row : csv("nist/sp800-53r5-withdrawn.csv")) {
      went.computeIfAbsent(row.getField("withdrawn"), _ -> new ArrayList<>())
          .add(row.getField("relation").replace('-', ' ') + " " + spelt(row.getField("target")));
    }
    List<Node> withdrawn = new ArrayList<>();
    for (NamedCsvRecord row : csv("nist/sp800-53r5-controls.csv")) {
      String id = row.getField("id");
      Node node = Node.of(id, row.getField("name"));
      if (row.getField("withdrawn").equals("yes")) {
        List<String> where = went.getOrDefault(id, List.of());
        node.with(
            "text",
            where.isEmpty() ? "Withdrawn." : "Withdrawn: " + String.join(", ", where) + ".");
        withdrawn.add(node.with("withdrawn", true));
      } else {
        node.with(
            "text", Objects.requireNonNull(texts.get(id), () -> "no text of control " + id));
        families.get(id.substring(0, 2)).parts().add(node);
      }
    }
    // Release 5.1.1 added it after the spreadsheet was made; NIST's crosswalk from CSF 2.0 names it.
    families.get("IA").parts().add(Node.of("IA-13", "Identity Providers and Authorization Servers"));
    List<Node> roots = new ArrayList<>(families.values());
    roots.addAll(withdrawn);
    catalogue(
        "sp800-53-r5", "NIST SP 800-53 revision 5", "5",
        "NIST control catalogue spreadsheet; texts of OSCAL catalogue 5.0.1", PUBLIC, roots);
  }

  /** {@code ac-2_smt.k} is a statement of {@code AC-2}; {@code ac-3.10} is {@code AC-3(10)}. */
  private static String spelt(String oscal) {
    String id = oscal.replaceFirst("_smt.*", "").toUpperCase(Locale.ROOT);
    return id.replaceFirst("\\.([0-9]+)$", "($1)");
  }

  /** What OSCAL says that a control demands, with its parameters as NIST prints them. */
  private record Statements(Map<String, String> texts) {
    private static final Pattern INSERT =
        Pattern.compile("\\{\\{ *insert: *param, *([^ }]+) *}}");

    void read(Map<?, ?> control) {
      Map<String, Map<?, ?>> parameters = new LinkedHashMap<>();
      entries(control, "params").forEach(p -> parameters.put(text(p, "id"), p));
      StringBuilder text = new StringBuilder();
      entries(control, "parts").stream()
          .filter(p -> text(p, "name").equals("statement"))
          .forEach(p -> write(p, parameters, text));
      texts.put(spelt(text(control, "id")), text.toString().strip().replaceAll(" {2,}", " "));
      entries(control, "controls").forEach(this::read);
    }

    private void write(Map<?, ?> part, Map<String, Map<?, ?>> parameters, StringBuilder text) {
      entries(part, "props").stream()
          .filter(p -> text(p, "name").equals("label"))
          .forEach(p -> text.append(text(p, "value")).append(' '));
      if (part.containsKey("prose")) {
        text.append(filled(text(part, "prose"), parameters)).append(' ');
      }
      entries(part, "parts").forEach(p -> write(p, parameters, text));
    }

    private static String filled(String prose, Map<String, Map<?, ?>> parameters) {
      return INSERT
          .matcher(prose)
          .replaceAll(
              m -> Matcher.quoteReplacement(shown(parameters.get(m.group(1)), parameters)));
    }

    private static String shown(Map<?, ?> parameter, Map<String, Map<?, ?>> parameters) {
      if (parameter.get("select") instanceof Map<?, ?> select) {
        String choices =
            ((List<?>) select.get("choice"))
                .stream()
                    .map(c -> filled((String) c, parameters))
                    .collect(Collectors.joining("; "));
        boolean many = Objects.equals(select.get("how-many"), "one-or-more");
        return "[Selection" + (many ? " (one or more)" : "") + ": " + choices + "]";
      }
      return "[Assignment: " + text(parameter, "label") + "]";
    }
  }

  // --- crosswalks -------------------------------------------------------------------------------

  /** A section of an ITIL v3 book, or one of the things that it lists. */
  private record Section(String id, String title, String process) {}

  private Map<String, String> processIds() throws IOException {
    Map<String, String> ids = new LinkedHashMap<>();
    for (Map<?, ?> p : entries(yaml("standards/itil-v3.yaml"), "processes")) {
      ids.put(plain(text(p, "title")), text(p, "id"));
      if (p.containsKey("title_2007")) {
        ids.put(plain(text(p, "title_2007")), text(p, "id"));
      }
    }
    return ids;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("&", "and");
  }

  private Map<String, Section> sections() throws IOException {
    Map<String, Section> sections = new LinkedHashMap<>();
    Map<String, String> processes = processIds();
    for (Map<?, ?> topic : entries(yaml("crosswalk-itil-v3-iso27001-2005.yaml"), "topics")) {
      for (Map<?, ?> named : entries(topic, "itil")) {
        if (!text(named, "section").equals("*")) {
          Section section = section(named, processes);
          if (!section.id().equals(section.process())) {
            sections.put(section.id(), section);
          }
          if (section.id().contains("/") && !text(named, "title").startsWith("Stage ")) {
            String whole = section.id().substring(0, section.id().indexOf('/'));
            sections.put(whole, new Section(whole, text(named, "title"), section.process()));
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
  private static Section section(Map<?, ?> named, Map<String, String> processes) {
    String process = processes.get(plain(text(named, "process")));
    String number = text(named, "section");
    String title = text(named, "title");
    if (plain(title).equals(plain(text(named, "process")))) {
      return new Section(process, title, process);
    }
    String id = process.substring(0, 2) + "-" + number;
    if (named.containsKey("detail")) {
      String detail = text(named, "detail");
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
    return inOrder(section.id());
  }

  /** Numbers in ids by their size, so that 4.5.10 comes after 4.5.9. */
  private static String inOrder(String id) {
    return Pattern.compile("[0-9]+")
        .matcher(id)
        .replaceAll(m -> "%04d".formatted(Integer.parseInt(m.group())));
  }

  private void topics() throws IOException {
    Map<?, ?> file = yaml("crosswalk-itil-v3-iso27001-2005.yaml");
    Map<String, String> processes = processIds();
    processes.put("demand management", "SS.DEM");
    processes.put("asset and configuration management", "ST.SACM");
    processes.put("request fulfillment management", "SO.RFU");
    entries(yaml("standards/itil-v3.yaml"), "stages")
        .forEach(s -> processes.put(plain(text(s, "title")), text(s, "id")));
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
    header(out, "topic-table", header);
    out.append("phases:  # of 4.3, 5.2.2 and 8 ours; the others the table's\n");
    for (Map<?, ?> clause : entries(file, "iso_clauses")) {
      Map<String, Object> phase = new LinkedHashMap<>();
      phase.put("catalogue", "iso27001-2005");
      phase.put("control", text(clause, "id"));
      phase.put("phase", text(clause, "pdca"));
      out.append("  - ").append(flow(phase)).append('\n');
    }
    out.append("groups:\n");
    List<String> groups = new ArrayList<>();
    for (Map<?, ?> group : entries(file, "groups")) {
      Map<String, Object> keys = new LinkedHashMap<>();
      keys.put("id", text(group, "id"));
      keys.put("title", text(group, "title"));
      keys.put("catalogue", "itil-v3");
      keys.put("control", processes.get(plain(text(group, "title"))));
      if (Objects.equals(group.get("iso"), "none")) {
        keys.put("counterpart", "none");
      }
      groups.add(text(group, "id"));
      out.append("  - ").append(flow(keys)).append('\n');
    }
    List<String> all =
        entries(yaml("standards/itil-v3.yaml"), "processes").stream()
            .filter(p -> ((List<?>) p.get("editions")).contains(2007))
            .map(p -> text(p, "id"))
            .toList();
    out.append("topics:\n");
    for (Map<?, ?> topic : entries(file, "topics")) {
      Map<String, Object> keys = new LinkedHashMap<>();
      String id = text(topic, "id");
      keys.put("id", id);
      keys.put("title", text(topic, "title"));
      keys.put(
          "group",
          groups.stream()
              .filter(g -> id.startsWith(g + "."))
              .max(Comparator.comparingInt(String::length))
              .orElseThrow());
      List<String> itil = new ArrayList<>();
      boolean isOfAll = false;
      for (Map<?, ?> named : entries(topic, "itil")) {
        if (text(named, "section").equals("*")) {
          isOfAll = true;
          itil.addAll(all);
        } else {
          itil.add(section(named, processIds()).id());
        }
      }
      if (isOfAll) {
        keys.put("of-all", List.of("itil-v3"));
      }
      Map<String, Object> sides = new LinkedHashMap<>();
      sides.put("itil-v3", itil);
      sides.put("iso27001-2005", topic.get("iso"));
      keys.put("names", sides);
      out.append("  - ").append(flow(keys)).append('\n');
    }
    write("crosswalks/itil-v3-iso27001-2005.yaml", out);
  }

  /**
   * NIST moved, merged and reworded what it took over, so all that is certain of each pair is that
   * it has something in common.
   */
  private void csf11ToCsf20() throws IOException {
    Map<List<String>, Set<String>> pairs = new LinkedHashMap<>();
    for (NamedCsvRecord row : csv("nist/csf-1.1-withdrawn-to-2.0.csv")) {
      pairs
          .computeIfAbsent(
              List.of(inCsf11(row.getField("csf11")), row.getField("csf20")),
              _ -> new LinkedHashSet<>())
          .add("NIST: " + row.getField("relation").replace('-', ' ') + " it");
    }
    for (NamedCsvRecord row : csv("nist/csf-2.0-to-csf-1.1.csv")) {
      pairs
          .computeIfAbsent(
              List.of(row.getField("csf11"), row.getField("csf20")), _ -> new LinkedHashSet<>())
          .add("NIST: named by CSF 2.0 as its reference in 1.1");
    }
    List<Map<String, Object>> mappings = new ArrayList<>();
    pairs.forEach(
        (pair, why) ->
            mappings.add(
                mapping(pair.getFirst(), "related", pair.getLast(), String.join("; ", why))));
    mappings.sort(Comparator.comparing(m -> inOrder(m.get("source") + " " + m.get("target"))));
    crosswalk(
        "crosswalks/csf-1.1-csf-2.0.yaml", "csf-1.1-csf-2.0", "csf-1.1", "csf-2.0",
        "NIST CSF 2.0 reference tool", "https://www.nist.gov/cyberframework",
        "2.0", PUBLIC, mappings);
  }

  /** Pairs whose kind NIST does not state. */
  private void related(
      String id, String source, String target, String file, String from, String to,
      String publisher)
      throws IOException {
    Set<List<String>> pairs = new LinkedHashSet<>();
    for (NamedCsvRecord row : csv(file)) {
      pairs.add(List.of(known(source, row.getField(from)), known(target, row.getField(to))));
    }
    List<Map<String, Object>> mappings = new ArrayList<>();
    pairs.forEach(p -> mappings.add(mapping(p.getFirst(), "related", p.getLast(), null)));
    crosswalk(
        "crosswalks/" + id + ".yaml", id, source, target, publisher,
        "https://csrc.nist.gov/projects/olir", "2024", PUBLIC, mappings);
  }

  /** The id as its catalogue spells it: NIST's tables write {@code AC-02} for {@code AC-2}. */
  private String known(String catalogue, String id) {
    Set<String> ids = idsOfCatalogues.get(catalogue);
    String bare = id.replaceAll("([-(])0+", "$1").replace(" ", "");
    return Stream.of(id, bare)
        .filter(ids::contains)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(catalogue + " has no control " + id));
  }

  /**
   * BSI relates a control to one requirement or to several together. What it says of several
   * together it says of no single one of them, so a pair of such a group is merely related.
   */
  private void bsi() throws IOException {
    Map<?, ?> collection =
        (Map<?, ?>)
            yaml("bsi/ISO27001-AnnexA-to-GSpp-mapping_collection.json").get("mapping-collection");
    Map<?, ?> metadata = (Map<?, ?>) collection.get("metadata");
    String version = text(metadata, "version");
    String licence =
        "CC BY-SA 4.0, Bundesamt für Sicherheit in der Informationstechnik (BSI); changed: ids"
            + " only, one pair a row";
    for (Map<?, ?> part : entries(collection, "mappings")) {
      String resource = text((Map<?, ?>) part.get("target-resource"), "href");
      boolean isMethod = resource.contains("Methodik");
      String target = isMethod ? "bsi-gspp-methodik" : "bsi-gspp-kernel";
      Map<String, Node> nodes = new TreeMap<>(Comparator.comparing(Content::inOrder));
      List<Map<String, Object>> mappings = new ArrayList<>();
      for (Map<?, ?> map : entries(part, "maps")) {
        String relation = text(map, "relationship");
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
                mapping(
                    "A." + source, isAlone ? said : "related", to,
                    isAlone
                        ? null
                        : "BSI: " + relation + " " + String.join(", ", targets) + " together"));
          }
        }
      }
      catalogue(
          target,
          isMethod
              ? "BSI Methodik Grundschutz++ (ids of the mapping)"
              : "BSI Stand-der-Technik-Kernel (ids of the mapping)",
          version, "ids that BSI's mapping of ISO/IEC 27001:2022 names", licence,
          "bsi/", new ArrayList<>(nodes.values()));
      crosswalk(
          "crosswalks/bsi/iso27001-2022-" + target + ".yaml", "iso27001-2022-" + target,
          "iso27001-2022", target, "BSI, Stand-der-Technik-Bibliothek",
          "https://github.com/BSI-Bund/Stand-der-Technik-Bibliothek", version, licence, mappings);
    }
    Files.copy(
        data.resolve("bsi/LICENSE"), content.resolve("crosswalks/bsi/LICENSE"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.copy(
        data.resolve("bsi/LICENSE"), content.resolve("catalogues/bsi/LICENSE"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<String> ids(Map<?, ?> map, String key) {
    return entries(map, key).stream().map(e -> text(e, "id-ref")).toList();
  }

  // --- reading ----------------------------------------------------------------------------------

  private Map<?, ?> yaml(String file) throws IOException {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(100_000_000).build();
    return (Map<?, ?>) new Load(settings).loadFromString(Files.readString(data.resolve(file)));
  }

  private List<NamedCsvRecord> csv(String file) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(data.resolve(file))) {
      return rows.stream().toList();
    }
  }

  private static List<Map<?, ?>> entries(Map<?, ?> map, String... keys) {
    List<Map<?, ?>> entries = new ArrayList<>();
    for (String key : keys) {
      if (map.get(key) instanceof List<?> list) {
        list.forEach(e -> entries.add((Map<?, ?>) e));
      }
    }
    return entries;
  }

  private static String text(Map<?, ?> map, String key) {
    return Objects.requireNonNull(map.get(key), () -> key + " of " + map).toString();
  }

  // --- writing ----------------------------------------------------------------------------------

  private static Map<String, Object> mapping(
      String source, String relation, String target, String because) {
    Map<String, Object> mapping = new LinkedHashMap<>();
    mapping.put("source", source);
    mapping.put("relation", relation);
    mapping.put("target", target);
    if (because != null) {
      mapping.put("because", because);
    }
    return mapping;
  }

  private void catalogue(
      String id, String title, String version, String source, String licence, List<Node> roots)
      throws IOException {
    catalogue(id, title, version, source, licence, "", roots);
  }

  private void catalogue(
      String id, String title, String version, String source, String licence, String folder,
      List<Node> roots)
      throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    StringBuilder out = new StringBuilder();
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("id", id);
    header.put("title", title);
    header.put("version", version);
    header.put("source", source);
    header.put("licence", licence);
    header(out, "catalogue", header);
    out.append("controls:\n");
    roots.forEach(r -> write(r, "  ", out, ids));
    idsOfCatalogues.put(id, ids);
    write("catalogues/" + folder + id + ".yaml", out);
  }

  private static void write(Node node, String indent, StringBuilder out, Set<String> ids) {
    if (!ids.add(node.id())) {
      throw new IllegalStateException("twice: " + node.id());
    }
    if (node.parts().isEmpty()) {
      out.append(indent).append("- ").append(flow(node.keys())).append('\n');
      return;
    }
    String dash = "- ";
    for (Map.Entry<String, Object> key : node.keys().entrySet()) {
      out.append(indent).append(dash).append(key.getKey()).append(": ");
      out.append(scalar(key.getValue())).append('\n');
      dash = "  ";
    }
    out.append(indent).append("  parts:\n");
    node.parts().forEach(p -> write(p, indent + "    ", out, ids));
  }

  private void crosswalk(
      String file, String id, String source, String target, String publisher, String url,
      String version, String licence, List<Map<String, Object>> mappings)
      throws IOException {
    for (Map<String, Object> mapping : mappings) {
      for (Map.Entry<String, String> end : Map.of("source", source, "target", target).entrySet()) {
        if (!idsOfCatalogues.get(end.getValue()).contains(mapping.get(end.getKey()))) {
          throw new IllegalStateException(end.getValue() + " has no " + mapping.get(end.getKey()));
        }
      }
    }
    StringBuilder out = new StringBuilder();
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("id", id);
    header.put("source", source);
    header.put("target", target);
    header.put("publisher", publisher);
    if (!url.isEmpty()) {
      header.put("url", url);
    }
    header.put("version", version);
    header.put("licence", licence);
    header(out, "crosswalk", header);
    out.append("mappings:\n");
    mappings.forEach(m -> out.append("  - ").append(flow(m)).append('\n'));
    write(file, out);
  }

  private static void header(StringBuilder out, String name, Map<String, Object> keys) {
    out.append(name).append(":\n");
    keys.forEach(
        (key, value) -> out.append("  ").append(key).append(": ").append(scalar(value)).append('\n'));
  }

  private static String flow(Map<String, Object> keys) {
    return keys.entrySet().stream()
        .map(e -> e.getKey() + ": " + scalar(e.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String scalar(Object value) {
    return switch (value) {
      case List<?> list ->
          list.stream().map(Content::scalar).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> map -> flow(mapOf(map));
      case String text ->
          text.matches("related|subset|superset|equal|intersects|none|plan|do|check|act")
              ? text
              : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
      default -> value.toString();
    };
  }

  private static Map<String, Object> mapOf(Map<?, ?> map) {
    return map.entrySet().stream()
        .collect(
            Collectors.toMap(
                e -> (String) e.getKey(), Map.Entry::getValue, (a, _) -> a, LinkedHashMap::new));
  }

  private void write(String file, CharSequence text) throws IOException {
    Path target = content.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
  }
}
