import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** NIST's crosswalks, which state pairs and no relations. */
final class Related {
  private final Sources sources;
  private final ContentWriter content;

  Related(Sources sources, ContentWriter content) {
    this.sources = sources;
    this.content = content;
  }

  /** Pairs whose kind NIST does not state. */
  void related(
      String id, String source, String target, String file, String from, String to,
      String publisher)
      throws IOException {
    Set<List<String>> pairs = new LinkedHashSet<>();
    for (NamedCsvRecord row : sources.csv(file)) {
      pairs.add(List.of(content.known(source, row.getField(from)), content.known(target, row.getField(to))));
    }
    List<Map<String, Object>> mappings = new ArrayList<>();
    pairs.forEach(p -> mappings.add(ContentWriter.mapping(p.getFirst(), "related", p.getLast(), null)));
    content.crosswalk(
        "crosswalks/" + id + ".yaml", id, source, target, publisher,
        "https://csrc.nist.gov/projects/olir", "2024", ContentWriter.PUBLIC, mappings);
  }
}
