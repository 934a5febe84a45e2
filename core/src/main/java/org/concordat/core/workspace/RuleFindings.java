package org.concordat.core.workspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Finding.Severity;
import org.concordat.core.findings.Nearest;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/** Findings on a workspace, bounded: the first ones in full, the rest counted. */
final class RuleFindings {
  /** How many findings are listed; the rest are counted. */
  static final int MOST_LISTED = 1_000;

  /** How many findings look for what was meant, which takes time in a large workspace. */
  private static final int MOST_GUESSED = 100;

  private final List<Finding> findings = new ArrayList<>();
  private int guessed;
  private int moreErrors;
  private int moreWarnings;

  void error(String key, String problem, @Nullable String remedy) {
    add(Severity.ERROR, key, problem, remedy);
  }

  void warning(String key, String problem, @Nullable String remedy) {
    add(Severity.WARNING, key, problem, remedy);
  }

  /** A reference to something that does not exist. */
  void dangling(String key, String what, String written, Collection<String> known) {
    error(key, "there is no " + what + " '" + written + "'", guess(written, known, what));
  }

  /** What was probably meant, in words. */
  String guess(String written, Collection<String> known, String what) {
    if (guessed++ < MOST_GUESSED) {
      var near = Nearest.to(written, known);
      if (near.isPresent()) {
        return "did you mean '" + near.get() + "'?";
      }
    }
    return known.isEmpty()
        ? "the workspace has none at all"
        : "write the id of an existing " + what;
  }

  private void add(Severity severity, String key, String problem, @Nullable String remedy) {
    if (findings.size() < MOST_LISTED) {
      findings.add(new Finding(severity, Place.ofKey(key), problem, remedy));
    } else if (severity == Severity.ERROR) {
      moreErrors++;
    } else {
      moreWarnings++;
    }
  }

  List<Finding> all() {
    if (moreErrors > 0) {
      findings.add(Finding.error(Place.NOWHERE, moreErrors + " more errors of such kinds", null));
    }
    if (moreWarnings > 0) {
      findings.add(
          Finding.warning(Place.NOWHERE, moreWarnings + " more warnings of such kinds", null));
    }
    return List.copyOf(findings);
  }
}
