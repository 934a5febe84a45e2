package org.concordat.core.standards;

import org.jspecify.annotations.Nullable;

/**
 * One row of a crosswalk.
 *
 * @param source a control of the crosswalk's source catalogue
 * @param statement what is said of (source, target)
 * @param target a control of the crosswalk's target catalogue
 * @param strength how strong the publisher finds the relation, {@value #WEAKEST} to {@value
 *     #STRONGEST}, or null; nothing is concluded from it
 * @param because the publisher's reason, or null
 * @param extras what else the publisher's file says of the pair
 */
public record Mapping(
    String source,
    Statement statement,
    String target,
    @Nullable Integer strength,
    @Nullable String because,
    Extras extras) {
  public static final int WEAKEST = 1;
  public static final int STRONGEST = 10;

  public Mapping {
    if (strength != null && (strength < WEAKEST || strength > STRONGEST)) {
      throw new IllegalArgumentException(
          "a strength is " + WEAKEST + " to " + STRONGEST + ", not " + strength);
    }
  }

  public Mapping(
      String source,
      Statement statement,
      String target,
      @Nullable Integer strength,
      @Nullable String because) {
    this(source, statement, target, strength, because, Extras.NONE);
  }

  public Mapping(String source, Statement statement, String target) {
    this(source, statement, target, null, null);
  }

  /** The same between controls that are spelt so. */
  public Mapping between(String sourceSpelling, String targetSpelling) {
    return new Mapping(sourceSpelling, statement, targetSpelling, strength, because, extras);
  }

  /** The same with something else that the publisher's file says. */
  public Mapping with(Extras others) {
    return new Mapping(source, statement, target, strength, because, others);
  }
}
