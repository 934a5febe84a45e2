package org.concordat.formats.yaml;

import org.concordat.core.findings.Finding;

/** The rest of a file cannot be read. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  public Unreadable(Finding finding) {
    super(finding.message());
    this.finding = finding;
  }

  public Finding finding() {
    return finding;
  }
}
