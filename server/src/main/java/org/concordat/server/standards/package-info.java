/**
 * Organisations' standards: their programmes row by row in the database and live in memory, edits
 * and who may make them, and the answers that pages and API give from them.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.standards;
