package org.concordat.core.alignment.live;

import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Level;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which assets in which order. Begin with {@link #ALL}; what several conditions leave
 * over is what each of them leaves over.
 *
 * @param text words, each of which must occur in the id, the name or the description; case and
 *     accents do not matter; empty for all assets
 * @param kind the kind, or null for all
 * @param unit by the unit that the asset belongs to
 * @param property a property that the asset must have, or null
 * @param minimumLevel the level that the highest need of the asset shows at least, or null
 * @param withoutImpact whether only assets are meant none of whose requirements has an impact
 * @param order what the rows are sorted by; equal ones stand in the order of their ids either way
 * @param descending whether the highest come first
 * @param offset how many rows to leave out, from 0
 * @param limit how many rows at the most, 1 to {@value Page#MOST_ROWS}
 */
public record AssetQuery(
    String text,
    @Nullable AssetKind kind,
    UnitFilter unit,
    @Nullable String property,
    @Nullable Level minimumLevel,
    boolean withoutImpact,
    Order order,
    boolean descending,
    int offset,
    int limit) {
  /** The first 50 of all assets in the order of their ids. */
  public static final AssetQuery ALL =
      new AssetQuery("", null, UnitFilter.ANY, null, null, false, Order.ID, false, 0, 50);

  /** What assets are sorted by. */
  public enum Order {
    /** By id, character by character. */
    ID,
    /** By name, without regard to case and accents. */
    NAME,
    /** By kind, in the order in which {@link AssetKind} names them. */
    KIND,
    /** By the name of the unit, without regard to case and accents; those without one last. */
    UNIT,
    /** By the highest need among the asset's requirements. */
    HIGHEST_NEED
  }

  public AssetQuery {
    Page.check(offset, limit);
  }

  public AssetQuery withText(String words) {
    return new AssetQuery(
        words, kind, unit, property, minimumLevel, withoutImpact, order, descending, offset, limit);
  }

  public AssetQuery withKind(@Nullable AssetKind only) {
    return new AssetQuery(
        text, only, unit, property, minimumLevel, withoutImpact, order, descending, offset, limit);
  }

  public AssetQuery withUnit(UnitFilter only) {
    return new AssetQuery(
        text, kind, only, property, minimumLevel, withoutImpact, order, descending, offset, limit);
  }

  public AssetQuery withProperty(@Nullable String only) {
    return new AssetQuery(
        text, kind, unit, only, minimumLevel, withoutImpact, order, descending, offset, limit);
  }

  public AssetQuery withMinimumLevel(@Nullable Level least) {
    return new AssetQuery(
        text, kind, unit, property, least, withoutImpact, order, descending, offset, limit);
  }

  public AssetQuery withoutImpact(boolean only) {
    return new AssetQuery(
        text, kind, unit, property, minimumLevel, only, order, descending, offset, limit);
  }

  public AssetQuery ascendingBy(Order by) {
    return new AssetQuery(
        text, kind, unit, property, minimumLevel, withoutImpact, by, false, offset, limit);
  }

  public AssetQuery descendingBy(Order by) {
    return new AssetQuery(
        text, kind, unit, property, minimumLevel, withoutImpact, by, true, offset, limit);
  }

  /** The rows from an offset on, at most so many. */
  public AssetQuery withRows(int from, int most) {
    return new AssetQuery(
        text, kind, unit, property, minimumLevel, withoutImpact, order, descending, from, most);
  }
}
