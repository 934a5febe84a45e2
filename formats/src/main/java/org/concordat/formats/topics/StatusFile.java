package org.concordat.formats.topics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.NearestName;
import org.concordat.core.findings.Place;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.topics.InOperation;
import org.concordat.core.standards.topics.InOperation.Clash;
import org.concordat.core.standards.topics.Statuses;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.YamlNode;
import org.concordat.formats.yaml.YamlRoot;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an organisation has in operation:
 *
 * <pre>
 * organisation: Northern Mutual
 * iso27001-2005:
 *   4.2.1: yes
 *   4.2.3: partly
 * topics:
 *   3.4.1: yes
 * </pre>
 *
 * <p>A control that is not named is not in operation, unless it is part of one that is.
 */
public final class StatusFile {
  /** The largest file that is read, in bytes. */
  public static final long FILE_BYTES = 4L << 20;

  private final Library library;
  private final @Nullable TopicTable table;
  private final FindingList findings = new FindingList();
  private final SourceProblems problems;
  private final Map<String, Map<String, Operation>> controls = new LinkedHashMap<>();
  private final Map<String, Operation> topics = new LinkedHashMap<>();
  private @Nullable String organisation;
  private boolean isCautious;

  private StatusFile(Source source, Library library, @Nullable TopicTable table) {
    this.library = library;
    this.table = table;
    problems = new SourceProblems(source.name(), findings);
  }

  /**
   * Whether the beginning of a file looks like a status file: it names an organisation, topics, or
   * a catalogue at the margin.
   */
  public static boolean isOne(String beginning, Library library) {
    return beginning
        .lines()
        .filter(line -> !line.isEmpty() && !Character.isWhitespace(line.charAt(0)))
        .map(line -> line.replaceFirst("\\s*:.*$", "").replaceAll("^[\"']|[\"']$", ""))
        .anyMatch(
            key ->
                key.equals("organisation")
                    || key.equals("topics")
                    || library.catalogue(key).isPresent());
  }

  /**
   * What a file says.
   *
   * @param organisation whose file it is; the file's name where it does not say
   */
  public record Read(String organisation, Statuses statuses) {}

  /**
   * Reads what a server tells. A whole and its parts that do not agree are read cautiously, as
   * there is nobody to ask.
   *
   * @param name by which findings name it
   * @throws InvalidInput with everything that is wrong
   */
  public static Read parse(String name, String text, Library library) throws InvalidInput {
    Source source = new Source(name, null, text);
    StatusFile file = new StatusFile(source, library, null);
    file.isCautious = true;
    return file.read(Path.of("server"), source);
  }

  /**
   * Reads a file that speaks of controls alone; topics in it are errors.
   *
   * @throws InvalidInput with everything that is wrong
   * @throws IOException when the file cannot be read
   */
  public static Read read(Path file, Library library) throws InvalidInput, IOException {
    return read(file, library, null);
  }

  /**
   * Reads a file.
   *
   * @param table the table whose topics the file may speak of, or null
   * @throws InvalidInput with everything that is wrong
   * @throws IOException when the file cannot be read
   */
  public static Read read(Path file, Library library, @Nullable TopicTable table)
      throws InvalidInput, IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    if (Files.size(file) > FILE_BYTES) {
      throw new InvalidInput(
          Finding.error(Place.of(file.toString()), "a status file has at most 4 MiB", null));
    }
    Source source = Source.decode(file.toString(), file, Files.readAllBytes(file));
    return new StatusFile(source, library, table).read(file, source);
  }

  private Read read(Path file, Source source) throws InvalidInput {
    YamlNode.Mapping root =
        YamlRoot.read(source, problems, "write the id of a catalogue, and controls below it");
    for (YamlNode.Pair pair : root.pairs()) {
      String key = pair.key().text();
      KeyPath path = KeyPath.of(key);
      switch (pair.value()) {
        case YamlNode.Scalar scalar when key.equals("organisation") -> organisation = scalar.text();
        case YamlNode.Mapping mapping when key.equals("topics") -> readTopics(mapping, path);
        case YamlNode.Mapping mapping -> readControls(pair.key(), mapping, path);
        case YamlNode other ->
            problems.error(
                other,
                path,
                "expected controls with yes, partly or no, found " + other.inWords(),
                null);
      }
    }
    if (findings.hasErrors()) {
      throw new InvalidInput(findings.list());
    }
    Path name = Objects.requireNonNullElse(file.getFileName(), file);
    String stem = name.toString().replaceFirst("\\.[^.]*$", "");
    return new Read(organisation == null ? stem : organisation, new Statuses(controls, topics));
  }

  private void readControls(YamlNode.Scalar id, YamlNode.Mapping mapping, KeyPath path) {
    Optional<Catalogue> found = library.catalogue(id.text());
    if (found.isEmpty()) {
      problems.error(
          id,
          path,
          "there is no catalogue '" + id.text() + "'",
          NearestName.among(library.catalogues().stream().map(Catalogue::id).toList())
              .remedyFor(id.text()));
      return;
    }
    Catalogue catalogue = found.get();
    Map<String, Operation> said = new LinkedHashMap<>();
    Map<String, YamlNode> places = new LinkedHashMap<>();
    for (YamlNode.Pair pair : mapping.pairs()) {
      String name = pair.key().text();
      Optional<Control> control = catalogue.find(name);
      Operation operation = operation(pair, path.key(name));
      if (control.isEmpty()) {
        problems.error(
            pair.key(),
            path.key(name),
            "catalogue '" + catalogue.id() + "' has no control '" + name + "'",
            NearestName.among(catalogue.controls().stream().map(Control::id).toList())
                .remedyFor(name));
      } else if (operation != null) {
        places.put(control.get().id(), pair.key());
        if (said.put(control.get().id(), operation) != null) {
          problems.error(
              pair.key(), path.key(name), "'" + name + "' stands twice", "keep one of the two");
        }
      }
    }
    if (isCautious) {
      controls.put(catalogue.id(), InOperation.cautious(catalogue, said));
      return;
    }
    for (Clash clash : InOperation.clashes(catalogue, said)) {
      problems.error(
          places.getOrDefault(clash.part(), mapping),
          path.key(clash.part()),
          clash.toString(),
          "say 'partly' of " + clash.whole());
    }
    controls.put(catalogue.id(), said);
  }

  private void readTopics(YamlNode.Mapping mapping, KeyPath path) {
    for (YamlNode.Pair pair : mapping.pairs()) {
      String id = pair.key().text();
      Operation operation = operation(pair, path.key(id));
      if (table == null || table.topic(id).isEmpty()) {
        problems.error(
            pair.key(),
            path.key(id),
            "there is no topic '" + id + "'",
            table == null ? "no table of topics relates these catalogues" : null);
      } else if (operation != null) {
        topics.put(id, operation);
      }
    }
  }

  private @Nullable Operation operation(YamlNode.Pair pair, KeyPath path) {
    Optional<Operation> operation =
        pair.value() instanceof YamlNode.Scalar scalar
            ? Operation.of(scalar.text().strip().toLowerCase(Locale.ROOT))
            : Optional.empty();
    if (operation.isEmpty()) {
      problems.error(
          pair.value(),
          path,
          pair.value().inWords() + " says nothing of whether it is in operation",
          "write yes, partly or no");
    }
    return operation.orElse(null);
  }
}
