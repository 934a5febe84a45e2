package org.concordat.formats.tables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.jspecify.annotations.Nullable;

/** Collects findings, up to a limit for each severity, and counts the rest. */
final class FindingLog {
  private final List<Finding> errors = new ArrayList<>();
  private final List<Finding> warnings = new ArrayList<>();
  private final Map<String, Repeated> repeated = new LinkedHashMap<>();
  private int moreErrors;
  private int moreWarnings;

  void error(Place place, String problem, @Nullable String remedy) {
    if (errors.size() < TableLimits.FINDINGS) {
      errors.add(Finding.error(place, problem, remedy));
    } else {
      moreErrors++;
    }
  }

  void warning(Place place, String problem, @Nullable String remedy) {
    if (warnings.size() < TableLimits.FINDINGS) {
      warnings.add(Finding.warning(place, problem, remedy));
    } else {
      moreWarnings++;
    }
  }

  /** A warning that is given once, at its first place, however often the same thing comes again. */
  void warningOnce(Place place, String problem, @Nullable String remedy) {
    Repeated known = repeated.get(problem);
    if (known != null) {
      known.times++;
    } else if (repeated.size() < TableLimits.FINDINGS) {
      repeated.put(problem, new Repeated(place, remedy));
    } else {
      moreWarnings++;
    }
  }

  /**
   * The warnings.
   *
   * @throws InvalidInput when there are errors; it holds these and the warnings
   */
  List<Finding> warningsUnlessErrors() throws InvalidInput {
    List<Finding> all = new ArrayList<>(warnings);
    repeated.forEach((problem, r) -> all.add(r.finding(problem)));
    if (moreWarnings > 0) {
      all.add(
          Finding.warning(
              Place.NOWHERE, "%,d more warnings are not listed".formatted(moreWarnings), null));
    }
    if (errors.isEmpty()) {
      return all;
    }
    if (moreErrors > 0) {
      errors.add(
          Finding.error(
              Place.NOWHERE,
              "%,d more errors are not listed".formatted(moreErrors),
              "mend these first and read the file again"));
    }
    errors.addAll(all);
    throw new InvalidInput(errors);
  }

  private static final class Repeated {
    final Place first;
    final @Nullable String remedy;
    int times = 1;

    Repeated(Place first, @Nullable String remedy) {
      this.first = first;
      this.remedy = remedy;
    }

    Finding finding(String problem) {
      String often = times == 1 ? "" : " (%,d times, first here)".formatted(times);
      return Finding.warning(first, problem + often, remedy);
    }
  }
}
