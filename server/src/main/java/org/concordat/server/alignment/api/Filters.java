package org.concordat.server.alignment.api;

import static org.concordat.server.web.api.Parameters.word;
import static org.concordat.server.web.api.Parameters.wrong;

import org.concordat.core.alignment.AssetKind;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.AssetQuery.Order;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.UnitFilter;
import org.jspecify.annotations.Nullable;

/** What narrows and sorts lists, as addresses say it; what means nothing is refused. */
final class Filters {
  /** Stands for assets that belong to no unit. */
  private static final String NO_UNIT = "-";

  private Filters() {}

  /** The assets that parameters ask for; an empty one does not narrow. */
  static AssetQuery assets(
      Snapshot model,
      String q,
      String kind,
      String unit,
      String property,
      String level,
      String rated,
      String sort) {
    AssetQuery query =
        AssetQuery.ALL
            .withText(q)
            .withKind(word(AssetKind.class, "kind", kind).orElse(null))
            .withUnit(unit(unit, model))
            .withProperty(property.isEmpty() ? null : property)
            .withMinimumLevel(level(level, model));
    if (!rated.isEmpty() && !rated.equals("no")) {
      throw wrong("rated", "must be no, for assets without an impact of their own");
    }
    boolean descending = sort.startsWith(NO_UNIT);
    Order order = word(Order.class, "sort", descending ? sort.substring(1) : sort).orElse(Order.ID);
    AssetQuery sorted = descending ? query.descendingBy(order) : query.ascendingBy(order);
    return sorted.withoutImpact(rated.equals("no"));
  }

  static UnitFilter unit(String unit, Snapshot model) {
    if (unit.isEmpty()) {
      return UnitFilter.ANY;
    }
    if (unit.equals(NO_UNIT)) {
      return UnitFilter.NONE;
    }
    checkUnit("unit", unit, model);
    return UnitFilter.of(unit);
  }

  private static void checkUnit(String name, String unit, Snapshot model) {
    if (model.unit(unit) == null) {
      throw wrong(name, "'" + unit + "' is no unit");
    }
  }

  private static @Nullable Level level(String name, Snapshot model) {
    return name.isEmpty()
        ? null
        : model
            .scale()
            .level(name)
            .orElseThrow(
                () ->
                    wrong(
                        "level",
                        "'" + name + "' is none of " + String.join(", ", model.scale().names())));
  }

  /**
   * The priorities that parameters ask for.
   *
   * @param by the unit whose goals alone count
   * @param none whether requirements without need are listed
   */
  static PriorityQuery priorities(
      Snapshot model,
      String q,
      String property,
      String kind,
      String unit,
      String by,
      String level,
      boolean none) {
    if (!by.isEmpty()) {
      checkUnit("by", by, model);
    }
    return PriorityQuery.ALL
        .withText(q)
        .withProperty(property.isEmpty() ? null : property)
        .withKind(word(AssetKind.class, "kind", kind).orElse(null))
        .withUnit(unit(unit, model))
        .seenBy(by.isEmpty() ? null : by)
        .withMinimumLevel(level(level, model))
        .includingNone(none);
  }
}
