package org.concordat.formats.workspace;

import org.concordat.core.findings.Finding;

/** The rest of a file cannot be read. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  Unreadable(Finding finding) {
    super(finding.message());
    this.finding = finding;
  }

  Finding finding() {
    return finding;
  }
}
