/**
 * Judgement rounds: several people judge the same links apart; how far they agree, where they
 * differ, and how much that matters.
 *
 * <p>The data model, as a small grammar:
 *
 * <pre>
 * RoundAnswers = link*, Judge*, Given*         what was asked of whom, and what they said
 * Judge        = id, Awareness                 Awareness = Training, role?
 * Given        = link, judge, Answer
 * Answer       = Rated | NoImpact | Unknown    each with its reason, if one was given
 * Stage        = DRAFT, OPEN, CLOSED, CONVERGING, CONCLUDED
 * </pre>
 *
 * <p>{@link org.concordat.core.alignment.rounds.RoundAgreement} puts everything together: {@link
 * org.concordat.core.alignment.rounds.Reliability} is Krippendorff's alpha, {@link
 * org.concordat.core.alignment.rounds.Concordance} Kendall's W, {@link
 * org.concordat.core.alignment.rounds.Consequence} what a disagreement does to the priorities.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.alignment.rounds;
