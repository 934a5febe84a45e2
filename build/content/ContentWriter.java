import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes catalogues and crosswalks in the layout of the standards' files, with their ids checked. */
final class ContentWriter {
  static final String FACTS = "facts (ids and short titles only)";

  static final String ISO_SOURCE =
      "structure of the standard; ids and short titles only, no text of ISO";

  static final String PUBLIC = "public domain (work of the United States government)";

  private final Path content;
  private final Map<String, Set<String>> idsOfCatalogues = new LinkedHashMap<>();

  ContentWriter(Path content) {
    this.content = content;
  }

  /** Puts a file beside the content as it is. */
  void copy(Path file, String name) throws IOException {
    Files.copy(file, content.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  void catalogue(
      String id, String title, String version, String source, String licence, List<Node> roots)
      throws IOException {
    catalogue(id, title, version, source, licence, "", roots);
  }

  void catalogue(
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

  void crosswalk(
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

  /** The id as its catalogue spells it: NIST's tables write {@code AC-02} for {@code AC-2}. */
  String known(String catalogue, String id) {
    Set<String> ids = idsOfCatalogues.get(catalogue);
    String bare = id.replaceAll("([-(])0+", "$1").replace(" ", "");
    return Stream.of(id, bare)
        .filter(ids::contains)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(catalogue + " has no control " + id));
  }

  static Map<String, Object> mapping(
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

  static void write(Node node, String indent, StringBuilder out, Set<String> ids) {
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

  static void header(StringBuilder out, String name, Map<String, Object> keys) {
    out.append(name).append(":\n");
    keys.forEach(
        (key, value) -> out.append("  ").append(key).append(": ").append(scalar(value)).append('\n'));
  }

  static String flow(Map<String, Object> keys) {
    return keys.entrySet().stream()
        .map(e -> e.getKey() + ": " + scalar(e.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String scalar(Object value) {
    return switch (value) {
      case List<?> list ->
          list.stream().map(ContentWriter::scalar).collect(Collectors.joining(", ", "[", "]"));
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

  void write(String file, CharSequence text) throws IOException {
    Path target = content.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
  }
}
