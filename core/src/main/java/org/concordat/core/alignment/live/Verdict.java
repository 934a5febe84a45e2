package org.concordat.core.alignment.live;

import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.WorkspaceChange;
import org.jspecify.annotations.Nullable;

/** Whether changes can be made to a workspace as it is now. */
public sealed interface Verdict {
  /** They can. */
  record Sound() implements Verdict {}

  /**
   * The workspace is not as the changes say it was: somebody was faster.
   *
   * @param conflicts at least one
   */
  record Stale(List<Conflict> conflicts) implements Verdict {
    public Stale {
      conflicts = List.copyOf(conflicts);
    }
  }

  /**
   * The workspace would break rules.
   *
   * @param findings errors alone, at least one; the place of each is the change that leads to it,
   *     such as {@code changes[2].on}, counted from 0
   */
  record Unsound(List<Finding> findings) implements Verdict {
    public Unsound {
      findings = List.copyOf(findings);
    }
  }

  /**
   * A change whose {@code before} the workspace does not hold.
   *
   * @param present what the workspace holds in its place, of the same type, or null for nothing
   */
  record Conflict(WorkspaceChange change, @Nullable Object present) {}
}
