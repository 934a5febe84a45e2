/** The history and the sealed trail over the API. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.trail.api;
