package org.concordat.core.alignment.rounds;

/**
 * What alpha allows to do with the answers.
 *
 * @see "K. Krippendorff, Content Analysis, 4th edition, 2018, chapter 12: rely on variables with
 *     alpha of .800 and above; consider those between .667 and .800 only for tentative conclusions"
 */
public enum Trust {
  /** From {@value #FIRM}: the judges see the same; rely on the answers. */
  RELIABLE,
  /** From {@value #TENTATIVELY}: good for first conclusions only. */
  TENTATIVE,
  /** Below: the judges do not see the same; speak before anything follows from the answers. */
  NONE;

  private static final double FIRM = 0.8;
  private static final double TENTATIVELY = 0.667;

  /** What an alpha allows. */
  public static Trust of(double alpha) {
    return alpha >= FIRM ? RELIABLE : alpha >= TENTATIVELY ? TENTATIVE : NONE;
  }
}
