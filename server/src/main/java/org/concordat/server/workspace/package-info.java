/**
 * The organisations' models: stored row by row, held in memory with their priorities, changed under
 * rules.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.server.workspace;
