package org.concordat.server.agreements.pages;

import java.util.List;
import org.concordat.formats.yaml.Words;

/** The words by which forms name what can be measured. */
public final class AmountWords {
  /** The kinds of measures, the most usual first. */
  public static final List<String> MEASURES =
      List.of(
          "availability",
          "within-time",
          "success-ratio",
          "occurrences",
          "longest-time",
          "sample-mean",
          "worst-sample",
          "samples-within");

  /** The units in which times are told. */
  public static final List<String> TIME_UNITS = Words.all(FieldReader.TimeUnit.class);

  private AmountWords() {}
}
