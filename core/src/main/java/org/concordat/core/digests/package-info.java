/**
 * Short names of contents: equal contents have equal digests, and nobody finds another content for
 * one.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.core.digests;
