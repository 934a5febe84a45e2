package org.concordat.server.workspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.EntryChange;
import org.concordat.server.database.Ids;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table and the entries of a workspace that are its rows.
 *
 * @param changeType the changes that are about such entries
 * @param key the columns by which an entry is found again; where there is an internal id, the same
 *     may stand there several times, and the entry is the row that says all that it says
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
   * @param written hears after each statement how many changes it made
   * @throws IllegalStateException when a row that is to change is not there
   */
  void write(DSLContext sql, List<WorkspaceChange> changes, IntConsumer written) {
    List<E> added = new ArrayList<>();
    List<E> removed = new ArrayList<>();
    List<E> outdated = new ArrayList<>();
    List<E> updated = new ArrayList<>();
    for (WorkspaceChange each : changes) {
      if (!concernedBy(each)) {
        continue;
      }
      E before = type.cast(each.before());
      E after = type.cast(each.after());
      if (before != null && after != null) {
        outdated.add(before);
        updated.add(after);
      } else if (before != null) {
        removed.add(before);
      } else if (after != null) {
        added.add(after);
      }
    }
    RowSets<R> rows = new RowSets<>(sql, table);
    inBatches(removed.size(), written, (from, to) -> delete(rows, removed.subList(from, to)));
    inBatches(
        updated.size(),
        written,
        (from, to) -> update(rows, outdated.subList(from, to), updated.subList(from, to)));
    inBatches(
        added.size(),
        written,
        (from, to) -> rows.insert(added.subList(from, to).stream().map(this::newRow).toList()));
  }

  private interface Batch {
    void write(int from, int to);
  }

  private static void inBatches(int size, IntConsumer written, Batch batch) {
    for (int from = 0; from < size; from += BATCH) {
      int to = Math.min(from + BATCH, size);
      batch.write(from, to);
      written.accept(to - from);
    }
  }

  private void delete(RowSets<R> rows, List<E> entries) {
    if (id == null) {
      rows.delete(key, entries.stream().map(this::row).toList());
    } else {
      rows.delete(List.of(id), present(rows, entries));
    }
  }

  private void update(RowSets<R> rows, List<E> before, List<E> entries) {
    List<R> after = entries.stream().map(this::row).toList();
    if (id == null) {
      rows.update(key, after);
      return;
    }
    List<R> present = present(rows, before);
    for (int i = 0; i < after.size(); i++) {
      after.get(i).set(id, present.get(i).get(id));
    }
    rows.update(List.of(id), after);
  }

  /**
   * The rows of entries, in the same order; where the same stands twice, the earlier comes first.
   */
  private List<R> present(RowSets<R> rows, List<E> entries) {
    Map<E, Deque<R>> byEntry = new HashMap<>();
    for (R row : rows.find(key, place, entries.stream().map(this::row).toList())) {
      byEntry.computeIfAbsent(read.apply(row), _ -> new ArrayDeque<>()).add(row);
    }
    List<R> present = new ArrayList<>();
    for (E entry : entries) {
      R row = byEntry.getOrDefault(entry, new ArrayDeque<>()).poll();
      if (row == null) {
        throw new IllegalStateException("a row of " + table.getName() + " is not as it was");
      }
      present.add(row);
    }
    return present;
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
    return Optional.of(row(after));
  }

  private R newRow(E entry) {
    R row = row(entry);
    if (id != null) {
      row.set(id, Ids.next());
    }
    return row;
  }

  private R row(E entry) {
    R row = table.newRecord();
    fill.accept(entry, row);
    return row;
  }

  /** The entry that an image in the trail shows, or null for no image. */
  @Nullable E image(@Nullable R row) {
    return row == null ? null : read.apply(row);
  }
}
