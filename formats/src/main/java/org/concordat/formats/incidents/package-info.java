/** Incidents as people keep them in lists. */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.incidents;
