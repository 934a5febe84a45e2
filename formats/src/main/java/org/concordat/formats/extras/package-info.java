/**
 * What other people's files say that has no meaning here, as {@link
 * org.concordat.core.standards.Extras}: made of whatever notation it came in, and written into
 * whatever notation it goes.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.extras;
