package org.concordat.core.alignment.reassessment;

import java.time.LocalDate;
import java.util.List;
import org.concordat.core.alignment.Impact;
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
     *     says
     */
    record Judged(Impact.Link link, @Nullable LocalDate judgedOn) implements Subject {}

    /** A requirement that nobody has judged. */
    record Unjudged(Requirement requirement) implements Subject {}
  }

  /** Why. */
  public sealed interface Reason {
    /** Something happened. */
    record Happened(Incident incident) implements Reason {}

    /** What was judged is no longer what it was. */
    record Changed(ThingChange change) implements Reason {}

    /** Its time is over. */
    record Lapsed(LocalDate dueOn) implements Reason {}

    /** Nobody knows how old the judgement is. */
    record Undated() implements Reason {}
  }
}
