package org.concordat.server.workspace;

import static org.concordat.server.database.schema.Tables.IMPORT_UPLOAD;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.findings.InvalidInput;
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

  /**
   * A file as it was sent; the content is all of the buffer's array.
   *
   * @param name a plain file name: of a path that a browser or a program sends only the last part
   *     counts, and of a long one the end, which tells the kind of file
   */
  public record Upload(String name, ByteBuffer content) {
    private static final int LONGEST_NAME = 120;

    public Upload {
      String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
      String plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
      String end = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
      String visible = end.replaceFirst("^\\.+", "");
      name = visible.isBlank() ? "upload" : visible;
    }

    /** Reads a file. */
    public interface Reading<T> {
      T of(Path file) throws IOException, InvalidInput;
    }

    /**
     * Reads the upload as a file of its name, which is gone afterwards.
     *
     * @throws IOException when it cannot be put where it is read from
     */
    public <T> T asFile(Reading<T> reading) throws IOException, InvalidInput {
      Path folder = Files.createTempDirectory("concordat-import");
      Path file = folder.resolve(name);
      try {
        Files.write(file, content().array());
        return reading.of(file);
      } catch (InvalidInput invalid) {
        throw invalid.renamed(file.toString(), name);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    }
  }

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
