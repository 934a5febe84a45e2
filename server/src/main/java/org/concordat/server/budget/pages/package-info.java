/** The pages on which a budget is spent best. */
@org.jspecify.annotations.NullMarked
package org.concordat.server.budget.pages;
