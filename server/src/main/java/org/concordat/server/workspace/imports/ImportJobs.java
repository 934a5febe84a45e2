package org.concordat.server.workspace.imports;

import static org.concordat.server.database.schema.Tables.IMPORT_JOB;
import static org.concordat.server.database.schema.Tables.IMPORT_UPLOAD;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.schema.tables.records.ImportJobRecord;
import org.concordat.server.identity.Caller;
import org.concordat.server.workspace.Uploads;
import org.concordat.server.workspace.Uploads.Upload;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.InsertSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The imports of the organisations, from the file that was sent to the model that it changed. Each
 * belongs to the account that began it; others see what it did in the trail.
 */
public final class ImportJobs {
  /** How long finished imports stay in the list. */
  public static final Duration KEPT = Duration.ofDays(7);

  /** An account has at most so many unfinished imports, for each keeps a file or a worker busy. */
  public static final int MOST = 5;

  private final TenantTransactions transactions;
  private final ImportWorker worker;

  /** Imports that a worker of this server, or of another, carries out. */
  ImportJobs(TenantTransactions transactions, ImportWorker worker) {
    this.transactions = transactions;
    this.worker = worker;
  }

  /** What became of a file that somebody sent, or of a wish to take something back. */
  public sealed interface Begun {
    /** It is kept, and soon worked on. */
    record Job(UUID id) implements Begun {}

    /** Others of the account have to be finished or cancelled first. */
    record TooMany(int most) implements Begun {}
  }

  /**
   * What somebody wants to be taken back, as it is, without being shown first: it has been seen.
   *
   * @param action its id in the trail
   * @param name what it is known by
   * @param reason why, or null
   */
  public record TakingBack(UUID action, String name, @Nullable String reason) {}

  /**
   * Begins to take a large action back. Whoever has begun already is told of the same job.
   *
   * @param request the request's id, for the trail
   */
  public Begun takeBack(Caller caller, String request, TakingBack wish) {
    Begun begun =
        transactions.write(
            caller.tenant(),
            caller.attribution(request, null),
            sql -> {
              forgetOld(sql);
              Optional<UUID> same =
                  sql.select(IMPORT_JOB.ID)
                      .from(IMPORT_JOB)
                      .where(takesBack(caller).and(IMPORT_JOB.TAKES_BACK.eq(wish.action())))
                      .limit(1)
                      .fetchOptional(IMPORT_JOB.ID);
              if (same.isPresent()) {
                return new Begun.Job(same.get());
              }
              if (unfinished(sql, caller) >= MOST) {
                return new Begun.TooMany(MOST);
              }
              UUID id = Ids.next();
              insert(sql, caller, id, wish.name(), 0)
                  .set(IMPORT_JOB.TAKES_BACK, wish.action())
                  .set(IMPORT_JOB.REASON, wish.reason())
                  .set(IMPORT_JOB.REQUEST, request)
                  .execute();
              return new Begun.Job(id);
            });
    worker.wake();
    return begun;
  }

  private static void forgetOld(DSLContext sql) {
    OffsetDateTime oldest = OffsetDateTime.now(ZoneOffset.UTC).minus(KEPT);
    sql.deleteFrom(IMPORT_JOB).where(IMPORT_JOB.CREATED_AT.lt(oldest)).execute();
  }

  private static InsertSetMoreStep<ImportJobRecord> insert(
      DSLContext sql, Caller caller, UUID id, String name, long bytes) {
    return sql.insertInto(IMPORT_JOB)
        .set(IMPORT_JOB.ID, id)
        .set(IMPORT_JOB.ACCOUNT, caller.account())
        .set(IMPORT_JOB.NAME, name)
        .set(IMPORT_JOB.BYTES, bytes)
        .set(IMPORT_JOB.DAY, LocalDate.now(ZoneId.systemDefault()))
        .set(IMPORT_JOB.STAGE, ImportRows.WAITING);
  }

  private static Condition takesBack(Caller caller) {
    return IMPORT_JOB
        .ACCOUNT
        .eq(caller.account())
        .and(IMPORT_JOB.TAKES_BACK.isNotNull())
        .and(ImportRows.moving());
  }

  /**
   * Begins an import.
   *
   * @param request the request's id, for the logs
   */
  public Begun begin(Caller caller, String request, Upload upload) {
    Begun begun =
        transactions.write(
            caller.tenant(),
            caller.attribution(request, null),
            sql -> {
              Uploads.forgetOld(sql);
              forgetOld(sql);
              if (unfinished(sql, caller) >= MOST) {
                return new Begun.TooMany(MOST);
              }
              UUID id = Uploads.keep(sql, caller.account(), upload);
              insert(sql, caller, id, upload.name(), upload.content().capacity()).execute();
              return new Begun.Job(id);
            });
    worker.wake();
    return begun;
  }

  private static int unfinished(DSLContext sql, Caller caller) {
    int files =
        sql.fetchCount(
            IMPORT_UPLOAD.join(IMPORT_JOB).on(IMPORT_JOB.ID.eq(IMPORT_UPLOAD.ID)),
            IMPORT_UPLOAD.ACCOUNT.eq(caller.account()));
    return files + sql.fetchCount(IMPORT_JOB, takesBack(caller));
  }

  /** An import of the caller's, or empty when there is none of that id. */
  public Optional<ImportJob> find(Caller caller, UUID id) {
    return transactions.read(
        caller.tenant(),
        sql ->
            sql.selectFrom(IMPORT_JOB).where(ofCaller(caller, id)).fetchOptional(ImportRows::job));
  }

  /** The caller's imports of the last days, latest first. */
  public List<ImportJob> recent(Caller caller) {
    return transactions.read(
        caller.tenant(),
        sql ->
            sql.selectFrom(IMPORT_JOB)
                .where(IMPORT_JOB.ACCOUNT.eq(caller.account()))
                .orderBy(IMPORT_JOB.CREATED_AT.desc())
                .limit(20)
                .fetch(ImportRows::job));
  }

  /**
   * Says yes to what was shown; a second time this does nothing, so an import is made once.
   *
   * @param request the request's id, for the trail
   * @param fingerprint of the preview that was shown
   * @return whether the import goes on; otherwise it is not waiting for this yes
   */
  public boolean agree(Caller caller, String request, UUID id, String fingerprint) {
    boolean agreed =
        set(
            caller,
            request,
            id,
            IMPORT_JOB
                .STAGE
                .eq(ImportRows.READY)
                .and(
                    DSL.jsonbGetAttributeAsText(IMPORT_JOB.PREVIEW, "fingerprint").eq(fingerprint)),
            ImportRows.WAITING,
            fingerprint);
    worker.wake();
    return agreed;
  }

  /**
   * Cancels an import that does not write yet.
   *
   * @return whether it was cancelled; otherwise it is too late
   */
  public boolean cancel(Caller caller, String request, UUID id) {
    return set(
        caller,
        request,
        id,
        IMPORT_JOB.STAGE.in(
            ImportRows.WAITING, ImportRows.READING, ImportRows.COMPARING, ImportRows.READY),
        ImportRows.CANCELLED,
        "");
  }

  private boolean set(
      Caller caller, String request, UUID id, Condition now, String stage, String agreed) {
    return transactions.write(
        caller.tenant(),
        caller.attribution(request, null),
        sql -> {
          int changed =
              sql.update(IMPORT_JOB)
                  .set(IMPORT_JOB.STAGE, stage)
                  .set(IMPORT_JOB.AGREED, agreed.isEmpty() ? null : agreed)
                  .set(IMPORT_JOB.REQUEST, request)
                  .set(IMPORT_JOB.ATTEMPTS, 0)
                  .set(IMPORT_JOB.CHANGED_AT, DSL.currentOffsetDateTime())
                  .where(ofCaller(caller, id).and(now))
                  .execute();
          if (changed == 1 && stage.equals(ImportRows.CANCELLED)) {
            Uploads.forget(sql, id);
          }
          return changed == 1;
        });
  }

  private static Condition ofCaller(Caller caller, UUID id) {
    return IMPORT_JOB.ID.eq(id).and(IMPORT_JOB.ACCOUNT.eq(caller.account()));
  }
}
