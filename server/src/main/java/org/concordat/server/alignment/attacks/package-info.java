/** Misuse cases and attack trees of security requirements: their rows, their pages, their API. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.alignment.attacks;
