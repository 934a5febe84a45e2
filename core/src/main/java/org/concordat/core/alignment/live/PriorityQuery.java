package org.concordat.core.alignment.live;

import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Level;
import org.jspecify.annotations.Nullable;

/**
 * Which page of which priorities. Begin with {@link #ALL}; rows stand by rank, within a rank by the
 * ids of their requirements.
 *
 * @param text words, each of which must occur in the id, the name or the description of the asset;
 *     case and accents do not matter; empty for all
 * @param property the property of the requirement, or null for all
 * @param kind the kind of the asset, or null for all
 * @param unit by the unit that the asset belongs to
 * @param unitView the unit whose goals alone make score, rank and reasons, or null for the goals of
 *     all units
 * @param minimumLevel the level that the score shows at least, or null
 * @param includeNone whether requirements of score 0 are listed
 * @param units whether each priority tells the need of each unit; without, its {@code units} are
 *     empty, which spares the reckoning of every unit's own needs
 * @param paths how many rationale paths each row has at the most
 * @param offset how many rows to leave out, from 0
 * @param limit how many rows at the most, 1 to {@value Page#MOST_ROWS}
 */
public record PriorityQuery(
    String text,
    @Nullable String property,
    @Nullable AssetKind kind,
    UnitFilter unit,
    @Nullable String unitView,
    @Nullable Level minimumLevel,
    boolean includeNone,
    boolean units,
    int paths,
    int offset,
    int limit) {
  /** The first 50 of all requirements, with the needs of each unit and without rationale paths. */
  public static final PriorityQuery ALL =
      new PriorityQuery("", null, null, UnitFilter.ANY, null, null, true, true, 0, 0, 50);

  public PriorityQuery {
    Page.check(offset, limit);
    if (paths < 0) {
      throw new IllegalArgumentException("paths are 0 or more, not " + paths);
    }
  }

  public PriorityQuery withText(String words) {
    return new PriorityQuery(
        words,
        property,
        kind,
        unit,
        unitView,
        minimumLevel,
        includeNone,
        units,
        paths,
        offset,
        limit);
  }

  public PriorityQuery withProperty(@Nullable String only) {
    return new PriorityQuery(
        text, only, kind, unit, unitView, minimumLevel, includeNone, units, paths, offset, limit);
  }

  public PriorityQuery withKind(@Nullable AssetKind only) {
    return new PriorityQuery(
        text,
        property,
        only,
        unit,
        unitView,
        minimumLevel,
        includeNone,
        units,
        paths,
        offset,
        limit);
  }

  public PriorityQuery withUnit(UnitFilter only) {
    return new PriorityQuery(
        text,
        property,
        kind,
        only,
        unitView,
        minimumLevel,
        includeNone,
        units,
        paths,
        offset,
        limit);
  }

  public PriorityQuery seenBy(@Nullable String unitId) {
    return new PriorityQuery(
        text, property, kind, unit, unitId, minimumLevel, includeNone, units, paths, offset, limit);
  }

  public PriorityQuery withMinimumLevel(@Nullable Level least) {
    return new PriorityQuery(
        text, property, kind, unit, unitView, least, includeNone, units, paths, offset, limit);
  }

  public PriorityQuery includingNone(boolean included) {
    return new PriorityQuery(
        text, property, kind, unit, unitView, minimumLevel, included, units, paths, offset, limit);
  }

  public PriorityQuery withUnits(boolean told) {
    return new PriorityQuery(
        text,
        property,
        kind,
        unit,
        unitView,
        minimumLevel,
        includeNone,
        told,
        paths,
        offset,
        limit);
  }

  public PriorityQuery withPaths(int most) {
    return new PriorityQuery(
        text,
        property,
        kind,
        unit,
        unitView,
        minimumLevel,
        includeNone,
        units,
        most,
        offset,
        limit);
  }

  /** The rows from an offset on, at most so many. */
  public PriorityQuery withRows(int from, int most) {
    return new PriorityQuery(
        text, property, kind, unit, unitView, minimumLevel, includeNone, units, paths, from, most);
  }
}
