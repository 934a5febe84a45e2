package org.concordat.core.alignment;

/**
 * How a unit means to win: the three value disciplines of Treacy and Wiersema (<i>The Discipline of
 * Market Leaders</i>, 1995).
 */
public enum ValueDiscipline {
  OPERATIONAL_EXCELLENCE,
  CUSTOMER_INTIMACY,
  PRODUCT_LEADERSHIP
}
