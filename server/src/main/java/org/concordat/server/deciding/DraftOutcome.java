package org.concordat.server.deciding;

import java.util.List;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.WorkspaceChange;

/** What became of a wish about a draft; nothing is changed unless it is done. */
public sealed interface DraftOutcome {
  /** It is done. */
  record Done(Draft draft) implements DraftOutcome {}

  /** There is no such draft, or the caller may not open it. */
  record Missing() implements DraftOutcome {}

  /** The draft is not as the caller saw it. */
  record Outdated() implements DraftOutcome {}

  /** The draft stands where this cannot be done to it, or not by the caller. */
  record NotNow(Why why) implements DraftOutcome {}

  /** Why something cannot be done to a draft. */
  enum Why {
    /** It is somebody else's. */
    NOT_YOURS,
    /** It is no longer open. */
    NOT_OPEN,
    /** Nobody has proposed it. */
    NOT_PROPOSED,
    /** Whoever proposes does not decide. */
    OWN_PROPOSAL,
    /** It has no changes. */
    EMPTY
  }

  /** What it asks for is no change that could be made. */
  record Wrong(String message) implements DraftOutcome {}

  /** The model would break rules. */
  record Unsound(List<Finding> findings) implements DraftOutcome {
    public Unsound {
      findings = List.copyOf(findings);
    }
  }

  /** The model is no longer as the draft's changes say it was. */
  record Stale(List<Verdict.Conflict> conflicts) implements DraftOutcome {
    public Stale {
      conflicts = List.copyOf(conflicts);
    }
  }

  /** The caller's roles do not go so far as these changes. */
  record Refused(List<WorkspaceChange> changes) implements DraftOutcome {
    public Refused {
      changes = List.copyOf(changes);
    }
  }
}
