package org.concordat.formats.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.tables.AssetListMapping.MappedColumn;
import org.concordat.formats.tables.AssetListMapping.Ratings;
import org.concordat.formats.tables.Meaning.Field;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a mapping file, collecting every mistake with its line and key. */
final class MappingFile {
  private static final String KEYS = "sheet, headerRow, columns, types, ratings, ignore";
  private static final int MOST_STEPS = 100;

  private static final Map<String, Meaning> COLUMN_KEYS = new TreeMap<>();

  static {
    COLUMN_KEYS.put("id", Field.ID);
    COLUMN_KEYS.put("element", Field.ELEMENT);
    COLUMN_KEYS.put("name", Field.NAME);
    COLUMN_KEYS.put("description", Field.DESCRIPTION);
    COLUMN_KEYS.put("type", Field.TYPE);
    COLUMN_KEYS.put("unit", Field.UNIT);
    COLUMN_KEYS.put("dependsOn", Field.DEPENDS_ON);
    COLUMN_KEYS.put("neededBy", Field.NEEDED_BY);
    COLUMN_KEYS.put("criticality", Field.CRITICALITY);
    COLUMN_KEYS.put("objectives", Field.OBJECTIVES);
    COLUMN_KEYS.put("parent", Field.PARENT);
    COLUMN_KEYS.put("child", Field.CHILD);
    COLUMN_KEYS.put("relation", Field.RELATION);
    SecurityProperty.KNOWN.forEach(p -> COLUMN_KEYS.put(p, new Meaning.Rating(p)));
  }

  private final Path file;
  private final List<Finding> findings = new ArrayList<>();

  MappingFile(Path file) {
    this.file = file;
  }

  AssetListMapping read() throws IOException, InvalidInput {
    AssetListMapping mapping = mapping(root());
    if (!findings.isEmpty()) {
      throw new InvalidInput(findings);
    }
    return mapping;
  }

  private MappingNode root() throws IOException, InvalidInput {
    if (Files.size(file) > AssetListMapping.FILE_BYTES) {
      throw new InvalidInput(
          Finding.error(Place.of(file.toString()), "a mapping file has at most 1 MiB", null));
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(AssetListMapping.FILE_BYTES)
            .build();
    Optional<Node> root;
    try {
      root = new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      throw new InvalidInput(
          Finding.error(
              place(e.getProblemMark(), null), "this is not YAML: " + e.getProblem(), null));
    } catch (YamlEngineException | StackOverflowError e) {
      throw new InvalidInput(
          Finding.error(
              Place.of(file.toString()), "this is not YAML that can be read: " + e, null));
    }
    if (root.isPresent() && root.get() instanceof MappingNode mapping) {
      return mapping;
    }
    throw new InvalidInput(
        Finding.error(
            Place.of(file.toString(), 1, 1, null),
            "a mapping file holds keys",
            "write one of " + KEYS));
  }

  private AssetListMapping mapping(MappingNode root) {
    String sheet = null;
    Integer headerRow = null;
    Map<String, MappedColumn> columns = new HashMap<>();
    Map<String, AssetKind> types = new HashMap<>();
    Ratings ratings = null;
    Set<String> ignored = new HashSet<>();
    for (Entry entry : entries(root, "")) {
      switch (entry.key()) {
        case "sheet" -> sheet = text(entry);
        case "headerRow" -> headerRow = number(entry, 1, TableLimits.ROWS);
        case "columns" -> columns = columns(entry);
        case "types" -> types = types(entry);
        case "ratings" -> ratings = ratings(entry);
        case "ignore" -> ignored = ignored(entry);
        default -> unknownKey(entry, KEYS);
      }
    }
    return new AssetListMapping(sheet, headerRow, columns, types, ratings, ignored);
  }

  private Map<String, MappedColumn> columns(Entry entry) {
    Map<String, MappedColumn> columns = new HashMap<>();
    for (Entry column : entries(entry.value(), entry.path())) {
      Meaning meaning = COLUMN_KEYS.get(column.key());
      if (meaning == null) {
        unknownKey(column, String.join(", ", COLUMN_KEYS.keySet()));
        continue;
      }
      MappedColumn mapped = column(column, meaning);
      if (mapped != null && columns.put(TextKey.of(mapped.header()), mapped) != null) {
        problem(
            column.value(),
            column.path(),
            "the column '" + mapped.header() + "' is named for two things",
            "name it for one");
      }
    }
    return columns;
  }

  private @Nullable MappedColumn column(Entry entry, Meaning meaning) {
    if (!(entry.value() instanceof MappingNode)) {
      String header = text(entry);
      return header == null ? null : new MappedColumn(header, meaning, null);
    }
    String header = null;
    String separator = null;
    for (Entry part : entries(entry.value(), entry.path())) {
      switch (part.key()) {
        case "column" -> header = text(part);
        case "separator" -> separator = separator(part);
        default -> unknownKey(part, "column, separator");
      }
    }
    if (header == null) {
      problem(entry.value(), entry.path(), "the column has no header", "add 'column: HEADER'");
      return null;
    }
    return new MappedColumn(header, meaning, separator);
  }

  private @Nullable String separator(Entry entry) {
    if (entry.value() instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
      return scalar.getValue();
    }
    problem(
        entry.value(), entry.path(), "the separator is empty", "write it in quotes, such as \";\"");
    return null;
  }

  private Map<String, AssetKind> types(Entry entry) {
    Map<String, AssetKind> types = new HashMap<>();
    for (Entry type : entries(entry.value(), entry.path())) {
      String kind = text(type);
      if (kind == null) {
        continue;
      }
      try {
        types.put(type.key(), AssetKind.valueOf(kind.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        problem(
            type.value(),
            type.path(),
            "'" + kind + "' is no kind of asset",
            "write information, technical, people, process or service");
      }
    }
    return types;
  }

  private Ratings ratings(Entry entry) {
    int steps = 0;
    Map<String, Integer> words = new HashMap<>();
    Entry wordsEntry = null;
    for (Entry part : entries(entry.value(), entry.path())) {
      switch (part.key()) {
        case "steps" -> {
          Integer number = number(part, 1, MOST_STEPS);
          steps = number == null ? 0 : number;
        }
        case "words" -> wordsEntry = part;
        default -> unknownKey(part, "steps, words");
      }
    }
    if (wordsEntry != null) {
      for (Entry word : entries(wordsEntry.value(), wordsEntry.path())) {
        Integer step = number(word, 1, steps == 0 ? MOST_STEPS : steps);
        if (step != null) {
          words.put(TextKey.of(word.key()), step);
        }
      }
      if (steps == 0) {
        steps = words.values().stream().max(Integer::compare).orElse(0);
      }
    }
    return new Ratings(steps, words);
  }

  private Set<String> ignored(Entry entry) {
    Set<String> headers = new HashSet<>();
    if (entry.value() instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        String header = text(new Entry("", entry.path() + "[" + headers.size() + "]", item));
        if (header != null) {
          headers.add(header);
        }
      }
    } else {
      problem(entry.value(), entry.path(), "this is no list", "write a list of headers");
    }
    return headers;
  }

  /** A key with its value; the path leads to it from the root. */
  private record Entry(String key, String path, Node value) {}

  private List<Entry> entries(Node node, String path) {
    if (!(node instanceof MappingNode mapping)) {
      problem(node, path, "this holds no keys", "write 'key: value' lines below it");
      return List.of();
    }
    List<Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problem(tuple.getKeyNode(), path, "a key is a word", null);
        continue;
      }
      String keyPath = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
      if (!seen.add(key.getValue())) {
        problem(key, keyPath, "the key stands twice", "leave one of them");
      }
      entries.add(new Entry(key.getValue(), keyPath, tuple.getValueNode()));
    }
    return entries;
  }

  private @Nullable String text(Entry entry) {
    if (entry.value() instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    problem(entry.value(), entry.path(), "a text is missing here", null);
    return null;
  }

  private @Nullable Integer number(Entry entry, int least, int most) {
    if (entry.value() instanceof ScalarNode scalar && scalar.getValue().matches("\\d{1,7}")) {
      int number = Integer.parseInt(scalar.getValue());
      if (number >= least && number <= most) {
        return number;
      }
    }
    problem(
        entry.value(),
        entry.path(),
        "this is no whole number from %d to %d".formatted(least, most),
        null);
    return null;
  }

  private void unknownKey(Entry entry, String known) {
    problem(entry.value(), entry.path(), "the key is not known", "write one of " + known);
  }

  private void problem(Node node, String path, String problem, @Nullable String remedy) {
    findings.add(Finding.error(place(node.getStartMark(), path), problem, remedy));
  }

  private Place place(Optional<Mark> mark, @Nullable String key) {
    String shown = key == null || key.isEmpty() ? null : key;
    return mark.isEmpty()
        ? Place.of(file.toString(), 0, 0, shown)
        : Place.of(file.toString(), mark.get().getLine() + 1, mark.get().getColumn() + 1, shown);
  }
}
