package org.concordat.core.standards.topics;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.standards.ControlRef;
import org.jspecify.annotations.Nullable;

/**
 * A published table of topics.
 *
 * @param catalogues the ids of the catalogues whose sections it names, at least two
 * @param phases the phase of the PDCA cycle that a control belongs to, where the table says so
 */
public record TopicTable(
    String id,
    String title,
    List<String> catalogues,
    @Nullable String publisher,
    @Nullable String version,
    @Nullable String licence,
    Map<ControlRef, Phase> phases,
    List<Group> groups,
    List<Topic> topics) {
  /**
   * A heading of the table, such as a process.
   *
   * @param control the control that it is, or null
   * @param hasCounterpart false when the table says that the other catalogues have nothing for it
   */
  public record Group(
      String id, String title, @Nullable ControlRef control, boolean hasCounterpart) {}

  /**
   * A table.
   *
   * @throws IllegalArgumentException when an id stands twice, or a topic names a group or a
   *     catalogue that the table does not have
   */
  public TopicTable {
    catalogues = List.copyOf(catalogues);
    groups = List.copyOf(groups);
    topics = List.copyOf(topics);
    phases = Collections.unmodifiableMap(new LinkedHashMap<>(phases));
    if (catalogues.size() < 2) {
      throw new IllegalArgumentException("table " + id + " needs two catalogues or more");
    }
    Set<String> groupIds = new HashSet<>();
    for (Group group : groups) {
      if (!groupIds.add(group.id())) {
        throw new IllegalArgumentException("group " + group.id() + " stands twice in " + id);
      }
    }
    Set<String> topicIds = new HashSet<>();
    for (Topic topic : topics) {
      if (!topicIds.add(topic.id())) {
        throw new IllegalArgumentException("topic " + topic.id() + " stands twice in " + id);
      }
      if (!groupIds.contains(topic.group()) || !catalogues.containsAll(topic.sections().keySet())) {
        throw new IllegalArgumentException(
            "topic " + topic.id() + " names a group or a catalogue that " + id + " does not have");
      }
    }
  }

  public Optional<Topic> topic(String topicId) {
    return topics.stream().filter(t -> t.id().equals(topicId)).findFirst();
  }

  /** The topics under a heading, not those under the headings below it. */
  public List<Topic> under(Group group) {
    return topics.stream().filter(t -> t.group().equals(group.id())).toList();
  }

  /** Whether the table relates these two catalogues. */
  public boolean relates(String one, String other) {
    return !one.equals(other) && catalogues.contains(one) && catalogues.contains(other);
  }

  /** The phases of the controls that a topic names. */
  public Set<Phase> phases(Topic topic) {
    Set<Phase> found = EnumSet.noneOf(Phase.class);
    topic
        .sections()
        .forEach(
            (catalogue, ids) ->
                ids.forEach(
                    section -> {
                      Phase phase = phases.get(new ControlRef(catalogue, section));
                      if (phase != null) {
                        found.add(phase);
                      }
                    }));
    return found;
  }
}
