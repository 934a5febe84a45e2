package org.concordat.server.web.table;

import java.util.function.BiFunction;

/**
 * A column of a table.
 *
 * @param <M> what is looked at to make a cell, such as a model
 * @param <R> a row
 * @param id its name in addresses and in what is remembered
 * @param text the key of its title
 * @param cell makes the cell of a row
 * @param order how it sorts
 * @param presence when it is shown
 * @param numeric whether its cells stand to the right
 */
public record Column<M, R>(
    String id,
    String text,
    BiFunction<M, R, Cell> cell,
    Order order,
    Presence presence,
    boolean numeric) {
  /** How a column sorts. */
  public enum Order {
    /** Not at all. */
    NONE,
    /** The lowest first when first asked for. */
    LOWEST_FIRST,
    /** The highest first when first asked for, as one wants of figures. */
    HIGHEST_FIRST
  }

  /** When a column is shown. */
  public enum Presence {
    /** It names the row, and cannot be left out. */
    ALWAYS,
    /** Unless it is left out. */
    USUALLY,
    /** When it is chosen. */
    WHEN_CHOSEN
  }

  /** A column that is usually shown and does not sort. */
  public static <M, R> Column<M, R> of(String id, String text, BiFunction<M, R, Cell> cell) {
    return new Column<>(id, text, cell, Order.NONE, Presence.USUALLY, false);
  }

  /** A column of numbers. */
  public static <M, R> Column<M, R> ofNumbers(String id, String text, BiFunction<M, R, Cell> cell) {
    return new Column<>(id, text, cell, Order.NONE, Presence.USUALLY, true);
  }

  /** The same column, sorting. */
  public Column<M, R> sorting(Order by) {
    return new Column<>(id, text, cell, by, presence, numeric);
  }

  /** The same column, shown at other times. */
  public Column<M, R> shown(Presence when) {
    return new Column<>(id, text, cell, order, when, numeric);
  }
}
