/**
 * The first draft of an agreement: from what a unit needs and what IT offers to lines with prices
 * and reasons.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.agreements.drafting;
