package org.concordat.formats.workspace;

import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one file. */
final class SourceProblems {
  private final String file;
  private final FindingList findings;

  SourceProblems(String file, FindingList findings) {
    this.file = file;
    this.findings = findings;
  }

  void error(YamlNode node, @Nullable KeyPath path, String problem, @Nullable String remedy) {
    findings.error(
        Place.of(file, node.line(), node.column(), path == null ? null : path.toString()),
        problem,
        remedy);
  }

  String file() {
    return file;
  }

  boolean suggests() {
    return findings.suggests();
  }
}
