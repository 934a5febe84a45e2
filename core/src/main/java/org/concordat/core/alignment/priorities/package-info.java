/**
 * The engine that turns an organisation's judgements into explained priorities.
 *
 * <p>{@link org.concordat.core.alignment.priorities.Estate} is the compact graph; {@link
 * org.concordat.core.alignment.priorities.Priorities} holds the answers, each with its rationale.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.alignment.priorities;
