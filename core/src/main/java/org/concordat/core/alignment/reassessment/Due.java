package org.concordat.core.alignment.reassessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs another look.
 *
 * @param reasons all of them, the gravest first; at least one
 */
public record Due(Subject subject, List<Reason> reasons) {
  public Due {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("nothing needs another look without a reason");
    }
  }

  /** What is to be looked at. */
  public sealed interface Subject {
    /**
     * The judgements of one link.
     *
     * @param judgedOn the day of the judgement that counts, of several the last; null when none
     *     says, or there is none
     */
    record Judged(Impact.Link link, @Nullable LocalDate judgedOn) implements Subject {}

    /** A requirement that nobody has judged. */
    record Unjudged(Requirement requirement) implements Subject {}

    /**
     * What was promised of a requirement.
     *
     * @param agreement where it stands: the agreement's id, a slash, and the version since which it
     *     holds
     * @param target the id of the target in it
     */
    record Promised(String agreement, String target, Requirement requirement) implements Subject {}
  }

  /** How incidents contradict a judgement. */
  public enum Contradiction {
    /** An incident did more. */
    HIGHER_THAN_JUDGED,
    /** Nobody has judged this damage at all. */
    NOT_JUDGED,
    /** Several incidents did less, and none as much. */
    LOWER_EVERY_TIME
  }

  /** Why. */
  public sealed interface Reason {
    /** Something happened. */
    record Happened(Incident incident) implements Reason {}

    /**
     * Incidents did another damage than was judged.
     *
     * @param judged what counts now; null when nobody judged it
     * @param seen the highest level among the incidents
     * @param incidents those that show it, in the order of their days
     */
    record Contradicted(
        Contradiction how, @Nullable Level judged, Level seen, List<Incident> incidents)
        implements Reason {
      public Contradicted {
        incidents = List.copyOf(incidents);
      }
    }

    /**
     * What was promised was broken again and again, and nobody was harmed: perhaps less is needed.
     *
     * @param agreement as in {@link Subject.Promised}
     * @param windows how many windows of the last year were breached
     * @param last the last day of the last of them
     */
    record BrokenWithoutHarm(String agreement, int windows, LocalDate last) implements Reason {}

    /**
     * A target was met in each of the last windows with at least half of its budget left.
     *
     * @param worst the worst value among them, which could be the threshold
     */
    record AlwaysMet(int windows, BigDecimal worst) implements Reason {}

    /**
     * A target was breached in each of the last windows.
     *
     * @param best the best value among them, which could be the threshold
     */
    record NeverMet(int windows, BigDecimal best) implements Reason {}

    /** What was judged is no longer what it was. */
    record Changed(ThingChange change) implements Reason {}

    /** Its time is over. */
    record Lapsed(LocalDate dueOn) implements Reason {}

    /** Nobody knows how old the judgement is. */
    record Undated() implements Reason {}
  }
}
