package org.concordat.core.alignment;

import java.util.List;

/**
 * A property of an asset that security preserves. The ontology is open: these are the ones that
 * Concordat knows by name, an organisation may write any other identifier.
 */
public final class SecurityProperty {
  public static final String CONFIDENTIALITY = "confidentiality";
  public static final String INTEGRITY = "integrity";
  public static final String AVAILABILITY = "availability";

  /** The properties of an asset that states none. */
  public static final List<String> CLASSIC = List.of(CONFIDENTIALITY, INTEGRITY, AVAILABILITY);

  /**
   * The classic three and those that the literature adds (Firesmith, <i>Engineering Security
   * Requirements</i>, 2003; ISO/IEC 27000:2018, 3.28).
   */
  public static final List<String> KNOWN =
      List.of(
          CONFIDENTIALITY,
          INTEGRITY,
          AVAILABILITY,
          "accountability",
          "anonymity",
          "authenticity",
          "non-repudiation",
          "possession",
          "privacy",
          "reliability",
          "safety",
          "unlinkability",
          "utility");

  private SecurityProperty() {}
}
