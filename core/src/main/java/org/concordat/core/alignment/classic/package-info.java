/**
 * The classic table of risk levels by security concern, beside the priorities that follow from
 * business goals, and a measure of how far the two disagree.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.alignment.classic;
