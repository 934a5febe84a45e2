/**
 * How an agreement comes about and ends: who may do what, in which state, and who may not do both.
 *
 * <pre>
 * Draft -propose-> Proposed -counter-> Countered -counter-> Countered ...
 * Proposed | Countered -agree-> PendingReview -open review-> UnderReview
 * UnderReview -conclude-> Reviewed            -counter-> Countered       -escalate-> Escalated
 * Escalated -decide-> Decided                 Decided -carry out-> Decided
 * Reviewed | Decided -sign-> SignedByOne -sign-> SignedByBoth -put in force-> InForce
 * InForce -supersede-> Superseded             -terminate-> Terminated    -expire-> Expired
 * anything before the second signature -withdraw-> Withdrawn
 * </pre>
 *
 * <p>A {@link org.concordat.core.agreements.negotiation.Move} is what somebody does; {@link
 * org.concordat.core.agreements.negotiation.Lifecycle} makes it or says why not. The list of moves
 * is all there is to keep: {@link org.concordat.core.agreements.negotiation.Lifecycle#replay} gives
 * the state again.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.agreements.negotiation;
