import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** NIST SP 800-53 revision 5 with its texts. */
final class Sp80053 {
  private final Sources sources;
  private final ContentWriter content;

  Sp80053(Sources sources, ContentWriter content) {
    this.sources = sources;
    this.content = content;
  }

  /**
   * Families with their controls and enhancements side by side: an enhancement adds to its base
   * control, so it is not a part of it, and who runs the one does not yet run the other.
   */
  void sp80053() throws IOException {
    Map<?, ?> catalog =
        (Map<?, ?>) sources.yaml("nist/oscal/NIST_SP-800-53_rev5_catalog-min.json").get("catalog");
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, Node> families = new LinkedHashMap<>();
    for (Map<?, ?> group : Sources.entries(catalog, "groups")) {
      String id = Sources.text(group, "id").toUpperCase(Locale.ROOT);
      families.put(id, Node.of(id, Sources.text(group, "title")).with("exhaustive", true));
      Sources.entries(group, "controls").forEach(c -> new Statements(texts).read(c));
    }
    Map<String, List<String>> went = new LinkedHashMap<>();
    for (NamedCsvRecord row : sources.csv("nist/sp800-53r5-withdrawn.csv")) {
      went.computeIfAbsent(row.getField("withdrawn"), _ -> new ArrayList<>())
          .add(row.getField("relation").replace('-', ' ') + " " + spelt(row.getField("target")));
    }
    List<Node> withdrawn = new ArrayList<>();
    for (NamedCsvRecord row : sources.csv("nist/sp800-53r5-controls.csv")) {
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
    content.catalogue(
        "sp800-53-r5", "NIST SP 800-53 revision 5", "5",
        "NIST control catalogue spreadsheet; texts of OSCAL catalogue 5.0.1", ContentWriter.PUBLIC, roots);
  }

  /** {@code ac-2_smt.k} is a statement of {@code AC-2}; {@code ac-3.10} is {@code AC-3(10)}. */
  static String spelt(String oscal) {
    String id = oscal.replaceFirst("_smt.*", "").toUpperCase(Locale.ROOT);
    return id.replaceFirst("\\.([0-9]+)$", "($1)");
  }

  /** What OSCAL says that a control demands, with its parameters as NIST prints them. */
  private record Statements(Map<String, String> texts) {
    private static final Pattern INSERT =
        Pattern.compile("\\{\\{ *insert: *param, *([^ }]+) *}}");

    void read(Map<?, ?> control) {
      Map<String, Map<?, ?>> parameters = new LinkedHashMap<>();
      Sources.entries(control, "params").forEach(p -> parameters.put(Sources.text(p, "id"), p));
      StringBuilder text = new StringBuilder();
      Sources.entries(control, "parts").stream()
          .filter(p -> Sources.text(p, "name").equals("statement"))
          .forEach(p -> write(p, parameters, text));
      texts.put(spelt(Sources.text(control, "id")), text.toString().strip().replaceAll(" {2,}", " "));
      Sources.entries(control, "controls").forEach(this::read);
    }

    private void write(Map<?, ?> part, Map<String, Map<?, ?>> parameters, StringBuilder text) {
      Sources.entries(part, "props").stream()
          .filter(p -> Sources.text(p, "name").equals("label"))
          .forEach(p -> text.append(Sources.text(p, "value")).append(' '));
      if (part.containsKey("prose")) {
        text.append(filled(Sources.text(part, "prose"), parameters)).append(' ');
      }
      Sources.entries(part, "parts").forEach(p -> write(p, parameters, text));
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
      return "[Assignment: " + Sources.text(parameter, "label") + "]";
    }
  }
}
