/** Budgets for programs. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.budget.api;
