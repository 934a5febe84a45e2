package org.concordat.server.agreements.pages;

import org.concordat.core.agreements.AgreementLine;
import org.concordat.core.agreements.Measure;
import org.concordat.core.agreements.TargetTerms;
import org.concordat.server.web.Surroundings;

/** What templates ask about the lines of an offer's form. */
public final class OfferLines {
  private OfferLines() {}

  /** The id of the element with a line's quantity, price and thresholds. */
  public static String termsId(AgreementLine line) {
    return FormProblems.id("terms-" + line.id());
  }

  /** The id of the element with what a line costs. */
  public static String costId(AgreementLine line) {
    return FormProblems.id("cost-" + line.id());
  }

  /** The value of a line's present choice. */
  public static String choice(AgreementLine line) {
    return OfferForm.choiceOf(line);
  }

  /** A threshold as it stands in the form. */
  public static String shown(TargetTerms terms) {
    return FieldReader.shown(terms.measure(), terms.threshold());
  }

  /** What a threshold counts, in brackets; empty where that is plain. */
  public static String unit(Surroundings here, Measure measure) {
    return switch (measure.scale()) {
      case SHARE -> " (%)";
      case SECONDS -> " (" + here.text("agreements.inSeconds") + ")";
      case COUNT, AS_SAMPLED -> "";
    };
  }
}
