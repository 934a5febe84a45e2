/** Budgets: controls and amounts in the database, and the searches for plans. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.budget;
