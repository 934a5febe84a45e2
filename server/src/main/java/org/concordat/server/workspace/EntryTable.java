package org.concordat.server.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.EntryChange;
import org.concordat.server.database.Ids;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A table and the entries of a workspace that are its rows.
 *
 * @param changeType the changes that are about such entries
 * @param key the columns by which an entry is found again; without any, by all that it says, for
 *     the same thing may stand twice
 * @param place the column that keeps the order
 * @param id the column of the internal id, or null where the key is what people typed
 * @param read the entry that a row is
 * @param fill puts into a row what an entry says, absent things too
 * @param change a change of such an entry
 */
record EntryTable<R extends TableRecord<R>, E>(
    Table<R> table,
    Class<E> type,
    Class<? extends EntryChange> changeType,
    List<TableField<R, ?>> key,
    TableField<R, Long> place,
    @Nullable TableField<R, java.util.UUID> id,
    Function<R, E> read,
    BiConsumer<E, R> fill,
    BiFunction<@Nullable E, @Nullable E, EntryChange> change) {
  /** So many rows go to the database at once. */
  private static final int BATCH = 2_000;

  /** All entries of the present tenant, in their order. */
  List<E> all(DSLContext sql) {
    List<E> entries = new ArrayList<>();
    try (var rows = sql.selectFrom(table).orderBy(place).fetchSize(BATCH).fetchLazy()) {
      for (R row : rows) {
        entries.add(read.apply(row));
      }
    }
    return entries;
  }

  /**
   * Writes those of the changes that are about this table's entries.
   *
   * @throws IllegalStateException when a row that is to change is not there
   */
  void write(DSLContext sql, List<WorkspaceChange> changes) {
    List<R> added = new ArrayList<>();
    List<Query> others = new ArrayList<>();
    for (WorkspaceChange each : changes) {
      if (!concernedBy(each)) {
        continue;
      }
      E before = type.cast(each.before());
      E after = type.cast(each.after());
      if (before != null && after != null) {
        R row = sql.newRecord(table);
        fill.accept(after, row);
        others.add(sql.update(table).set(row).where(found(sql, before)));
      } else if (before != null) {
        others.add(sql.deleteFrom(table).where(found(sql, before)));
      } else if (after != null) {
        added.add(newRow(sql, after));
      }
    }
    for (int from = 0; from < others.size(); from += BATCH) {
      List<Query> some = others.subList(from, Math.min(from + BATCH, others.size()));
      for (int written : sql.batch(some).execute()) {
        if (written != 1) {
          throw new IllegalStateException("a row of " + table.getName() + " is not as it was");
        }
      }
    }
    for (int from = 0; from < added.size(); from += BATCH) {
      sql.batchInsert(added.subList(from, Math.min(from + BATCH, added.size()))).execute();
    }
  }

  /** Impacts of both kinds change by one kind of change, but stand in two tables. */
  private boolean concernedBy(WorkspaceChange each) {
    return changeType.isInstance(each)
        && type.isInstance(each.after() == null ? each.before() : each.after());
  }

  /**
   * What a change puts into a row, detached from any database, or empty when it is not about one.
   */
  Optional<Record> rowOf(WorkspaceChange each) {
    E after = concernedBy(each) ? type.cast(each.after()) : null;
    if (after == null) {
      return Optional.empty();
    }
    R row = table.newRecord();
    fill.accept(after, row);
    return Optional.of(row);
  }

  private R newRow(DSLContext sql, E entry) {
    R row = sql.newRecord(table);
    if (id != null) {
      row.set(id, Ids.next());
    }
    fill.accept(entry, row);
    return row;
  }

  private Condition found(DSLContext sql, E entry) {
    R row = sql.newRecord(table);
    fill.accept(entry, row);
    if (id == null) {
      return DSL.and(key.stream().map(column -> equal(column, row)).toList());
    }
    List<Condition> same = new ArrayList<>();
    for (Field<?> column : row.fields()) {
      if (row.touched(column)) {
        same.add(equal(column, row));
      }
    }
    return id.eq(DSL.select(id).from(table).where(same).orderBy(place).limit(1));
  }

  private static <T> Condition equal(Field<T> column, Record row) {
    T value = row.get(column);
    return value == null ? column.isNull() : column.eq(value);
  }

  /** The entry that an image in the trail shows, or null for no image. */
  @Nullable E image(@Nullable R row) {
    return row == null ? null : read.apply(row);
  }
}
