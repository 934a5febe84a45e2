package org.concordat.server.workspace;

import java.util.List;
import java.util.UUID;
import org.concordat.core.alignment.live.Applied;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.WorkspaceChange;

/**
 * What became of a wish to change an organisation's model; nothing is changed unless it is done.
 */
public sealed interface ChangeOutcome {
  /**
   * The changes are made and stored.
   *
   * @param change the id of this action in the trail
   * @param applied what it did to the priorities
   */
  record Done(UUID change, Applied applied) implements ChangeOutcome {}

  /**
   * Somebody else was faster.
   *
   * @param conflicts what is there now in place of what was to be changed
   */
  record Stale(List<Verdict.Conflict> conflicts) implements ChangeOutcome {
    public Stale {
      conflicts = List.copyOf(conflicts);
    }
  }

  /**
   * The model would break rules.
   *
   * @param findings the errors, each with the change that leads to it
   */
  record Unsound(List<Finding> findings) implements ChangeOutcome {
    public Unsound {
      findings = List.copyOf(findings);
    }
  }

  /**
   * The caller's roles do not go so far.
   *
   * @param changes those that another has to make
   */
  record Refused(List<WorkspaceChange> changes) implements ChangeOutcome {
    public Refused {
      changes = List.copyOf(changes);
    }
  }
}
