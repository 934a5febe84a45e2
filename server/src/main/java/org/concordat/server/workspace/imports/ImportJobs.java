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
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Caller;
import org.concordat.server.workspace.Uploads;
import org.concordat.server.workspace.Uploads.Upload;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The imports of the organisations, from the file that was sent to the model that it changed. Each
 * belongs to the account that began it; others see what it did in the trail.
 */
public final class ImportJobs {
  /** How long finished imports stay in the list. */
  public static final Duration KEPT = Duration.ofDays(7);

  /** An account has at most so many unfinished imports, for each keeps a file. */
  public static final int MOST = 5;

  private final TenantTransactions transactions;
  private final ImportWorker worker;

  /** Imports that a worker of this server, or of another, carries out. */
  ImportJobs(TenantTransactions transactions, ImportWorker worker) {
    this.transactions = transactions;
    this.worker = worker;
  }

  /** What became of a file that somebody sent. */
  public sealed interface Begun {
    /** It is kept, and soon read. */
    record Job(UUID id) implements Begun {}

    /** Others of the account have to be finished or cancelled first. */
    record TooMany(int most) implements Begun {}
  }

  /**
   * Begins an import.
   *
   * @param request the request's id, for the logs
   */
  public Begun begin(Caller caller, String request, Upload upload) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    Begun begun =
        transactions.write(
            caller.tenant(),
            caller.attribution(request, null),
            sql -> {
              Uploads.forgetOld(sql);
              sql.deleteFrom(IMPORT_JOB).where(IMPORT_JOB.CREATED_AT.lt(now.minus(KEPT))).execute();
              if (unfinished(sql, caller) >= MOST) {
                return new Begun.TooMany(MOST);
              }
              UUID id = Uploads.keep(sql, caller.account(), upload);
              sql.insertInto(IMPORT_JOB)
                  .set(IMPORT_JOB.ID, id)
                  .set(IMPORT_JOB.ACCOUNT, caller.account())
                  .set(IMPORT_JOB.NAME, upload.name())
                  .set(IMPORT_JOB.BYTES, (long) upload.content().capacity())
                  .set(IMPORT_JOB.DAY, LocalDate.now(ZoneId.systemDefault()))
                  .set(IMPORT_JOB.STAGE, ImportRows.WAITING)
                  .execute();
              return new Begun.Job(id);
            });
    worker.wake();
    return begun;
  }

  private static int unfinished(DSLContext sql, Caller caller) {
    return sql.fetchCount(
        IMPORT_UPLOAD.join(IMPORT_JOB).on(IMPORT_JOB.ID.eq(IMPORT_UPLOAD.ID)),
        IMPORT_UPLOAD.ACCOUNT.eq(caller.account()));
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
