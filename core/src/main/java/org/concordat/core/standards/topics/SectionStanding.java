package org.concordat.core.standards.topics;

import java.util.List;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage.Degree;

/**
 * How far a section is covered, and by what.
 *
 * @param operation what the organisation says of the section itself
 * @param hasCounterpart false when the table says that the other catalogues have nothing for it,
 *     whatever topics name it among all
 * @param topics all topics that name it
 */
public record SectionStanding(
    ControlRef section,
    String title,
    Degree standing,
    Operation operation,
    boolean hasCounterpart,
    List<TopicStanding> topics) {
  public SectionStanding {
    topics = List.copyOf(topics);
  }

  /** The topics that name it and are not covered yet. */
  public List<TopicStanding> left() {
    return topics.stream().filter(t -> t.standing() != Degree.COVERED).toList();
  }
}
