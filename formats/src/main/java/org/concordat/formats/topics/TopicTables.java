package org.concordat.formats.topics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.NearestName;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.topics.Phase;
import org.concordat.core.standards.topics.Topic;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.core.standards.topics.TopicTable.Group;
import org.concordat.formats.yaml.EntryReader;
import org.concordat.formats.yaml.KeyPath;
import org.concordat.formats.yaml.Source;
import org.concordat.formats.yaml.SourceProblems;
import org.concordat.formats.yaml.YamlNode;
import org.concordat.formats.yaml.YamlRoot;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of topics in YAML:
 *
 * <pre>
 * topic-table: {id, title, catalogues: [two or more], publisher, version, licence}
 * phases: [{catalogue, control, phase: plan | do | check | act}]
 * groups: [{id, title, catalogue, control, counterpart: none}]
 * topics: [{id, title, group, names: {CATALOGUE: [controls]}, of-all: [catalogues]}]
 * </pre>
 */
public final class TopicTables {
  private static final List<String> TOP = List.of("topic-table", "phases", "groups", "topics");
  private static final List<String> HEADER =
      List.of("id", "title", "catalogues", "publisher", "version", "licence");
  private static final List<String> PHASE = List.of("catalogue", "control", "phase");
  private static final List<String> GROUP =
      List.of("id", "title", "catalogue", "control", "counterpart");
  private static final List<String> TOPIC = List.of("id", "title", "group", "names", "of-all");

  private final Library library;
  private final FindingList findings = new FindingList();
  private final SourceProblems problems;
  private final Map<ControlRef, Phase> phases = new LinkedHashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<Topic> topics = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private TopicTables(Source source, Library library) {
    this.library = library;
    problems = new SourceProblems(source.name(), findings);
  }

  /**
   * Reads a table.
   *
   * @param library holds the catalogues that the table names
   * @throws InvalidInput with everything that is wrong
   */
  public static TopicTable read(Source source, Library library) throws InvalidInput {
    return new TopicTables(source, library).read(source);
  }

  private TopicTable read(Source source) throws InvalidInput {
    YamlNode.Mapping root =
        YamlRoot.read(source, problems, "a table of topics begins with 'topic-table:'");
    EntryReader top = new EntryReader(root, new KeyPath(null, "", 0), TOP, problems);
    KeyPath at = KeyPath.of("topic-table");
    YamlNode.Mapping mapping = top.mapping("topic-table", "id: own, catalogues: [one, other]");
    EntryReader header = new EntryReader(mapping == null ? root : mapping, at, HEADER, problems);
    String id = header.requiredText("id", "write a short name");
    List<String> catalogues = new ArrayList<>();
    for (YamlNode.Scalar name : scalars(header.list("catalogues", "[itil-4, iso27001-2022]"), at)) {
      if (catalogue(name.text(), name, at) != null) {
        catalogues.add(name.text());
      }
    }
    each(top.list("phases", "[{catalogue, control, phase}]"), "phases", PHASE, this::phase);
    each(top.list("groups", "[{id, title}]"), "groups", GROUP, this::group);
    each(top.list("topics", "[{id, title, group, names}]"), "topics", TOPIC, this::topic);
    if (catalogues.size() < 2 && !findings.hasErrors()) {
      header.reportWhole(
          "the table names fewer than two catalogues", "list them under 'catalogues'");
    }
    if (findings.hasErrors()) {
      throw new InvalidInput(findings.list());
    }
    String title = header.text("title");
    return new TopicTable(
        id,
        title == null ? id : title,
        catalogues,
        header.text("publisher"),
        header.text("version"),
        header.text("licence"),
        phases,
        groups,
        topics);
  }

  private interface Entry {
    void read(EntryReader entry, YamlNode.Mapping mapping, KeyPath path);
  }

  private void each(YamlNode.@Nullable Sequence list, String key, List<String> known, Entry entry) {
    if (list == null) {
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      KeyPath path = KeyPath.of(key).item(i);
      if (list.items().get(i) instanceof YamlNode.Mapping mapping) {
        entry.read(new EntryReader(mapping, path, known, problems), mapping, path);
      } else {
        EntryReader.ofNothing(list.items().get(i), path, known, problems);
      }
    }
  }

  private void phase(EntryReader entry, YamlNode.Mapping mapping, KeyPath path) {
    ControlRef control = control(entry, mapping, path);
    Phase phase = entry.parsed("phase", "a phase", Phase::of, _ -> "write plan, do, check or act");
    if (control != null && phase != null) {
      phases.put(control, phase);
    }
  }

  private void group(EntryReader entry, YamlNode.Mapping mapping, KeyPath path) {
    String id = newId(entry, mapping, path, "group ");
    String counterpart = entry.text("counterpart");
    if (counterpart != null && !counterpart.equals("none")) {
      entry.reportWhole("the counterpart is '" + counterpart + "'", "write 'none' or leave it out");
    }
    ControlRef control = entry.text("control") == null ? null : control(entry, mapping, path);
    groups.add(new Group(id, entry.requiredText("title", "name it"), control, counterpart == null));
  }

  private void topic(EntryReader entry, YamlNode.Mapping mapping, KeyPath path) {
    String id = newId(entry, mapping, path, "topic ");
    String group = entry.requiredText("group", "write the id of a group");
    if (groups.stream().noneMatch(g -> g.id().equals(group))) {
      entry.reportWhole("there is no group '" + group + "'", "list it under 'groups'");
    }
    Map<String, List<String>> sections = new LinkedHashMap<>();
    YamlNode.Mapping names = entry.mapping("names", "itil-4: [GEN-03]");
    for (YamlNode.Pair pair : names == null ? List.<YamlNode.Pair>of() : names.pairs()) {
      KeyPath at = path.key("names").key(pair.key().text());
      Catalogue catalogue = catalogue(pair.key().text(), pair.key(), at);
      List<String> controls = new ArrayList<>();
      YamlNode.Sequence list = pair.value() instanceof YamlNode.Sequence s ? s : null;
      for (YamlNode.Scalar name : scalars(list, at)) {
        String control = catalogue == null ? null : control(catalogue, name, at);
        if (control != null && !controls.contains(control)) {
          controls.add(control);
        }
      }
      sections.put(pair.key().text(), controls);
    }
    Set<String> ofAll = new HashSet<>();
    scalars(entry.list("of-all", "[itil-4]"), path).forEach(s -> ofAll.add(s.text()));
    if (sections.values().stream().allMatch(List::isEmpty)) {
      entry.reportWhole("the topic names no control", "list them under 'names'");
    } else {
      topics.add(new Topic(id, entry.requiredText("title", "name it"), group, sections, ofAll));
    }
  }

  private String newId(EntryReader entry, YamlNode.Mapping mapping, KeyPath path, String what) {
    String id = entry.requiredText("id", "write its number");
    if (!ids.add(what + id)) {
      problems.error(mapping, path, what + "'" + id + "' stands twice", "keep one of the two");
    }
    return id;
  }

  private @Nullable ControlRef control(EntryReader entry, YamlNode.Mapping mapping, KeyPath path) {
    String id = entry.requiredText("catalogue", "write the id of a catalogue");
    YamlNode.Scalar name = entry.scalar("control", "the id of a control");
    Catalogue catalogue = id.isEmpty() ? null : catalogue(id, mapping, path);
    String control =
        catalogue == null || name == null ? null : control(catalogue, name, path.key("control"));
    return control == null ? null : new ControlRef(id, control);
  }

  private @Nullable Catalogue catalogue(String id, YamlNode node, KeyPath path) {
    Optional<Catalogue> found = library.catalogue(id);
    if (found.isEmpty()) {
      problems.error(
          node,
          path,
          "there is no catalogue '" + id + "'",
          NearestName.among(library.catalogues().stream().map(Catalogue::id).toList())
              .remedyFor(id));
    }
    return found.orElse(null);
  }

  private @Nullable String control(Catalogue catalogue, YamlNode.Scalar name, KeyPath path) {
    Optional<Control> found = catalogue.find(name.text());
    if (found.isEmpty()) {
      problems.error(
          name,
          path,
          "catalogue '" + catalogue.id() + "' has no control '" + name.text() + "'",
          NearestName.among(catalogue.controls().stream().map(Control::id).toList())
              .remedyFor(name.text()));
    }
    return found.map(Control::id).orElse(null);
  }

  private List<YamlNode.Scalar> scalars(YamlNode.@Nullable Sequence list, KeyPath path) {
    List<YamlNode.Scalar> scalars = new ArrayList<>();
    for (YamlNode item : list == null ? List.<YamlNode>of() : list.items()) {
      if (item instanceof YamlNode.Scalar scalar) {
        scalars.add(scalar);
      } else {
        problems.error(item, path, "expected an id, found " + item.inWords(), null);
      }
    }
    return scalars;
  }
}
