/**
 * Agreements in the database: what was done to them, what units and supply say to each other, the
 * security services that they are made of.
 *
 * <p>An agreement is the list of its {@link org.concordat.core.agreements.negotiation.Move moves};
 * its state is made from them whenever somebody asks ({@link
 * org.concordat.core.agreements.negotiation.Lifecycle}). Nothing is kept in memory but what an
 * organisation's units need ({@link org.concordat.server.agreements.OrganisationNeeds}).
 */
@NullMarked
package org.concordat.server.agreements;

import org.jspecify.annotations.NullMarked;
