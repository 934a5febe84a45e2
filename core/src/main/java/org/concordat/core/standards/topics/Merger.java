package org.concordat.core.standards.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.inference.ControlCoverage.Degree;

/**
 * Two organisations that become one, each with its own frameworks.
 *
 * @param topics in the order of the table
 * @param together what both have together
 */
public record Merger(List<MergedTopic> topics, TopicCoverage together) {
  public Merger {
    topics = List.copyOf(topics);
  }

  /** Who does a topic already. */
  public enum Share {
    /** Both do it: double work. */
    BOTH,
    ONLY_A,
    ONLY_B,
    /** Neither does it whole: a gap. */
    NEITHER
  }

  /** A topic as both organisations have it. */
  public record MergedTopic(TopicStanding a, TopicStanding b) {
    public Topic topic() {
      return a.topic();
    }

    public Share share() {
      boolean byA = a.standing() == Degree.COVERED;
      boolean byB = b.standing() == Degree.COVERED;
      if (byA) {
        return byB ? Share.BOTH : Share.ONLY_A;
      }
      return byB ? Share.ONLY_B : Share.NEITHER;
    }
  }

  /**
   * Joins two organisations.
   *
   * @param catalogues at least those of the table
   * @throws IllegalArgumentException when a catalogue of the table is missing, or what one of them
   *     says contradicts itself
   */
  public static Merger of(
      TopicTable table, Collection<Catalogue> catalogues, Statuses a, Statuses b) {
    TopicCoverage ofA = TopicCoverage.of(table, catalogues, a);
    TopicCoverage ofB = TopicCoverage.of(table, catalogues, b);
    List<MergedTopic> topics = new ArrayList<>();
    for (Topic topic : table.topics()) {
      topics.add(new MergedTopic(ofA.topic(topic), ofB.topic(topic)));
    }
    return new Merger(topics, ofA.with(ofB));
  }

  /** The topics with that share, in the order of the table. */
  public List<MergedTopic> with(Share share) {
    return topics.stream().filter(t -> t.share() == share).toList();
  }
}
