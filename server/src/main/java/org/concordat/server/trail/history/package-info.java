/**
 * Reads the change trail: who did what, what things were, what the model was on a past day; and
 * takes actions back.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.trail.history;
