package org.concordat.formats.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Place;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.Unreadable;
import org.concordat.formats.yaml.YamlEvents;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Turns key paths of the joined lists into files, lines and columns: walks once more through the
 * files that the paths lead to. Nothing needs to be remembered of the first reading, and only bad
 * input pays.
 */
final class Locator {
  private final List<Source> sources;
  private final Draft draft;

  Locator(List<Source> sources, Draft draft) {
    this.sources = sources;
    this.draft = draft;
  }

  /**
   * A key path as the files have it.
   *
   * @param top the top-level key
   * @param index the position in the file's list; -1 when the key is no list
   * @param key the key path within the file
   */
  private record Target(int file, String top, int index, String key) {}

  /** The findings with the places of their key paths. */
  List<Finding> locate(List<Finding> findings) {
    Map<Integer, Map<String, Place>> places = new TreeMap<>();
    List<@Nullable Target> targets = new ArrayList<>();
    for (Finding finding : findings) {
      Target target = finding.place().key() == null ? null : target(finding.place().key());
      targets.add(target);
      if (target != null) {
        places
            .computeIfAbsent(target.file(), _ -> new HashMap<>())
            .put(target.key(), Place.of(sources.get(target.file()).name(), 0, 0, target.key()));
      }
    }
    places.forEach(this::find);
    List<Finding> located = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      Target target = targets.get(i);
      Place place =
          target == null
              ? finding.place()
              : places
                  .getOrDefault(target.file(), Map.of())
                  .getOrDefault(target.key(), finding.place());
      located.add(new Finding(finding.severity(), place, finding.problem(), finding.remedy()));
    }
    return located;
  }

  private Target target(String path) {
    int open = path.indexOf('[');
    int dot = path.indexOf('.');
    int end = open < 0 ? dot : dot < 0 ? open : Math.min(open, dot);
    String top = end < 0 ? path : path.substring(0, end);
    Optional<Keys.Listed> list = Keys.Listed.of(top);
    if (list.isEmpty() || open < 0) {
      int file =
          Keys.Header.of(top).map(header -> draft.headerFiles.getOrDefault(header, 0)).orElse(0);
      return new Target(file, top, -1, path);
    }
    int close = path.indexOf(']');
    int joined = Integer.parseInt(path.substring(open + 1, close));
    int file = draft.fileOf(list.get(), joined);
    int index = joined - draft.start(file, list.get());
    return new Target(file, top, index, top + "[" + index + "]" + path.substring(close + 1));
  }

  /** Replaces the places of one file by those with line and column. */
  private void find(int file, Map<String, Place> wanted) {
    try {
      new Walk(sources.get(file), wanted).walkFile();
    } catch (Unreadable _) {
      // What could not be read is reported already; the rest keeps its file and key.
    }
  }

  /** One pass through a file, which composes only the entries that are asked for. */
  private static final class Walk {
    private final Source source;
    private final Map<String, Place> wanted;
    private final Map<String, List<String>> byEntry = new HashMap<>();
    private final YamlEvents events;

    Walk(Source source, Map<String, Place> wanted) {
      this.source = source;
      this.wanted = wanted;
      this.events = new YamlEvents(source, null);
      for (String key : wanted.keySet()) {
        byEntry.computeIfAbsent(entryOf(key), _ -> new ArrayList<>()).add(key);
      }
    }

    private static String entryOf(String key) {
      String top = key.split("[.\\[]", 2)[0];
      int close = key.indexOf(']');
      return close >= 0 && Keys.Listed.of(top).isPresent() ? key.substring(0, close + 1) : top;
    }

    void walkFile() throws Unreadable {
      events.next();
      events.next();
      if (events.next() instanceof MappingStartEvent) {
        for (Event key = events.next(); !(key instanceof CollectionEndEvent); key = events.next()) {
          walkKey(key);
        }
      }
    }

    private void walkKey(Event key) throws Unreadable {
      String top = events.compose(key, null) instanceof YamlNode.Scalar s ? s.text() : "";
      Event value = events.next();
      if (!(value instanceof SequenceStartEvent) || Keys.Listed.of(top).isEmpty()) {
        take(value, KeyPath.of(top));
        return;
      }
      int index = 0;
      for (Event item = events.next();
          !(item instanceof CollectionEndEvent);
          item = events.next()) {
        take(item, KeyPath.of(top).item(index++));
      }
    }

    private void take(Event start, KeyPath path) throws Unreadable {
      List<String> keys = byEntry.get(path.toString());
      if (keys == null) {
        events.skip(start);
        return;
      }
      YamlNode node = events.compose(start, null);
      for (String key : keys) {
        YamlNode found = deepest(node, path, key);
        wanted.put(key, Place.of(source.name(), found.line(), found.column(), key));
      }
    }
  }

  /** The node at the key path, or the last one on the way to it. */
  private static YamlNode deepest(YamlNode node, KeyPath path, String key) {
    switch (node) {
      case YamlNode.Sequence(List<YamlNode> items, _, _) -> {
        for (int i = 0; i < items.size(); i++) {
          if (leadsTo(path.item(i), key)) {
            return deepest(items.get(i), path.item(i), key);
          }
        }
      }
      case YamlNode.Mapping(List<YamlNode.Pair> pairs, _, _) -> {
        for (YamlNode.Pair pair : pairs) {
          KeyPath below = path.key(pair.key().text());
          if (leadsTo(below, key)) {
            return deepest(pair.value(), below, key);
          }
        }
      }
      case YamlNode.Scalar _, YamlNode.Refused _ -> {}
    }
    return node;
  }

  private static boolean leadsTo(KeyPath path, String key) {
    String start = path.toString();
    return key.startsWith(start)
        && (key.length() == start.length() || ".[".indexOf(key.charAt(start.length())) >= 0);
  }
}
