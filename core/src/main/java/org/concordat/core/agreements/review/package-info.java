/** Whom an agreement hurts beside the unit that makes it. */
@org.jspecify.annotations.NullMarked
package org.concordat.core.agreements.review;
