package org.concordat.core.findings;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when input cannot be used; carries every finding, not just the first. */
public final class InvalidInput extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  /**
   * Input with these findings.
   *
   * @param findings at least one, errors and warnings in the order in which they stand in the input
   */
  public InvalidInput(List<Finding> findings) {
    super(findings.stream().map(Finding::message).collect(Collectors.joining("\n")));
    if (findings.isEmpty()) {
      throw new IllegalArgumentException("invalid input needs at least one finding");
    }
    this.findings = List.copyOf(findings);
  }

  public InvalidInput(Finding finding) {
    this(List.of(finding));
  }

  /** The same about a file that people know by another name. */
  public InvalidInput renamed(String from, String to) {
    return new InvalidInput(findings.stream().map(finding -> finding.renamed(from, to)).toList());
  }

  public List<Finding> findings() {
    return findings;
  }
}
