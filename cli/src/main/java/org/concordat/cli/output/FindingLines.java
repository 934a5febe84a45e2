package org.concordat.cli.output;

import java.util.List;
import org.concordat.core.findings.Finding;

/** Findings for people. */
public final class FindingLines {
  private FindingLines() {}

  /** Tells findings, one line each. */
  public static void tell(List<Finding> findings, Terminal terminal) {
    for (Finding finding : findings) {
      String severity =
          switch (finding.severity()) {
            case ERROR -> "error: ";
            case WARNING -> "warning: ";
          };
      terminal.message(severity + finding.message());
    }
  }
}
