package org.concordat.core.standards.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.inference.ControlCoverage.Degree;

/**
 * The work for all catalogues of a table together, each piece once, with every section that it
 * serves.
 *
 * @param items in the order of the table
 * @param outside the controls that no topic has to do with, by catalogue; each is work for its own
 *     catalogue alone
 */
public record JointWork(List<WorkItem> items, Map<String, List<ControlRef>> outside) {
  public JointWork {
    items = List.copyOf(items);
    outside = Map.copyOf(outside);
  }

  /**
   * A piece of work.
   *
   * @param phases all phases of the cycle that its sections belong to
   */
  public record WorkItem(TopicStanding topic, TopicTable.Group group, Set<Phase> phases) {
    public WorkItem {
      phases = Set.copyOf(phases);
    }

    /** The earliest of its phases, under which it is listed once; empty when it has none. */
    public Optional<Phase> phase() {
      return phases.stream().min(Phase::compareTo);
    }

    /** All sections that it serves, whatever their catalogue. */
    public List<ControlRef> serves() {
      List<ControlRef> serves = new ArrayList<>();
      topic
          .topic()
          .sections()
          .forEach((catalogue, ids) -> ids.forEach(i -> serves.add(new ControlRef(catalogue, i))));
      return serves;
    }
  }

  public static JointWork of(TopicCoverage coverage) {
    TopicTable table = coverage.table();
    Map<String, TopicTable.Group> groups =
        table.groups().stream().collect(Collectors.toMap(TopicTable.Group::id, g -> g));
    List<WorkItem> items = new ArrayList<>();
    for (Topic topic : table.topics()) {
      TopicTable.Group group = groups.get(topic.group());
      if (group != null) {
        items.add(new WorkItem(coverage.topic(topic), group, table.phases(topic)));
      }
    }
    return new JointWork(
        items, table.catalogues().stream().collect(Collectors.toMap(c -> c, coverage::outside)));
  }

  /** The items listed under a phase. */
  public List<WorkItem> in(Phase phase) {
    return items.stream().filter(i -> i.phase().filter(p -> p == phase).isPresent()).toList();
  }

  /** What is still to do: the items that are not covered. */
  public List<WorkItem> left() {
    return items.stream().filter(i -> i.topic().standing() != Degree.COVERED).toList();
  }

  /**
   * How many pieces of work are saved against doing each catalogue by itself: an item counts once
   * for each catalogue that it serves, but the first.
   */
  public int saved() {
    return items.stream()
        .mapToInt(
            i ->
                (int)
                        i.topic().topic().sections().values().stream()
                            .filter(s -> !s.isEmpty())
                            .count()
                    - 1)
        .sum();
  }
}
