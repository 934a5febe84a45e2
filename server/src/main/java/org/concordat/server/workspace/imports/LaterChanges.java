package org.concordat.server.workspace.imports;

import java.util.List;
import java.util.Optional;
import org.concordat.core.alignment.live.Verdict.Conflict;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Place;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.workspace.ChangeOutcome;

/** What stands in the way of taking an action back, in words. */
final class LaterChanges {
  private LaterChanges() {}

  /** What stands in the way, or empty when something else came of it. */
  static Optional<List<Finding>> inTheWay(ChangeOutcome outcome) {
    return switch (outcome) {
      case ChangeOutcome.Stale(var conflicts) ->
          Optional.of(conflicts.stream().map(LaterChanges::finding).toList());
      // Their places count changes that nobody has seen.
      case ChangeOutcome.Unsound(var findings) ->
          Optional.of(
              findings.stream()
                  .map(finding -> Finding.error(Place.NOWHERE, finding.problem(), null))
                  .distinct()
                  .toList());
      case ChangeOutcome.Done _, ChangeOutcome.Refused _ -> Optional.empty();
    };
  }

  private static Finding finding(Conflict conflict) {
    WorkspaceChange change = conflict.change();
    String what =
        change.before() == null
            ? " is there again"
            : conflict.present() == null ? " has been removed since" : " has been changed since";
    return Finding.error(
        Place.NOWHERE, change.key() + what, "take back first what was done to it later");
  }
}
