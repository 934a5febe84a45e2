package org.concordat.server.trail;

import static org.concordat.server.database.schema.Tables.TRAIL;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.schema.tables.records.TrailRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Reads the trail by actions. The entries of one action stand together, for whoever writes the
 * first holds the others off until all are written.
 */
public final class TrailHistory {
  private final TenantTransactions transactions;

  /** The history that is reached through these transactions. */
  public TrailHistory(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * One action.
   *
   * @param change its id
   * @param first the number of its first entry
   * @param last the number of its last entry
   * @param actor an account's id, or {@code server:} and a part of the server
   * @param tables the tables that it touched; of many entries only the first and the last are
   *     looked at
   */
  public record Action(
      UUID change,
      long first,
      long last,
      Instant at,
      String actor,
      @Nullable String reason,
      List<String> tables) {
    public Action {
      tables = List.copyOf(tables);
    }

    /** How many entries it has. */
    public long entries() {
      return last - first + 1;
    }
  }

  /**
   * Actions, latest first.
   *
   * @param before only those whose entries all have lower numbers
   * @param limit how many at the most
   */
  public List<Action> before(UUID tenant, long before, int limit) {
    return transactions.readAtOnce(
        tenant,
        sql -> {
          List<Action> actions = new ArrayList<>();
          long next = before;
          while (actions.size() < limit) {
            TrailRecord last =
                sql.selectFrom(TRAIL)
                    .where(TRAIL.NUMBER.lt(next))
                    .orderBy(TRAIL.NUMBER.desc())
                    .limit(1)
                    .fetchOne();
            if (last == null) {
              break;
            }
            Action action = action(sql, last);
            actions.add(action);
            next = action.first;
          }
          return actions;
        });
  }

  private static Action action(DSLContext sql, TrailRecord last) {
    Long first =
        sql.select(DSL.min(TRAIL.NUMBER))
            .from(TRAIL)
            .where(TRAIL.CHANGE.eq(last.getChange()))
            .fetchSingle()
            .value1();
    String firstTable =
        sql.select(TRAIL.TABLE_NAME)
            .from(TRAIL)
            .where(TRAIL.NUMBER.eq(first))
            .fetchSingle()
            .value1();
    return new Action(
        last.getChange(),
        first,
        last.getNumber(),
        last.getAt().toInstant(),
        last.getActor(),
        last.getReason(),
        firstTable.equals(last.getTableName())
            ? List.of(firstTable)
            : List.of(firstTable, last.getTableName()));
  }

  /** One action, or empty when the organisation has none of that id. */
  public Optional<Action> find(UUID tenant, UUID change) {
    return transactions.readAtOnce(
        tenant,
        sql ->
            sql.selectFrom(TRAIL)
                .where(TRAIL.CHANGE.eq(change))
                .orderBy(TRAIL.NUMBER.desc())
                .limit(1)
                .fetchOptional(last -> action(sql, last)));
  }

  /** The actions that touched one row, latest first. */
  public List<Action> of(UUID tenant, String table, String key, int limit) {
    return transactions.readAtOnce(
        tenant,
        sql ->
            sql.selectFrom(TRAIL)
                .where(TRAIL.TABLE_NAME.eq(table).and(TRAIL.ROW_KEY.eq(key)))
                .orderBy(TRAIL.NUMBER.desc())
                .limit(limit)
                .fetch(
                    entry ->
                        new Action(
                            entry.getChange(),
                            entry.getNumber(),
                            entry.getNumber(),
                            entry.getAt().toInstant(),
                            entry.getActor(),
                            entry.getReason(),
                            List.of(table))));
  }

  /**
   * How far the trail went at a moment: the number of the last entry before it, or 0 when there was
   * none.
   */
  public long position(UUID tenant, Instant moment) {
    Long number =
        transactions.read(
            tenant,
            sql ->
                sql.select(DSL.coalesce(DSL.max(TRAIL.NUMBER), 0L))
                    .from(TRAIL)
                    .where(TRAIL.AT.lt(moment.atOffset(ZoneOffset.UTC)))
                    .fetchSingle()
                    .value1());
    return number == null ? 0 : number;
  }
}
