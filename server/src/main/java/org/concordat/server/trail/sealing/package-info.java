/**
 * Seals the trails of the organisations as they grow, and exports them. What a seal is stands in
 * {@link org.concordat.server.trail.seal}, which needs no database.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.trail.sealing;
