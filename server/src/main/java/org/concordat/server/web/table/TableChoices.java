package org.concordat.server.web.table;

import static org.concordat.server.database.schema.Tables.TABLE_CHOICE;
import static org.concordat.server.database.schema.Tables.TABLE_VIEW;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.schema.tables.records.TableChoiceRecord;
import org.concordat.server.identity.Caller;
import org.concordat.server.web.table.TableView.NamedView;
import org.jooq.DSLContext;
import org.jooq.TableField;

/**
 * What people have chosen for their tables: columns, the last filter and order, and lists that they
 * keep under a name. It stands in the database, so it follows a person to every server.
 */
public final class TableChoices {
  /** Nobody needs more lists of one table than this. */
  static final int MOST_VIEWS = 50;

  private final TenantTransactions transactions;

  /** Choices that are reached through these transactions. */
  TableChoices(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * What somebody chose for a table.
   *
   * @param columns the ids of the columns; none for no choice
   * @param query the last filter and order, as a query
   */
  record Choices(Set<String> columns, String query, List<SavedView> views) {
    Choices {
      columns = Set.copyOf(columns);
      views = List.copyOf(views);
    }
  }

  /** A filter and order under a name. */
  record SavedView(String name, String query) {
    NamedView shown(String path) {
      return new NamedView(name, path + "?" + (query.isEmpty() ? "page=1" : query));
    }
  }

  Choices of(Caller caller, String table) {
    return transactions.read(
        caller.tenant(),
        sql -> {
          Set<String> columns = new LinkedHashSet<>();
          String query =
              sql.selectFrom(TABLE_CHOICE)
                  .where(TABLE_CHOICE.ACCOUNT.eq(caller.account()))
                  .and(TABLE_CHOICE.TABLE_ID.eq(table))
                  .fetchOptional(
                      row -> {
                        columns.addAll(List.of(row.getColumns()));
                        return row.getQuery();
                      })
                  .orElse("");
          List<SavedView> views =
              sql.selectFrom(TABLE_VIEW)
                  .where(TABLE_VIEW.ACCOUNT.eq(caller.account()))
                  .and(TABLE_VIEW.TABLE_ID.eq(table))
                  .orderBy(TABLE_VIEW.NAME)
                  .fetch(row -> new SavedView(row.getName(), row.getQuery()));
          return new Choices(columns, query, views);
        });
  }

  /** Remembers the columns of a table; none for the usual ones. */
  void chooseColumns(Caller caller, String request, String table, Set<String> columns) {
    choose(caller, request, table, TABLE_CHOICE.COLUMNS, columns.toArray(String[]::new));
  }

  /** Remembers the last filter and order of a table. */
  void remember(Caller caller, String request, String table, String query) {
    choose(caller, request, table, TABLE_CHOICE.QUERY, query);
  }

  private <T> void choose(
      Caller caller,
      String request,
      String table,
      TableField<TableChoiceRecord, T> choice,
      T value) {
    write(
        caller,
        request,
        sql ->
            sql.insertInto(TABLE_CHOICE)
                .set(TABLE_CHOICE.ACCOUNT, caller.account())
                .set(TABLE_CHOICE.TABLE_ID, table)
                .set(choice, value)
                .onConflict(TABLE_CHOICE.TENANT, TABLE_CHOICE.ACCOUNT, TABLE_CHOICE.TABLE_ID)
                .doUpdate()
                .set(choice, value)
                .execute());
  }

  /** Keeps a filter and order under a name, in place of what had it before. */
  void keep(Caller caller, String request, String table, SavedView view) {
    write(
        caller,
        request,
        sql ->
            sql.insertInto(TABLE_VIEW)
                .set(TABLE_VIEW.ACCOUNT, caller.account())
                .set(TABLE_VIEW.TABLE_ID, table)
                .set(TABLE_VIEW.NAME, view.name())
                .set(TABLE_VIEW.QUERY, view.query())
                .onConflict(
                    TABLE_VIEW.TENANT, TABLE_VIEW.ACCOUNT, TABLE_VIEW.TABLE_ID, TABLE_VIEW.NAME)
                .doUpdate()
                .set(TABLE_VIEW.QUERY, view.query())
                .execute());
  }

  /** Forgets what was kept under a name. */
  void forget(Caller caller, String request, String table, String name) {
    write(
        caller,
        request,
        sql ->
            sql.deleteFrom(TABLE_VIEW)
                .where(TABLE_VIEW.ACCOUNT.eq(caller.account()))
                .and(TABLE_VIEW.TABLE_ID.eq(table))
                .and(TABLE_VIEW.NAME.eq(name))
                .execute());
  }

  /** A statement that changes rows. */
  private interface Statement {
    int run(DSLContext sql);
  }

  private void write(Caller caller, String request, Statement statement) {
    transactions.write(caller.tenant(), caller.attribution(request, null), statement::run);
  }
}
