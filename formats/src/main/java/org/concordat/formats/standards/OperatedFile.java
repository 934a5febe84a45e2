package org.concordat.formats.standards;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Operation;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.Unreadable;
import org.concordat.formats.yaml.YamlEvents;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads which controls an organisation has in operation. In YAML one control a line, alone or below
 * the id of its catalogue:
 *
 * <pre>
 * A.5.1: yes
 * A.5.2: partly
 * itil-4:
 *   GEN-03: yes
 * </pre>
 *
 * In CSV with the columns {@code control}, {@code operation} and, if need be, {@code catalogue}. A
 * control that stands alone is looked for in all catalogues; where several have it, not in the one
 * whose coverage is asked for.
 */
public final class OperatedFile {
  private static final List<String> WORDS = List.of("yes", "partly", "no");

  private final Library library;
  private final @Nullable String from;
  private final String target;
  private final FindingList findings = new FindingList();
  private final Map<ControlRef, Operation> operations = new LinkedHashMap<>();

  private OperatedFile(Library library, @Nullable String from, String target) {
    this.library = library;
    this.from = from;
    this.target = target;
  }

  /**
   * Reads a file; what ends in {@code .csv} is CSV.
   *
   * @param from the id of the catalogue of controls that stand alone, or null to look for them
   * @param target the id of the catalogue whose coverage is asked for
   * @throws InvalidInput with everything that is wrong
   * @throws IOException when the file cannot be read
   */
  public static Map<ControlRef, Operation> read(
      Path file, Library library, @Nullable String from, String target)
      throws InvalidInput, IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.size(file) > StandardsFiles.FILE_BYTES) {
      throw new InvalidInput(
          Finding.error(Place.of(file.toString()), "the file is too large", null));
    }
    Source source = Source.decode(file.toString(), file, Files.readAllBytes(file));
    OperatedFile reader = new OperatedFile(library, from, target);
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      reader.readCsv(source);
    } else {
      reader.readYaml(source);
    }
    if (reader.findings.hasErrors()) {
      throw new InvalidInput(reader.findings.list());
    }
    return reader.operations;
  }

  private void readYaml(Source source) {
    SourceProblems problems = new SourceProblems(source.name(), findings);
    try {
      YamlEvents events = new YamlEvents(source, problems);
      events.next();
      events.next();
      YamlNode root = events.compose(events.next(), null);
      if (root instanceof YamlNode.Mapping mapping) {
        readControls(mapping, null, problems);
      } else {
        problems.error(
            root, null, "expected controls, found " + root.inWords(), "write 'A.5.1: yes'");
      }
    } catch (Unreadable e) {
      findings.add(e.finding());
    }
  }

  private void readControls(
      YamlNode.Mapping mapping, @Nullable KeyPath path, SourceProblems problems) {
    for (YamlNode.Pair pair : mapping.pairs()) {
      String id = pair.key().text();
      KeyPath at = path == null ? KeyPath.of(id) : path.key(id);
      Place place =
          Place.of(problems.file(), pair.key().line(), pair.key().column(), at.toString());
      switch (pair.value()) {
        case YamlNode.Scalar status ->
            add(id, path == null ? from : path.toString(), status.text(), place);
        case YamlNode.Mapping controls when path == null -> {
          if (library.catalogue(id).isPresent()) {
            readControls(controls, at, problems);
          } else {
            findings.error(place, "there is no catalogue '" + id + "'", nearCatalogue(id));
          }
        }
        case YamlNode.Refused _ -> {}
        case YamlNode other ->
            problems.error(other, at, "expected yes, partly or no, found " + other.inWords(), null);
      }
    }
  }

  private void readCsv(Source source) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(source.text())) {
      for (NamedCsvRecord row : rows) {
        Place place =
            Place.of(source.name(), Math.toIntExact(row.getStartingLineNumber()), 0, null);
        Optional<String> control = row.findField("control");
        Optional<String> operation = row.findField("operation");
        if (control.isEmpty() || operation.isEmpty()) {
          findings.error(
              place,
              "the columns 'control' and 'operation' are missing",
              "name them in the first line");
          return;
        }
        String catalogue =
            row.findField("catalogue").map(String::strip).filter(c -> !c.isEmpty()).orElse(from);
        add(control.get().strip(), catalogue, operation.get().strip(), place);
      }
    } catch (CsvParseException | IOException e) {
      findings.error(Place.of(source.name()), "this is not CSV: " + e.getMessage(), null);
    }
  }

  private void add(String id, @Nullable String catalogue, String word, Place place) {
    ControlRef control = catalogue == null ? find(id, place) : find(id, catalogue, place);
    Optional<Operation> operation = Operation.of(word.toLowerCase(Locale.ROOT));
    if (operation.isEmpty()) {
      String near = NearestName.among(WORDS).remedyFor(word);
      findings.error(
          place,
          "'" + word + "' says nothing of whether the control is in operation",
          near == null ? "write yes, partly or no" : near);
    } else if (control != null && operations.putIfAbsent(control, operation.get()) != null) {
      findings.error(place, "control '" + control + "' stands twice", "keep one of the two");
    }
  }

  private @Nullable ControlRef find(String id, String catalogue, Place place) {
    Optional<Catalogue> found = library.catalogue(catalogue);
    if (found.isEmpty()) {
      findings.error(place, "there is no catalogue '" + catalogue + "'", nearCatalogue(catalogue));
      return null;
    }
    Optional<Control> control = found.get().find(id);
    if (control.isEmpty()) {
      findings.error(
          place,
          "catalogue '" + catalogue + "' has no control '" + id + "'",
          near(id, List.of(found.get())));
      return null;
    }
    return new ControlRef(catalogue, control.get().id());
  }

  private @Nullable ControlRef find(String id, Place place) {
    List<ControlRef> all =
        library.catalogues().stream()
            .flatMap(c -> c.find(id).map(f -> new ControlRef(c.id(), f.id())).stream())
            .toList();
    List<ControlRef> others = all.stream().filter(c -> !c.catalogue().equals(target)).toList();
    List<ControlRef> found = others.isEmpty() ? all : others;
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.isEmpty()) {
      findings.error(
          place, "no catalogue has a control '" + id + "'", near(id, library.catalogues()));
    } else {
      findings.error(
          place,
          "control '%s' is in the catalogues %s"
              .formatted(id, String.join(", ", found.stream().map(ControlRef::catalogue).toList())),
          "name it with --from, or write the controls below its id");
    }
    return null;
  }

  private @Nullable String near(String id, List<Catalogue> catalogues) {
    return findings.suggests()
        ? NearestName.among(
                catalogues.stream().flatMap(c -> c.controls().stream()).map(Control::id).toList())
            .remedyFor(id)
        : null;
  }

  private @Nullable String nearCatalogue(String id) {
    return NearestName.among(library.catalogues().stream().map(Catalogue::id).toList())
        .remedyFor(id);
  }
}
