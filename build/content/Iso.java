import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The editions of ISO/IEC 27001: ids and short titles. */
final class Iso {
  private final Sources sources;
  private final ContentWriter content;

  Iso(Sources sources, ContentWriter content) {
    this.sources = sources;
    this.content = content;
  }

  /**
   * Clauses are headings above their sub-clauses, and domains and themes above theirs, with nothing
   * of their own: their parts are all of them. A control objective states an aim of its own, which
   * its controls serve; so its parts need not be all of it.
   */
  void iso(String year) throws IOException {
    Map<?, ?> file = sources.yaml("standards/iso27001-" + year + ".yaml");
    Map<String, Node> nodes = new LinkedHashMap<>();
    List<Node> roots = new ArrayList<>();
    for (Map<?, ?> entry : Sources.entries(file, "clauses", "annex_a")) {
      Node node = Node.of(Sources.text(entry, "id"), Sources.text(entry, "title"));
      nodes.put(node.id(), node);
      (entry.containsKey("parent") ? nodes.get(Sources.text(entry, "parent")).parts() : roots).add(node);
    }
    for (Map<?, ?> entry : Sources.entries(file, "clauses", "annex_a")) {
      Node node = nodes.get(Sources.text(entry, "id"));
      if (!node.parts().isEmpty() && !Objects.equals(entry.get("kind"), "objective")) {
        node.with("exhaustive", true);
      }
    }
    content.catalogue("iso27001-" + year, "ISO/IEC 27001:" + year, year, ContentWriter.ISO_SOURCE, ContentWriter.FACTS, roots);
  }
}
