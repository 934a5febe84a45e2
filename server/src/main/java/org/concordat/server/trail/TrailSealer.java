package org.concordat.server.trail;

import static org.concordat.server.database.schema.Tables.TRAIL;
import static org.concordat.server.database.schema.Tables.TRAIL_SEAL;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.schema.tables.records.TrailRecord;
import org.concordat.server.database.schema.tables.records.TrailSealRecord;
import org.concordat.server.trail.seal.MerkleTree;
import org.concordat.server.trail.seal.SealKey;
import org.concordat.server.trail.seal.SignedHead;
import org.concordat.server.trail.seal.TrailEntry;
import org.concordat.server.trail.seal.TrailEntry.Operation;
import org.concordat.server.trail.seal.TrailExport;
import org.concordat.server.trail.seal.TrailHeader;
import org.concordat.server.trail.seal.TreeHash;
import org.jooq.Cursor;
import org.jooq.DSLContext;

/** Seals the trails of organisations, and exports them so that anyone can check the seal. */
public final class TrailSealer {
  private static final Attribution SELF = Attribution.ofServer("seal");

  /** So many entries are fetched at a time. */
  private static final int CHUNK = 1_000;

  private final TenantTransactions transactions;
  private final SealKey key;
  private final Clock clock;

  /** Seals with a key, by a clock. */
  public TrailSealer(TenantTransactions transactions, SealKey key, Clock clock) {
    this.transactions = transactions;
    this.key = key;
    this.clock = clock;
  }

  public SealKey key() {
    return key;
  }

  /**
   * Seals what an organisation's trail has gained since the last seal. Several servers may try at
   * once; they come one after the other.
   *
   * @return how many entries are sealed now
   */
  public long seal(UUID tenant) {
    return transactions.write(tenant, SELF, sql -> seal(sql, tenant));
  }

  private long seal(DSLContext sql, UUID tenant) {
    sql.fetch("select pg_advisory_xact_lock(hashtextextended('seal ' || app_tenant(), 0))");
    TrailSealRecord last =
        sql.selectFrom(TRAIL_SEAL).orderBy(TRAIL_SEAL.SIZE.desc()).limit(1).fetchOne();
    MerkleTree tree = last == null ? new MerkleTree() : MerkleTree.of(last.getFrontier());
    long before = tree.size();
    try (Cursor<TrailRecord> entries = entries(sql, before)) {
      entries.forEach(row -> tree.append(entry(row).leaf()));
    }
    if (tree.size() > before) {
      SignedHead head = SignedHead.sign(key, tenant, tree, now());
      sql.insertInto(TRAIL_SEAL)
          .set(TRAIL_SEAL.SIZE, head.size())
          .set(TRAIL_SEAL.ROOT, head.root().toString())
          .set(TRAIL_SEAL.FRONTIER, tree.toBytes())
          .set(TRAIL_SEAL.AT, head.at().atOffset(ZoneOffset.UTC))
          .set(TRAIL_SEAL.FINGERPRINT, head.fingerprint())
          .set(TRAIL_SEAL.SIGNATURE, head.signature())
          .execute();
    }
    return tree.size();
  }

  private static Cursor<TrailRecord> entries(DSLContext sql, long after) {
    return sql.selectFrom(TRAIL)
        .where(TRAIL.NUMBER.gt(after))
        .orderBy(TRAIL.NUMBER)
        .fetchSize(CHUNK)
        .fetchLazy();
  }

  private static TrailEntry entry(TrailRecord row) {
    return new TrailEntry(
        row.getTenant(),
        row.getNumber(),
        row.getAt().toInstant(),
        row.getActor(),
        row.getRequest(),
        row.getChange(),
        row.getReason(),
        row.getTableName(),
        row.getRowKey(),
        Operation.valueOf(row.getOperation()),
        row.getBefore() == null ? null : row.getBefore().data(),
        row.getAfter() == null ? null : row.getAfter().data());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /**
   * Seals an organisation's trail and writes all of it; what is kept in memory does not grow with
   * the trail.
   *
   * @param organisation its name, for the people who check
   * @throws UncheckedIOException when the output takes no more
   */
  public void export(UUID tenant, String organisation, OutputStream out) {
    seal(tenant);
    transactions.readAtOnce(
        tenant,
        sql -> {
          List<SignedHead> heads =
              sql.selectFrom(TRAIL_SEAL).orderBy(TRAIL_SEAL.SIZE).fetch(row -> head(tenant, row));
          try (Cursor<TrailRecord> rows = entries(sql, 0)) {
            Iterator<TrailEntry> entries = stream(rows).map(TrailSealer::entry).iterator();
            TrailExport.write(
                new BufferedOutputStream(out),
                new TrailHeader(tenant, organisation, key.publicKey(), now()),
                entries,
                heads.iterator(),
                key);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return null;
        });
  }

  private static Stream<TrailRecord> stream(Cursor<TrailRecord> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }

  private static SignedHead head(UUID tenant, TrailSealRecord row) {
    return new SignedHead(
        tenant,
        row.getSize(),
        TreeHash.parse(row.getRoot()),
        row.getAt().toInstant(),
        row.getFingerprint(),
        row.getSignature());
  }
}
