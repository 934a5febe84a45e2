package org.concordat.server.standards;

import java.util.List;
import java.util.UUID;
import org.concordat.core.findings.Finding;
import org.concordat.core.standards.programme.ProgrammeChange;
import org.concordat.core.standards.programme.ProgrammeEntry;
import org.jspecify.annotations.Nullable;

/** What became of some wishes; the programme is other than before only when they are saved. */
public sealed interface SaveResult {
  /**
   * They have come true.
   *
   * @param action the id of this action in the trail, or null when all of it was true already
   * @param changes what had to change
   */
  record Saved(@Nullable UUID action, List<ProgrammeChange> changes) implements SaveResult {
    public Saved {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Somebody was faster.
   *
   * @param wish the first wish that was decided on the sight of another state
   * @param present what is there now, or null for nothing
   */
  record Conflict(ProgrammeWish wish, @Nullable ProgrammeEntry present) implements SaveResult {}

  /** The programme would break rules; nothing was done. */
  record Unsound(List<Finding> findings) implements SaveResult {
    public Unsound {
      findings = List.copyOf(findings);
    }
  }

  /**
   * The caller's roles do not go so far; nothing was done.
   *
   * @param changes those that another has to make
   */
  record Refused(List<ProgrammeChange> changes) implements SaveResult {
    public Refused {
      changes = List.copyOf(changes);
    }
  }
}
