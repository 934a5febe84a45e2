package org.concordat.formats.drafts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.concordat.core.alignment.Redundancy;
import org.concordat.core.findings.Place;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** What a mapping in YAML says of one thing to try out. */
public final class SaidInYaml implements Said {
  private static final List<String> REDUNDANCY = List.of("group", "needs");

  private final String file;
  private final YamlNode node;
  private final KeyPath path;
  private final Map<String, YamlNode> nodes = new LinkedHashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, List<List<String>>> lists = new HashMap<>();
  private boolean gone;
  private @Nullable Integer cumulation;
  private @Nullable SortedMap<String, String> carries;
  private @Nullable Redundancy redundancy;

  private SaidInYaml(String file, YamlNode node, KeyPath path) {
    this.file = file;
    this.node = node;
    this.path = path;
  }

  /** What the mapping says; what is not of the kind that its key needs is reported. */
  static SaidInYaml of(EntryReader entry, YamlNode node, KeyPath path, SourceProblems problems) {
    SaidInYaml said = new SaidInYaml(problems.file(), node, path);
    for (String key : Trying.allKeys()) {
      YamlNode value = entry.node(key);
      if (value != null) {
        said.nodes.put(key, value);
        said.read(key, entry, problems);
      }
    }
    return said;
  }

  private void read(String key, EntryReader entry, SourceProblems problems) {
    switch (key) {
      case "gone" -> gone = Boolean.TRUE.equals(entry.truth(key));
      case "cumulation" -> cumulation = entry.count(key);
      case "properties", "levels" -> lists.put(key, List.of(entry.texts(key, "[one, two]")));
      case "matrix" -> lists.put(key, rows(entry));
      case "carries" ->
          carries = entry.identifiers(key, "{availability: availability}", "a property");
      case "redundancy" -> redundancy = redundancy(entry, problems);
      default -> {
        String text = entry.text(key);
        if (text != null) {
          texts.put(key, text.strip());
        }
      }
    }
  }

  private static List<List<String>> rows(EntryReader entry) {
    List<List<String>> rows = new ArrayList<>();
    YamlNode.Sequence list = entry.list("matrix", "[[low, low], [low, high]]");
    if (list != null) {
      for (int i = 0; i < list.items().size(); i++) {
        if (list.items().get(i) instanceof YamlNode.Sequence row) {
          rows.add(entry.textsIn(row, entry.path("matrix").item(i)));
        } else {
          entry.wrongAt(list.items().get(i), entry.path("matrix").item(i), "a row of levels");
        }
      }
    }
    return rows;
  }

  private static @Nullable Redundancy redundancy(EntryReader entry, SourceProblems problems) {
    YamlNode.Mapping mapping = entry.mapping("redundancy", "{group: sites, needs: 1}");
    if (mapping == null) {
      return null;
    }
    EntryReader inner = new EntryReader(mapping, entry.path("redundancy"), REDUNDANCY, problems);
    String group = inner.require("group", "name the group") ? inner.identifier("group") : null;
    Integer needs =
        inner.require("needs", "state how many members of the group are needed, such as 1")
            ? inner.count("needs")
            : null;
    return group == null || needs == null ? null : new Redundancy(group, needs);
  }

  /** Where a key stands, such as {@code matrix[0][1]}; where there is none, the whole entry. */
  Place place(String key) {
    String first = key.replaceAll("[.\\[].*", "");
    YamlNode at = nodes.getOrDefault(first, node);
    return Place.of(
        file, at.line(), at.column(), key.isEmpty() ? path.toString() : path.key(key).toString());
  }

  @Override
  public Set<String> keys() {
    return nodes.keySet();
  }

  @Override
  public @Nullable String text(String key) {
    return texts.get(key);
  }

  @Override
  public boolean flag(String key) {
    return key.equals("gone") && gone;
  }

  @Override
  public @Nullable Integer count(String key) {
    return key.equals("cumulation") ? cumulation : null;
  }

  @Override
  public List<String> texts(String key) {
    List<List<String>> all = rows(key);
    return all.isEmpty() ? List.of() : all.getFirst();
  }

  @Override
  public List<List<String>> rows(String key) {
    return lists.getOrDefault(key, List.of());
  }

  @Override
  public @Nullable SortedMap<String, String> pairs(String key) {
    return key.equals("carries") ? carries : null;
  }

  @Override
  public @Nullable Redundancy redundancy(String key) {
    return key.equals("redundancy") ? redundancy : null;
  }
}
