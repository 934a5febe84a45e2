/**
 * Judgement rounds in the database: who is asked about what, what they said, and what was agreed.
 * The figures are those of {@link org.concordat.core.alignment.rounds}.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.alignment.rounds;
