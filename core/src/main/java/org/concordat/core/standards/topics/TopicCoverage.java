package org.concordat.core.standards.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.topics.TopicStanding.Basis;

/**
 * What an organisation has of a table of topics, topic by topic, section by section and group by
 * group, each with what it follows from.
 *
 * <p>A topic is covered when the organisation says so, or when all sections of one catalogue that
 * it names are in operation; partly when some are, or are partly; else open. A section is covered
 * when all topics that name it are covered, partly when some are, and possibly when some are only
 * partly covered; what the organisation says of the section itself counts as well. Topics that name
 * a catalogue as a whole never cover a section by themselves.
 */
public final class TopicCoverage {
  private final TopicTable table;
  private final Map<String, Catalogue> catalogues = new LinkedHashMap<>();
  private final Map<String, Map<String, Operation>> operations = new LinkedHashMap<>();
  private final Map<String, TopicStanding> standings = new LinkedHashMap<>();

  private TopicCoverage(TopicTable table, Collection<Catalogue> catalogues) {
    this.table = table;
    for (Catalogue catalogue : catalogues) {
      if (table.catalogues().contains(catalogue.id())) {
        this.catalogues.put(catalogue.id(), catalogue);
      }
    }
    if (this.catalogues.size() < table.catalogues().size()) {
      throw new IllegalArgumentException("the catalogues of table " + table.id() + " are missing");
    }
  }

  /**
   * What follows from what an organisation says.
   *
   * @param catalogues at least those of the table
   * @throws IllegalArgumentException when a catalogue of the table is missing, or what is said
   *     contradicts itself
   */
  public static TopicCoverage of(
      TopicTable table, Collection<Catalogue> catalogues, Statuses statuses) {
    TopicCoverage coverage = new TopicCoverage(table, catalogues);
    Map<String, InOperation> sides = new LinkedHashMap<>();
    for (Catalogue catalogue : coverage.catalogues.values()) {
      if (statuses.speaksOf(catalogue.id())) {
        InOperation side = InOperation.of(catalogue, statuses.of(catalogue.id()));
        sides.put(catalogue.id(), side);
        coverage.operations.put(catalogue.id(), side.all());
      }
    }
    for (Topic topic : table.topics()) {
      coverage.standings.put(topic.id(), standing(topic, statuses, sides));
    }
    return coverage;
  }

  private static TopicStanding standing(
      Topic topic, Statuses statuses, Map<String, InOperation> sides) {
    Operation said = statuses.topics().get(topic.id());
    if (said != null) {
      return new TopicStanding(topic, Degrees.of(said), List.of(new Basis.Said(said)));
    }
    Degree best = Degree.OPEN;
    List<Basis> bases = new ArrayList<>();
    for (Map.Entry<String, InOperation> side : sides.entrySet()) {
      List<Basis.Section> sections =
          topic.sections(side.getKey()).stream()
              .map(s -> section(side.getKey(), s, side.getValue()))
              .toList();
      if (sections.isEmpty()) {
        continue;
      }
      Degree standing = ofSections(sections);
      best = Degrees.better(best, standing);
      if (standing != Degree.OPEN) {
        bases.add(new Basis.Sections(side.getKey(), standing, sections));
      }
    }
    return new TopicStanding(topic, best, bases);
  }

  private static Basis.Section section(String catalogue, String section, InOperation operation) {
    return new Basis.Section(
        new ControlRef(catalogue, section), operation.of(section), operation.because(section));
  }

  private static Degree ofSections(List<Basis.Section> sections) {
    if (sections.stream().allMatch(s -> s.operation() == Operation.YES)) {
      return Degree.COVERED;
    }
    return sections.stream().allMatch(s -> s.operation() == Operation.NO)
        ? Degree.OPEN
        : Degree.PARTLY;
  }

  public TopicTable table() {
    return table;
  }

  /** All topics, in the order of the table. */
  public List<TopicStanding> topics() {
    return List.copyOf(standings.values());
  }

  /** The standing of a topic. */
  public TopicStanding topic(Topic topic) {
    TopicStanding standing = standings.get(topic.id());
    if (standing == null) {
      throw new IllegalArgumentException("table " + table.id() + " has no topic " + topic.id());
    }
    return standing;
  }

  /** Every section of a catalogue that a topic names, in the order of the catalogue. */
  public List<SectionStanding> sections(String catalogue) {
    return existing(catalogue).controls().stream()
        .map(c -> section(existing(catalogue), c))
        .filter(s -> !s.topics().isEmpty())
        .toList();
  }

  private Catalogue existing(String id) {
    Catalogue catalogue = catalogues.get(id);
    if (catalogue == null) {
      throw new IllegalArgumentException("table " + table.id() + " says nothing of " + id);
    }
    return catalogue;
  }

  private SectionStanding section(Catalogue catalogue, Control control) {
    List<TopicStanding> naming = new ArrayList<>();
    boolean isMeant = false;
    for (TopicStanding standing : standings.values()) {
      if (standing.topic().sections(catalogue.id()).contains(control.id())) {
        naming.add(standing);
        isMeant |= !standing.topic().ofAll().contains(catalogue.id());
      }
    }
    ControlRef ref = new ControlRef(catalogue.id(), control.id());
    Operation operation =
        operations.getOrDefault(catalogue.id(), Map.of()).getOrDefault(control.id(), Operation.NO);
    boolean hasCounterpart =
        table.groups().stream().noneMatch(g -> !g.hasCounterpart() && ref.equals(g.control()));
    Degree served = hasCounterpart ? served(naming, isMeant) : Degree.OPEN;
    return new SectionStanding(
        ref,
        control.title(),
        Degrees.better(served, Degrees.of(operation)),
        operation,
        hasCounterpart,
        naming);
  }

  private static Degree served(List<TopicStanding> naming, boolean isMeant) {
    Degree served = Degrees.ofServed(naming.stream().map(TopicStanding::standing).toList());
    return served == Degree.COVERED && !isMeant ? Degree.PARTLY : served;
  }

  /**
   * The headings of the table that have topics directly under them, and those that have no
   * counterpart: covered when all their topics are.
   */
  public List<GroupStanding> groups() {
    return table.groups().stream()
        .filter(g -> !g.hasCounterpart() || !table.under(g).isEmpty())
        .map(
            g -> {
              List<TopicStanding> topics = table.under(g).stream().map(this::topic).toList();
              return new GroupStanding(
                  g,
                  Degrees.ofServed(topics.stream().map(TopicStanding::standing).toList()),
                  topics);
            })
        .toList();
  }

  /**
   * The outermost controls of a catalogue that have nothing to do with any topic: no topic names
   * them, a part of them, or what they are a part of. A topic that names the catalogue as a whole
   * does not count.
   */
  public List<ControlRef> outside(String catalogue) {
    Catalogue found = existing(catalogue);
    List<ControlRef> outside = new ArrayList<>();
    found.roots().forEach(r -> addOutside(found, r, outside));
    return outside;
  }

  private void addOutside(Catalogue catalogue, Control control, List<ControlRef> outside) {
    if (control.withdrawn() || isNamed(catalogue.id(), control)) {
      return;
    }
    if (holdsNamed(catalogue, control)) {
      catalogue.parts(control).forEach(p -> addOutside(catalogue, p, outside));
    } else {
      outside.add(new ControlRef(catalogue.id(), control.id()));
    }
  }

  private boolean holdsNamed(Catalogue catalogue, Control control) {
    return isNamed(catalogue.id(), control)
        || catalogue.parts(control).stream().anyMatch(p -> holdsNamed(catalogue, p));
  }

  private boolean isNamed(String catalogue, Control control) {
    return table.topics().stream()
        .anyMatch(
            t -> !t.ofAll().contains(catalogue) && t.sections(catalogue).contains(control.id()));
  }

  /**
   * What two organisations have together: a topic is as far as the one that is further, and so is
   * what is in operation.
   */
  TopicCoverage with(TopicCoverage other) {
    TopicCoverage both = new TopicCoverage(table, catalogues.values());
    for (TopicCoverage each : List.of(this, other)) {
      each.operations.forEach(
          (catalogue, operation) ->
              operation.forEach(
                  (control, o) ->
                      both.operations
                          .computeIfAbsent(catalogue, _ -> new HashMap<>())
                          .merge(control, o, InOperation::better)));
    }
    for (Topic topic : table.topics()) {
      TopicStanding one = topic(topic);
      TopicStanding two = other.topic(topic);
      List<Basis> bases = new ArrayList<>(one.bases());
      bases.addAll(two.bases());
      both.standings.put(
          topic.id(),
          new TopicStanding(topic, Degrees.better(one.standing(), two.standing()), bases));
    }
    return both;
  }
}
