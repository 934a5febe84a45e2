package org.concordat.server.standards;

import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.standards.programme.ProgrammeChange;
import org.concordat.server.workspace.StorableValues;

/** What of a programme's changes the database cannot hold. */
final class StorableEntries {
  private StorableEntries() {}

  /** The errors; the place of each is the entry and the column. */
  static List<Finding> check(List<ProgrammeChange> changes) {
    FindingList findings = new FindingList();
    for (ProgrammeChange change : changes) {
      if (change.after() != null) {
        StorableValues.check(
            change.key().kind() + " " + change.key() + ".",
            ProgrammeTables.of(change.key().kind()).values(change.after()),
            findings);
      }
    }
    return findings.list();
  }
}
