/** Measurements against reference implementations. */
@org.jspecify.annotations.NullMarked
package org.concordat.bench;
