package org.concordat.server.trail.history;

import static org.concordat.server.database.schema.Tables.TRAIL;
import static org.concordat.server.database.schema.Tables.TRAIL_ACTION;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.concordat.server.database.TrailPosition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Which rows of the table of actions are asked for. */
final class ActivityCondition {
  private ActivityCondition() {}

  /** The condition, in a transaction of the organisation. */
  static Condition of(DSLContext sql, Activity activity) {
    List<Condition> all = new ArrayList<>();
    if (activity.actor() != null) {
      all.add(TRAIL_ACTION.ACTOR.eq(activity.actor()));
    }
    if (activity.from() != null) {
      all.add(TRAIL_ACTION.AT.ge(beginning(activity.from())));
    }
    if (activity.to() != null) {
      all.add(TRAIL_ACTION.AT.lt(beginning(activity.to().plusDays(1))));
    }
    if (activity.table() != null) {
      all.add(DSL.condition("{0} = any (tables)", DSL.val(activity.table())));
    }
    if (activity.text() != null) {
      all.add(speaksOf(sql, activity.text()));
    }
    return DSL.and(all);
  }

  /** The columns in which things have their names. */
  private static final List<String> NAMES = List.of("name", "title", "email");

  private static Condition speaksOf(DSLContext sql, String text) {
    List<Condition> names = new ArrayList<>();
    names.add(TRAIL.ROW_KEY.containsIgnoreCase(text));
    for (String column : NAMES) {
      for (String image : List.of("before", "after")) {
        names.add(
            DSL.field(image + " ->> {0}", String.class, DSL.inline(column))
                .containsIgnoreCase(text));
      }
    }
    long since = TrailPosition.of(sql) - Activity.LOOKED_THROUGH;
    return TRAIL_ACTION
        .REASON
        .containsIgnoreCase(text)
        .or(
            TRAIL_ACTION.CHANGE.in(
                DSL.selectDistinct(TRAIL.CHANGE)
                    .from(TRAIL)
                    .where(TRAIL.NUMBER.gt(since))
                    .and(DSL.or(names))));
  }

  /** When a day begins in UTC. */
  static OffsetDateTime beginning(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }
}
