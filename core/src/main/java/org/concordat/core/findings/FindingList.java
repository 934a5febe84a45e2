package org.concordat.core.findings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings of one check, gathered within bounds: however broken the input is, the list stays
 * readable and small. Errors come before warnings when there are too many for both.
 *
 * <p>Not safe for use by several threads.
 */
public final class FindingList {
  /** So many findings are listed; the rest is counted. */
  public static final int LISTED = 1_000;

  /** So many findings may spend time on a suggestion. */
  public static final int SUGGESTED = 100;

  private final List<Finding> errors = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();
  private int errorCount;
  private int warningCount;

  /** A list with nothing in it. */
  public FindingList() {}

  public void error(Place place, String problem, @Nullable String remedy) {
    add(Finding.error(place, problem, remedy));
  }

  public void warning(Place place, String problem, @Nullable String remedy) {
    add(Finding.warning(place, problem, remedy));
  }

  public void add(Finding finding) {
    switch (finding.severity()) {
      case ERROR -> {
        errorCount++;
        keep(finding, errors);
      }
      case WARNING -> {
        warningCount++;
        keep(finding, warnings);
      }
    }
  }

  private static void keep(Finding finding, List<Finding> kept) {
    if (kept.size() < LISTED) {
      kept.add(finding);
    }
  }

  public boolean hasErrors() {
    return errorCount > 0;
  }

  /** Whether the next finding is one of the first {@value #SUGGESTED}. */
  public boolean suggests() {
    return errorCount + warningCount < SUGGESTED;
  }

  /**
   * The errors and then the warnings, each in the order in which they were added, at most {@value
   * #LISTED}; where there are more, one last finding counts the rest and is an error when the rest
   * holds one.
   */
  public List<Finding> list() {
    List<Finding> listed = new ArrayList<>(errors);
    listed.addAll(warnings.subList(0, Math.min(warnings.size(), LISTED - errors.size())));
    int moreErrors = errorCount - errors.size();
    int moreWarnings = errorCount + warningCount - listed.size() - moreErrors;
    if (moreErrors > 0) {
      listed.add(Finding.error(Place.NOWHERE, rest(moreErrors, moreWarnings), null));
    } else if (moreWarnings > 0) {
      listed.add(Finding.warning(Place.NOWHERE, rest(moreErrors, moreWarnings), null));
    }
    return List.copyOf(listed);
  }

  private static String rest(int errors, int warnings) {
    return "the first "
        + LISTED
        + " are listed; not listed are "
        + counted(errors, "error")
        + " and "
        + counted(warnings, "warning");
  }

  private static String counted(int count, String what) {
    return count == 1 ? "1 " + what : count + " " + what + "s";
  }
}
