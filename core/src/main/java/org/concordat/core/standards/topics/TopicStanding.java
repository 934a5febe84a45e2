package org.concordat.core.standards.topics;

import java.util.List;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage.Degree;

/**
 * How far a topic is done, and what that follows from.
 *
 * @param standing covered, partly or open
 * @param bases empty when nothing of it is done
 */
public record TopicStanding(Topic topic, Degree standing, List<Basis> bases) {
  public TopicStanding {
    bases = List.copyOf(bases);
  }

  /** What the standing of a topic follows from. */
  public sealed interface Basis {
    /** The organisation says it of the topic itself. */
    record Said(Operation operation) implements Basis {}

    /**
     * The sections of one catalogue that the topic names.
     *
     * @param standing how far they do the topic
     */
    record Sections(String catalogue, Degree standing, List<Section> sections) implements Basis {
      public Sections {
        sections = List.copyOf(sections);
      }
    }

    /**
     * A section that the topic names.
     *
     * @param because the controls that the organisation spoke of and that make it so
     */
    record Section(ControlRef section, Operation operation, List<String> because) {
      public Section {
        because = List.copyOf(because);
      }
    }
  }
}
