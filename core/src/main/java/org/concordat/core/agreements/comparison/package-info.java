/** What differs between two versions of an agreement, and price against protection. */
@org.jspecify.annotations.NullMarked
package org.concordat.core.agreements.comparison;
