package org.concordat.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.server.database.schema.Tables.TRAIL;
import static org.concordat.server.database.schema.Tables.UNIT;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.concordat.server.database.schema.tables.records.TrailRecord;
import org.concordat.server.testing.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class ChangeTrailTest {
  private final TenantTransactions transactions = TestDatabase.shared().transactions();
  private final UUID tenant = TestDatabase.newTenant();
  private final Attribution anna =
      new Attribution("anna", "request-7", Ids.next(), "the merger is off");

  private List<TrailRecord> trail() {
    return transactions.read(tenant, sql -> sql.selectFrom(TRAIL).orderBy(TRAIL.NUMBER).fetch());
  }

  private static int addUnit(DSLContext sql, String id) {
    return sql.insertInto(UNIT).set(UNIT.ID, id).set(UNIT.NAME, "The " + id).execute();
  }

  @Test
  void a_new_row_is_told_with_who_when_and_why() {
    transactions.write(tenant, anna, sql -> addUnit(sql, "claims"));

    TrailRecord entry = trail().getFirst();
    assertThat(entry.getNumber()).isEqualTo(1);
    assertThat(entry.getActor()).isEqualTo("anna");
    assertThat(entry.getRequest()).isEqualTo("request-7");
    assertThat(entry.getChange()).isEqualTo(anna.change());
    assertThat(entry.getReason()).isEqualTo("the merger is off");
    assertThat(entry.getTableName()).isEqualTo("unit");
    assertThat(entry.getRowKey()).isEqualTo("claims");
    assertThat(entry.getOperation()).isEqualTo("INSERT");
    assertThat(entry.getBefore()).isNull();
    assertThat(entry.getAfter().data()).contains("\"name\": \"The claims\"");
  }

  @Test
  void a_changed_row_is_told_as_it_was_and_as_it_is() {
    transactions.write(tenant, anna, sql -> addUnit(sql, "claims"));
    transactions.write(
        tenant, anna, sql -> sql.update(UNIT).set(UNIT.NAME, "Claims handling").execute());

    TrailRecord entry = trail().getLast();
    assertThat(entry.getOperation()).isEqualTo("UPDATE");
    assertThat(entry.getBefore().data()).contains("The claims");
    assertThat(entry.getAfter().data()).contains("Claims handling");
  }

  @Test
  void a_removed_row_is_told_as_it_was() {
    transactions.write(tenant, anna, sql -> addUnit(sql, "claims"));
    transactions.write(tenant, anna, sql -> sql.deleteFrom(UNIT).execute());

    TrailRecord entry = trail().getLast();
    assertThat(entry.getOperation()).isEqualTo("DELETE");
    assertThat(entry.getBefore().data()).contains("The claims");
    assertThat(entry.getAfter()).isNull();
  }

  @Test
  void a_write_without_an_actor_is_refused() {
    assertThatThrownBy(() -> transactions.read(tenant, sql -> addUnit(sql, "claims")))
        .hasMessageContaining("read-only transaction");
    assertThatThrownBy(
            () ->
                DSL.using(TestDatabase.shared().application(), SQLDialect.POSTGRES)
                    .insertInto(UNIT)
                    .set(UNIT.ID, "claims")
                    .set(UNIT.NAME, "Claims")
                    .execute())
        .hasMessageContaining("without an actor");
  }

  @Test
  void what_is_rolled_back_leaves_no_entry_and_no_gap() {
    transactions.write(tenant, anna, sql -> addUnit(sql, "claims"));
    assertThatThrownBy(
            () ->
                transactions.write(
                    tenant,
                    anna,
                    sql -> {
                      addUnit(sql, "sales");
                      throw new IllegalStateException("changed my mind");
                    }))
        .hasMessage("changed my mind");
    transactions.write(tenant, anna, sql -> addUnit(sql, "legal"));

    assertThat(trail()).extracting(TrailRecord::getNumber).containsExactly(1L, 2L);
    assertThat(trail()).extracting(TrailRecord::getRowKey).containsExactly("claims", "legal");
  }

  @Test
  void many_writers_at_once_leave_numbers_without_gaps() throws Exception {
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        String id = "unit-" + i;
        all.add(
            threads.submit(
                () ->
                    transactions.write(
                        tenant, Attribution.ofServer("test"), sql -> addUnit(sql, id))));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }

    assertThat(trail())
        .extracting(TrailRecord::getNumber)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
  }

  @Test
  void nobody_rewrites_the_trail() {
    transactions.write(tenant, anna, sql -> addUnit(sql, "claims"));

    for (String attempt :
        List.of(
            "update trail set actor = 'somebody'",
            "delete from trail",
            "truncate trail",
            "insert into trail (tenant, number, at, actor, table_name, row_key, operation)"
                + " values (app_tenant(), 99, now(), 'x', 'unit', 'x', 'DELETE')")) {
      assertThatThrownBy(() -> transactions.write(tenant, anna, sql -> sql.execute(attempt)))
          .as(attempt)
          .hasMessageContaining("permission denied");
    }
    TenantTransactions asOwner = new TenantTransactions(TestDatabase.shared().owner());
    for (String attempt :
        List.of("update trail set actor = 'somebody'", "delete from trail", "truncate trail")) {
      assertThatThrownBy(() -> asOwner.write(tenant, anna, sql -> sql.execute(attempt)))
          .as("as the owner: " + attempt)
          .hasMessageContaining("the change trail only grows");
    }
  }

  @Test
  void the_key_of_a_row_cannot_change() {
    transactions.write(tenant, anna, sql -> addUnit(sql, "claims"));

    assertThatThrownBy(
            () ->
                transactions.write(
                    tenant, anna, sql -> sql.update(UNIT).set(UNIT.ID, "other").execute()))
        .hasMessageContaining("remove the row and add another");
  }

  @Test
  void a_row_that_no_export_could_hold_is_refused() {
    transactions.write(tenant, anna, sql -> addUnit(sql, "claims"));
    String large = "x".repeat(10 * 1024 * 1024);

    assertThatThrownBy(
            () ->
                transactions.write(
                    tenant, anna, sql -> sql.update(UNIT).set(UNIT.DESCRIPTION, large).execute()))
        .hasMessageContaining("a row of unit is too large for the change trail")
        .hasMessageContaining("of at most 10485760");
    assertThat(trail()).hasSize(1);
  }
}
