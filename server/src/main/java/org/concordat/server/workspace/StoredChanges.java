package org.concordat.server.workspace;

import static org.concordat.server.database.schema.Tables.WORKSPACE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceChange.EntryChange;
import org.concordat.server.database.schema.tables.records.WorkspaceRecord;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a model as values that a row can hold: each entry as the row that it is, in the form
 * that the trail has.
 */
public final class StoredChanges {
  private StoredChanges() {}

  /**
   * One change.
   *
   * @param table the table that the entry stands in; that of the settings holds all of them
   * @param before the row before, or null for an entry that is added
   * @param after the row after, or null for one that goes
   */
  public record Image(String table, @Nullable JSONB before, @Nullable JSONB after) {}

  /**
   * The images of changes, in their order; those of settings are one image, which comes first.
   *
   * @param base a model that the changes can be made in
   */
  public static List<Image> images(DSLContext sql, Workspace base, List<WorkspaceChange> changes) {
    List<Image> images = new ArrayList<>();
    List<WorkspaceChange> settings = new ArrayList<>();
    for (WorkspaceChange change : changes) {
      if (change instanceof EntryChange) {
        images.add(image(sql, change));
      } else {
        settings.add(change);
      }
    }
    if (!settings.isEmpty()) {
      WorkspaceRecord before = SettingsRow.of(base).row();
      WorkspaceRecord after = SettingsRow.of(base).row();
      settings.forEach(change -> SettingsRow.fill(change.inverse(), before));
      settings.forEach(change -> SettingsRow.fill(change, after));
      images.addFirst(new Image(WORKSPACE.getName(), json(sql, before), json(sql, after)));
    }
    return images;
  }

  private static Image image(DSLContext sql, WorkspaceChange change) {
    for (EntryTable<?, ?> table : EntryTables.ALL) {
      JSONB after = table.rowOf(change).map(row -> json(sql, row)).orElse(null);
      JSONB before = table.rowOf(change.inverse()).map(row -> json(sql, row)).orElse(null);
      if (after != null || before != null) {
        return new Image(table.table().getName(), before, after);
      }
    }
    throw new IllegalArgumentException("no table holds " + change.key());
  }

  private static JSONB json(DSLContext sql, Record row) {
    List<Field<?>> parts = new ArrayList<>();
    for (Field<?> field : row.fields()) {
      if (row.get(field) != null) {
        parts.add(DSL.inline(field.getName()));
        parts.add(value(row, field));
      }
    }
    return sql.select(DSL.field("jsonb_build_object({0})", JSONB.class, DSL.list(parts)))
        .fetchSingle()
        .value1();
  }

  private static <T> Field<T> value(Record row, Field<T> field) {
    return DSL.cast(DSL.val(row.get(field), field), field.getDataType());
  }

  /**
   * The changes that images hold, in their order.
   *
   * @param images as {@link #images} makes them
   */
  public static List<WorkspaceChange> changes(DSLContext sql, List<Image> images) {
    Map<Integer, List<WorkspaceChange>> byPlace = new TreeMap<>();
    Map<Integer, WorkspaceRecord> before = rows(sql, WORKSPACE, images, true);
    rows(sql, WORKSPACE, images, false)
        .forEach(
            (place, after) -> {
              WorkspaceRecord was = before.get(place);
              if (was != null) {
                byPlace.put(place, SettingsRow.of(was).changesTo(SettingsRow.of(after)));
              }
            });
    EntryTables.ALL.forEach(table -> add(sql, table, images, byPlace));
    return byPlace.values().stream().flatMap(List::stream).toList();
  }

  private static <R extends TableRecord<R>, E> void add(
      DSLContext sql,
      EntryTable<R, E> table,
      List<Image> images,
      Map<Integer, List<WorkspaceChange>> byPlace) {
    Map<Integer, R> before = rows(sql, table.table(), images, true);
    Map<Integer, R> after = rows(sql, table.table(), images, false);
    for (int place = 0; place < images.size(); place++) {
      if (before.containsKey(place) || after.containsKey(place)) {
        WorkspaceChange change =
            table.change().apply(table.image(before.get(place)), table.image(after.get(place)));
        byPlace.put(place, List.of(change));
      }
    }
  }

  /** The rows of one table on one side, by the places of their images. */
  private static <R extends Record> Map<Integer, R> rows(
      DSLContext sql, Table<R> table, List<Image> images, boolean before) {
    Map<Integer, R> rows = new TreeMap<>();
    for (int place = 0; place < images.size(); place++) {
      Image image = images.get(place);
      JSONB side = before ? image.before() : image.after();
      if (side != null && image.table().equals(table.getName())) {
        rows.put(
            place,
            sql.resultQuery(
                    "select image.* from jsonb_populate_record(null::{0}, {1}) as image",
                    table, DSL.val(side))
                .fetchSingle()
                .into(table));
      }
    }
    return rows;
  }
}
