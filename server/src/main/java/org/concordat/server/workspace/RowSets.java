package org.concordat.server.workspace;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONFormat;
import org.jooq.JSONFormat.RecordFormat;
import org.jooq.QueryPart;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;

/**
 * Writes many rows of a table with one statement, to which they travel as one JSON text. The
 * trigger of the trail then runs once for all of them. (COPY would be the other way; PostgreSQL
 * refuses it on tables with row-level security.)
 */
record RowSets<R extends TableRecord<R>>(DSLContext sql, Table<R> table) {
  private static final JSONFormat OBJECTS =
      JSONFormat.DEFAULT_FOR_RECORDS.recordFormat(RecordFormat.OBJECT);

  /** Adds rows in their order; columns that are not touched get their defaults. */
  void insert(List<R> rows) {
    QueryPart columns = names(touched(rows), "");
    sql.execute(
        "insert into {0} ({1}) select {1} from json_populate_recordset(null::{0}, {2}::json)",
        table, columns, DSL.val(json(rows)));
  }

  /**
   * Gives the rows of these keys the values of all columns that are touched.
   *
   * @throws IllegalStateException when one of them is not there
   */
  void update(List<? extends TableField<R, ?>> key, List<R> rows) {
    List<Field<?>> values = touched(rows);
    values.removeAll(key);
    QueryPart set =
        DSL.list(
            values.stream()
                .map(column -> DSL.sql("{0} = w.{0}", DSL.name(column.getName())))
                .toList());
    require(
        rows,
        sql.execute(
            "update {0} as t set {1} from json_populate_recordset(null::{0}, {2}::json) as w"
                + " where ({3}) = ({4})",
            table, set, DSL.val(json(rows)), names(key, "t"), names(key, "w")));
  }

  /**
   * Removes the rows of these keys.
   *
   * @throws IllegalStateException when one of them is not there
   */
  void delete(List<? extends TableField<R, ?>> key, List<R> rows) {
    require(
        rows,
        sql.execute(
            "delete from {0} as t using json_populate_recordset(null::{0}, {1}::json) as w"
                + " where ({2}) = ({3})",
            table, DSL.val(json(rows)), names(key, "t"), names(key, "w")));
  }

  /** All rows that have the same key as one of these, by an order. */
  List<R> find(List<? extends TableField<R, ?>> key, TableField<R, ?> order, List<R> rows) {
    return sql.resultQuery(
            "select t.* from {0} as t join (select distinct {1} from"
                + " json_populate_recordset(null::{0}, {2}::json)) as w on ({3}) = ({4}) order by"
                + " t.{5}",
            table,
            names(key, ""),
            DSL.val(json(rows)),
            names(key, "t"),
            names(key, "w"),
            DSL.name(order.getName()))
        .fetchInto(table);
  }

  private List<Field<?>> touched(List<R> rows) {
    List<Field<?>> touched = new ArrayList<>();
    for (Field<?> column : table.fields()) {
      if (rows.getFirst().touched(column)) {
        touched.add(column);
      }
    }
    return touched;
  }

  private static QueryPart names(List<? extends Field<?>> columns, String of) {
    return DSL.list(
        columns.stream()
            .map(
                column ->
                    of.isEmpty() ? DSL.name(column.getName()) : DSL.name(of, column.getName()))
            .toList());
  }

  private String json(List<R> rows) {
    Result<R> all = sql.newResult(table);
    all.addAll(rows);
    return all.formatJSON(OBJECTS);
  }

  private void require(List<R> rows, int written) {
    if (written != rows.size()) {
      throw new IllegalStateException(
          "of " + rows.size() + " rows of " + table.getName() + " only " + written + " are there");
    }
  }
}
