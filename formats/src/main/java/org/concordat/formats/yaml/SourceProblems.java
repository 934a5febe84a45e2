package org.concordat.formats.yaml;

import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file. */
public final class SourceProblems {
  private final String file;
  private final FindingList findings;

  public SourceProblems(String file, FindingList findings) {
    this.file = file;
    this.findings = findings;
  }

  public void error(
      YamlNode node, @Nullable KeyPath path, String problem, @Nullable String remedy) {
    findings.error(
        Place.of(file, node.line(), node.column(), path == null ? null : path.toString()),
        problem,
        remedy);
  }

  public String file() {
    return file;
  }

  public boolean suggests() {
    return findings.suggests();
  }
}
