package org.concordat.core.alignment.live;

import org.concordat.core.alignment.AssetKind;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which dependencies in which order. Begin with {@link #ALL}; what several conditions
 * leave over is what each of them leaves over.
 *
 * @param text words, each of which must occur in the id, the name or the description of one of the
 *     two assets; case and accents do not matter; empty for all
 * @param asset the id of an asset that must be at one of the two ends, or null
 * @param unit by the unit of the asset that depends
 * @param kind the kind of the asset that depends, or null for all
 * @param onKind the kind of the asset that is depended on, or null for all
 * @param redundant whether only members of redundancy groups are meant
 * @param order what the rows are sorted by
 * @param descending whether the highest come first
 * @param offset how many rows to leave out, from 0
 * @param limit how many rows at the most, 1 to {@value Page#MOST_ROWS}
 */
public record DependencyQuery(
    String text,
    @Nullable String asset,
    UnitFilter unit,
    @Nullable AssetKind kind,
    @Nullable AssetKind onKind,
    boolean redundant,
    Order order,
    boolean descending,
    int offset,
    int limit) {
  /** The first 50 of all dependencies, by the names of the assets that depend. */
  public static final DependencyQuery ALL =
      new DependencyQuery("", null, UnitFilter.ANY, null, null, false, Order.FROM, false, 0, 50);

  /**
   * What dependencies are sorted by. Equal ones stand by the name of the asset at the other end, as
   * {@link #FROM} has them where strengths are equal, and parallel ones as they were added.
   */
  public enum Order {
    /** By the name of the asset that depends, without regard to case and accents, then its id. */
    FROM,
    /** By the name of the asset that is depended on, then its id. */
    ON,
    /** By strength; one without a strength of its own has the top of the scale. */
    STRENGTH
  }

  public DependencyQuery {
    Page.check(offset, limit);
  }

  public DependencyQuery withText(String words) {
    return new DependencyQuery(
        words, asset, unit, kind, onKind, redundant, order, descending, offset, limit);
  }

  public DependencyQuery withAsset(@Nullable String only) {
    return new DependencyQuery(
        text, only, unit, kind, onKind, redundant, order, descending, offset, limit);
  }

  public DependencyQuery withUnit(UnitFilter only) {
    return new DependencyQuery(
        text, asset, only, kind, onKind, redundant, order, descending, offset, limit);
  }

  public DependencyQuery withKind(@Nullable AssetKind only) {
    return new DependencyQuery(
        text, asset, unit, only, onKind, redundant, order, descending, offset, limit);
  }

  public DependencyQuery withOnKind(@Nullable AssetKind only) {
    return new DependencyQuery(
        text, asset, unit, kind, only, redundant, order, descending, offset, limit);
  }

  public DependencyQuery onlyRedundant(boolean only) {
    return new DependencyQuery(
        text, asset, unit, kind, onKind, only, order, descending, offset, limit);
  }

  public DependencyQuery ascendingBy(Order by) {
    return new DependencyQuery(
        text, asset, unit, kind, onKind, redundant, by, false, offset, limit);
  }

  public DependencyQuery descendingBy(Order by) {
    return new DependencyQuery(text, asset, unit, kind, onKind, redundant, by, true, offset, limit);
  }

  /** The rows from an offset on, at most so many. */
  public DependencyQuery withRows(int from, int most) {
    return new DependencyQuery(
        text, asset, unit, kind, onKind, redundant, order, descending, from, most);
  }
}
