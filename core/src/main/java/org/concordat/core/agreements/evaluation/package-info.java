/**
 * Whether agreements are kept: records of what was measured, folded into days, judged by windows.
 *
 * <pre>
 * Measurement = id, target, at, receivedAt, Reading
 * Reading     = Counts(good, total) | Downtime(until) | Took(duration) | Sample(value)
 * DayFold     = Tally(good, total) | Outage(Spans) | Spread(sum, lowest, highest)     each with its number of records
 * Result      = target, window, Phase, Verdict, value?, slack?, credit, late, settled?
 * </pre>
 *
 * <p>A day of a target is a {@link org.concordat.core.agreements.evaluation.DayFold}, which is
 * small and joins with others; a window is the join of its days. Days are days in the agreement's
 * time zone, so that every window is made of whole ones.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.agreements.evaluation;
