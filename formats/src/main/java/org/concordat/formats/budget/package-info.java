/**
 * Budget questions as files: in YAML whole, with budgets and controls; in CSV and XLSX the controls
 * alone, one a row. {@code docs/budget.md} describes both. {@link
 * org.concordat.formats.budget.BudgetJson} writes the answers.
 */
@org.jspecify.annotations.NullMarked
package org.concordat.formats.budget;
