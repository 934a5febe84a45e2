/** Alignment in the browser: visions, factors, assets, impacts, and the priorities they make. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.alignment;
