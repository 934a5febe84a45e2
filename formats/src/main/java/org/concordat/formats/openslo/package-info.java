/** Targets as service level objectives of OpenSLO, as far as it can express them. */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.openslo;
