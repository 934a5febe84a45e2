package org.concordat.server.workspace.imports;

import static org.concordat.server.database.schema.Tables.IMPORT_JOB;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.concordat.core.findings.Finding;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.workspace.Uploads;
import org.concordat.server.workspace.imports.ImportJob.Preview;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * An import that this server works on, and nobody else as long as it says so in time. Every step is
 * taken only while that holds; so a server that was thought dead finds out and writes nothing.
 */
final class ClaimedImport implements AutoCloseable {
  /** A server that has not said for so long that it is at work is taken for dead. */
  static final Duration LEASE = Duration.ofSeconds(30);

  /** A job that took down so many servers, or was stopped so often, is given up. */
  static final int MOST_ATTEMPTS = 4;

  private static final Attribution SERVER = Attribution.ofServer("import");

  private final TenantTransactions transactions;
  private final UUID runner;
  private final CountDownLatch ended = new CountDownLatch(1);
  final UUID tenant;
  final Claim claim;

  /**
   * What is to do.
   *
   * @param takesBack the action that is to be taken back, or null for a file
   * @param reason why it is taken back, or null
   * @param agreed the fingerprint of what may be written, or null when it is to be shown first
   * @param attempt counts from 1
   */
  record Claim(
      UUID id,
      UUID account,
      String name,
      LocalDate day,
      @Nullable UUID takesBack,
      @Nullable String reason,
      @Nullable String agreed,
      @Nullable String request,
      int attempt) {}

  private ClaimedImport(TenantTransactions transactions, UUID runner, UUID tenant, Claim claim) {
    this.transactions = transactions;
    this.runner = runner;
    this.tenant = tenant;
    this.claim = claim;
    Thread.ofVirtual().name("import-lease").start(this::stayAlive);
  }

  /** Takes the oldest import of an organisation that is to be done, unless there is none. */
  static Optional<ClaimedImport> next(TenantTransactions transactions, UUID runner, UUID tenant) {
    boolean any = transactions.read(tenant, sql -> sql.fetchExists(IMPORT_JOB, ImportRows.toDo()));
    if (!any) {
      return Optional.empty();
    }
    Optional<Claim> claim =
        transactions.write(
            tenant,
            SERVER,
            sql ->
                sql.update(IMPORT_JOB)
                    .set(IMPORT_JOB.STAGE, ImportRows.READING)
                    .set(IMPORT_JOB.RUNNER, runner)
                    .set(IMPORT_JOB.ALIVE_UNTIL, leaseEnd())
                    .set(IMPORT_JOB.ATTEMPTS, IMPORT_JOB.ATTEMPTS.plus(1))
                    .set(IMPORT_JOB.CHANGED_AT, DSL.currentOffsetDateTime())
                    .where(
                        IMPORT_JOB.ID.eq(
                            DSL.select(IMPORT_JOB.ID)
                                .from(IMPORT_JOB)
                                .where(ImportRows.toDo())
                                .orderBy(IMPORT_JOB.CREATED_AT)
                                .limit(1)
                                .forUpdate()
                                .skipLocked()))
                    .returning()
                    .fetchOptional(
                        row ->
                            new Claim(
                                row.getId(),
                                row.getAccount(),
                                row.getName(),
                                row.getDay(),
                                row.getTakesBack(),
                                row.getReason(),
                                row.getAgreed(),
                                row.getRequest(),
                                row.getAttempts())));
    return claim.map(found -> new ClaimedImport(transactions, runner, tenant, found));
  }

  private static OffsetDateTime leaseEnd() {
    return OffsetDateTime.now(ZoneOffset.UTC).plus(LEASE);
  }

  private void stayAlive() {
    try {
      while (!ended.await(LEASE.toMillis() / 4, TimeUnit.MILLISECONDS)) {
        if (!update(Map.of(IMPORT_JOB.ALIVE_UNTIL, leaseEnd()))) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Thrown when the import was cancelled, or another server has taken it. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Goes on to another stage.
   *
   * @throws Lost when the import is no longer ours
   */
  void enter(String stage) {
    require(update(Map.of(IMPORT_JOB.STAGE, stage)));
  }

  /** Tells how much is written. */
  void written(long rows, long inAll) {
    require(update(Map.of(IMPORT_JOB.ROWS_WRITTEN, rows, IMPORT_JOB.ROWS_IN_ALL, inAll)));
  }

  /** Waits for a yes. */
  void show(Preview preview) {
    require(
        update(
            Map.of(
                IMPORT_JOB.STAGE,
                ImportRows.READY,
                IMPORT_JOB.PREVIEW,
                ImportRows.of(preview),
                IMPORT_JOB.PREVIEW_DIFFERS,
                claim.agreed() != null)));
  }

  /** Ends without having changed anything. */
  void fail(List<Finding> findings) {
    transactions.write(
        tenant,
        SERVER,
        sql -> {
          if (update(
              sql,
              Map.of(
                  IMPORT_JOB.STAGE,
                  ImportRows.FAILED,
                  IMPORT_JOB.FINDINGS,
                  ImportRows.of(findings)))) {
            Uploads.forget(sql, claim.id());
          }
          return null;
        });
  }

  /** Ends in the transaction that changes the model, so that it is made once or not at all. */
  void finish(DSLContext sql, UUID change) {
    require(update(sql, Map.of(IMPORT_JOB.STAGE, ImportRows.DONE, IMPORT_JOB.CHANGE, change)));
    Uploads.forget(sql, claim.id());
  }

  /** Ends where there was nothing to change. */
  void finishUnchanged() {
    transactions.write(
        tenant,
        SERVER,
        sql -> {
          require(update(sql, Map.of(IMPORT_JOB.STAGE, ImportRows.DONE, IMPORT_JOB.MOVED, 0)));
          Uploads.forget(sql, claim.id());
          return null;
        });
  }

  /** Tells afterwards what the import did to the priorities. */
  void moved(int scores) {
    update(Map.of(IMPORT_JOB.MOVED, scores));
  }

  /** Leaves it to whoever comes next, at once. */
  void release() {
    update(Map.of(IMPORT_JOB.STAGE, ImportRows.WAITING));
  }

  private boolean update(Map<Field<?>, Object> values) {
    return transactions.write(tenant, SERVER, sql -> update(sql, values));
  }

  private boolean update(DSLContext sql, Map<Field<?>, Object> values) {
    return sql.update(IMPORT_JOB)
            .set(values)
            .set(IMPORT_JOB.CHANGED_AT, DSL.currentOffsetDateTime())
            .where(IMPORT_JOB.ID.eq(claim.id()).and(IMPORT_JOB.RUNNER.eq(runner)))
            .and(IMPORT_JOB.STAGE.notIn(ImportRows.CANCELLED, ImportRows.WAITING))
            .execute()
        == 1;
  }

  private static void require(boolean ours) {
    if (!ours) {
      throw new Lost();
    }
  }

  /** Ends the lease; whatever is not finished by then is for others when it has run out. */
  @Override
  public void close() {
    ended.countDown();
  }
}
