/** What agreements ask of an organisation's model: what a unit needs, why, and from whom. */
@org.jspecify.annotations.NullMarked
package org.concordat.core.agreements.needs;
