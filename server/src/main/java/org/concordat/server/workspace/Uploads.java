package org.concordat.server.workspace;

import static org.concordat.server.database.schema.Tables.IMPORT_UPLOAD;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.jooq.DSLContext;

/** Files that wait for their import to be finished; every server finds them. */
public final class Uploads {
  /** They wait no longer than this. */
  public static final Duration KEPT = Duration.ofDays(1);

  private final TenantTransactions transactions;

  /** Uploads that are reached through these transactions. */
  public Uploads(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /** A file as it was sent; the content is all of the buffer's array. */
  public record Upload(String name, ByteBuffer content) {}

  /** Keeps a file, in a transaction of its organisation. */
  public static UUID keep(DSLContext sql, UUID account, Upload upload) {
    UUID id = Ids.next();
    sql.insertInto(IMPORT_UPLOAD)
        .set(IMPORT_UPLOAD.ID, id)
        .set(IMPORT_UPLOAD.ACCOUNT, account)
        .set(IMPORT_UPLOAD.NAME, upload.name())
        .set(IMPORT_UPLOAD.CONTENT, upload.content().array())
        .execute();
    return id;
  }

  /** Keeps a file in a transaction of its own, and forgets those that have waited too long. */
  public UUID keep(UUID tenant, Attribution by, UUID account, Upload upload) {
    return transactions.write(
        tenant,
        by,
        sql -> {
          forgetOld(sql);
          return keep(sql, account, upload);
        });
  }

  /** Forgets a file; true for the one who did, so that what it is for is done once. */
  public boolean take(UUID tenant, Attribution by, UUID id) {
    return transactions.write(tenant, by, sql -> forget(sql, id));
  }

  /** Forgets those that have waited too long. */
  public static void forgetOld(DSLContext sql) {
    sql.deleteFrom(IMPORT_UPLOAD)
        .where(IMPORT_UPLOAD.CREATED_AT.lt(OffsetDateTime.now(ZoneOffset.UTC).minus(KEPT)))
        .execute();
  }

  /** The file that an account has sent, or empty when it is gone or somebody else's. */
  public Optional<Upload> find(UUID tenant, UUID account, UUID id) {
    return transactions.read(
        tenant,
        sql ->
            sql.selectFrom(IMPORT_UPLOAD)
                .where(IMPORT_UPLOAD.ID.eq(id).and(IMPORT_UPLOAD.ACCOUNT.eq(account)))
                .fetchOptional(
                    row -> new Upload(row.getName(), ByteBuffer.wrap(row.getContent()))));
  }

  /** Forgets a file that is of no more use; false when somebody did already. */
  public static boolean forget(DSLContext sql, UUID id) {
    return sql.deleteFrom(IMPORT_UPLOAD).where(IMPORT_UPLOAD.ID.eq(id)).execute() == 1;
  }
}
