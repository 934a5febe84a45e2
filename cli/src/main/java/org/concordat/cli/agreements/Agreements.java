package org.concordat.cli.agreements;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.concordat.cli.output.Terminal;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.priorities.RationalePath;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.agreements.AgreementFiles;
import org.concordat.formats.results.EnglishResults;
import org.jspecify.annotations.Nullable;

/** Reads agreements, and says what is in them in words. */
final class Agreements {
  static final String DESCRIPTION = "The agreement: a file in YAML or JSON, signed or not.";

  private static final EnglishResults ENGLISH = new EnglishResults();

  private Agreements() {}

  static Agreement read(Path file, Terminal terminal) throws IOException, InvalidInput {
    AgreementFiles.Read read = AgreementFiles.read(file);
    tell(read.warnings(), terminal);
    return read.agreement();
  }

  static void tell(List<Finding> findings, Terminal terminal) {
    for (Finding finding : findings) {
      terminal.message(
          finding.severity().name().toLowerCase(Locale.ROOT) + ": " + finding.message());
    }
  }

  /** The name of a level by its number; {@code none} for 0. */
  static String level(ImpactScale scale, int number) {
    return number == 0 ? ImpactScale.NONE : scale.names().get(Math.min(number, scale.size()) - 1);
  }

  static String path(@Nullable RationalePath path) {
    return path == null ? "" : String.join(" → ", path.path());
  }

  /** Such as {@code availability at least 99.5 % in every month}. */
  static String words(TargetTerms terms) {
    return ENGLISH.target(terms);
  }

  static String value(Measure measure, @Nullable BigDecimal value) {
    return value == null ? "" : ENGLISH.value(measure, value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
