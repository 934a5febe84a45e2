package org.concordat.server.standards;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.concordat.core.standards.programme.ProgrammeChange;
import org.concordat.core.standards.programme.ProgrammeEntry;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;

/**
 * A table and the entries of a programme that are its rows.
 *
 * @param key the columns by which an entry is found again
 * @param place the column that keeps the order
 * @param read the entry that a row is
 * @param fill puts into a row what an entry says, absent things too
 */
record ProgrammeTable<R extends TableRecord<R>, E extends ProgrammeEntry>(
    Table<R> table,
    Class<E> type,
    List<TableField<R, String>> key,
    TableField<R, Long> place,
    Function<R, E> read,
    BiConsumer<E, R> fill) {
  /** So many rows go to the database at once. */
  private static final int BATCH = 2_000;

  /** All entries of the present tenant, in their order. */
  List<E> all(DSLContext sql) {
    return sql.selectFrom(table).orderBy(place).fetch(read::apply);
  }

  /**
   * Writes those of the changes that are about this table's entries.
   *
   * @throws IllegalStateException when a row that is to change is not there
   */
  void write(DSLContext sql, List<ProgrammeChange> changes) {
    List<R> added = new ArrayList<>();
    List<Query> others = new ArrayList<>();
    for (ProgrammeChange change : changes) {
      if (!type.isInstance(change.present())) {
        continue;
      }
      R row = row(sql, type.cast(change.present()));
      if (change.before() == null) {
        added.add(row);
      } else if (change.after() == null) {
        others.add(sql.deleteFrom(table).where(found(row)));
      } else {
        others.add(sql.update(table).set(row).where(found(row)));
      }
    }
    for (int from = 0; from < others.size(); from += BATCH) {
      for (int rows :
          sql.batch(others.subList(from, Math.min(from + BATCH, others.size()))).execute()) {
        if (rows != 1) {
          throw new IllegalStateException("a row of " + table.getName() + " is not as it was");
        }
      }
    }
    for (int from = 0; from < added.size(); from += BATCH) {
      sql.batchInsert(added.subList(from, Math.min(from + BATCH, added.size()))).execute();
    }
  }

  private R row(DSLContext sql, E entry) {
    R row = sql.newRecord(table);
    fill.accept(entry, row);
    return row;
  }

  private Condition found(R row) {
    return DSL.and(key.stream().map(column -> column.eq(row.get(column))).toList());
  }

  /** What an entry puts into its row, detached from any database, for checking. */
  Record values(ProgrammeEntry entry) {
    R row = table.newRecord();
    fill.accept(type.cast(entry), row);
    return row;
  }
}
