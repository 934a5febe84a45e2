package org.concordat.server.alignment;

import java.util.List;
import java.util.Optional;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.core.workspace.WorkspaceRules;
import org.concordat.server.trail.history.PastModels;
import org.concordat.server.trail.history.PastModels.Comparison;

/**
 * What changes would do to the priorities, found by running the engine on a copy.
 *
 * @param findings the errors that forbid the changes
 * @param comparison empty when there are errors, or the model is too large to be reckoned while
 *     somebody waits
 */
record Foresight(List<Finding> findings, Optional<Comparison> comparison) {
  /** Of larger models it takes more than a few seconds. */
  private static final int LARGEST = 400_000;

  Foresight {
    findings = List.copyOf(findings);
  }

  /** Foresees changes of a model, which stays as it is. */
  static Foresight of(Snapshot model, List<WorkspaceChange> changes) {
    return of(model.workspace(), changes);
  }

  /** The same of a value. */
  static Foresight of(Workspace now, List<WorkspaceChange> changes) {
    Workspace after = WorkspaceDiff.apply(now, changes);
    List<Finding> errors =
        WorkspaceRules.check(after).stream()
            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
            .toList();
    boolean reckons = errors.isEmpty() && now.assets().size() <= LARGEST;
    return new Foresight(
        errors, reckons ? Optional.of(PastModels.compare(now, after)) : Optional.empty());
  }
}
