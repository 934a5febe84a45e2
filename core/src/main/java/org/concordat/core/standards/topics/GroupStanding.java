package org.concordat.core.standards.topics;

import java.util.List;
import org.concordat.core.standards.inference.ControlCoverage.Degree;

/**
 * How far the topics under a heading, such as those of a process, are covered. It speaks of the
 * topics, not of all that the process asks for besides.
 *
 * @param topics empty when the table has no counterpart for it
 */
public record GroupStanding(TopicTable.Group group, Degree standing, List<TopicStanding> topics) {
  public GroupStanding {
    topics = List.copyOf(topics);
  }

  /** How many of the topics have that standing. */
  public long count(Degree counted) {
    return topics.stream().filter(t -> t.standing() == counted).count();
  }
}
