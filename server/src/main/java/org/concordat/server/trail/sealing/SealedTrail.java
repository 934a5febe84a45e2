package org.concordat.server.trail.sealing;

import static org.concordat.server.database.schema.Tables.TRAIL;
import static org.concordat.server.database.schema.Tables.TRAIL_SEAL;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.concordat.server.database.TrailPosition;
import org.concordat.server.database.schema.tables.records.TrailSealRecord;
import org.concordat.server.trail.seal.MerkleTree;
import org.concordat.server.trail.seal.SignedHead;
import org.concordat.server.trail.seal.TrailEntry;
import org.concordat.server.trail.seal.TrailEntry.Operation;
import org.concordat.server.trail.seal.TreeHash;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * The rows of one organisation's trail and of its seals. All methods work in a transaction of that
 * organisation; streams have to be closed within it.
 */
final class SealedTrail {
  /** So many rows come from the database at once; each may have 10 MiB. */
  private static final int FETCH = 100;

  /** The text of JSON as the database writes it, which is what is sealed. */
  private static final Field<String> BEFORE = TRAIL.BEFORE.cast(String.class).as("before_text");

  private static final Field<String> AFTER = TRAIL.AFTER.cast(String.class).as("after_text");

  private SealedTrail() {}

  /** The entries after a number, by number. */
  static Stream<TrailEntry> entriesAfter(DSLContext sql, long number, int limit) {
    return sql
        .select(
            TRAIL.TENANT,
            TRAIL.NUMBER,
            TRAIL.AT,
            TRAIL.ACTOR,
            TRAIL.REQUEST,
            TRAIL.CHANGE,
            TRAIL.REASON,
            TRAIL.TABLE_NAME,
            TRAIL.ROW_KEY,
            TRAIL.OPERATION,
            BEFORE,
            AFTER)
        .from(TRAIL)
        .where(TRAIL.NUMBER.gt(number))
        .orderBy(TRAIL.NUMBER)
        .limit(limit)
        .fetchSize(FETCH)
        .stream()
        .map(SealedTrail::entry);
  }

  private static TrailEntry entry(Record row) {
    return new TrailEntry(
        row.get(TRAIL.TENANT),
        row.get(TRAIL.NUMBER),
        row.get(TRAIL.AT).toInstant(),
        row.get(TRAIL.ACTOR),
        row.get(TRAIL.REQUEST),
        row.get(TRAIL.CHANGE),
        row.get(TRAIL.REASON),
        row.get(TRAIL.TABLE_NAME),
        row.get(TRAIL.ROW_KEY),
        Operation.valueOf(row.get(TRAIL.OPERATION)),
        row.get(BEFORE),
        row.get(AFTER));
  }

  /** How many entries the trail has. */
  static long size(DSLContext sql) {
    return TrailPosition.of(sql);
  }

  /** Whether there is an entry of that number. */
  static boolean has(DSLContext sql, long number) {
    return sql.fetchExists(TRAIL, TRAIL.NUMBER.eq(number));
  }

  /**
   * A head as it is stored.
   *
   * @param tree what it is over, as far as it can be read
   */
  record Seal(SignedHead head, Optional<MerkleTree> tree) {}

  /** The head over the most entries. */
  static Optional<Seal> lastSeal(DSLContext sql) {
    return sql.selectFrom(TRAIL_SEAL)
        .orderBy(TRAIL_SEAL.SIZE.desc(), TRAIL_SEAL.AT.desc())
        .limit(1)
        .fetchOptional(row -> new Seal(head(row), tree(row.getFrontier())));
  }

  private static Optional<MerkleTree> tree(byte[] frontier) {
    try {
      return Optional.of(MerkleTree.of(frontier));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether a key has signed a head of that size. */
  static boolean hasSeal(DSLContext sql, long size, String fingerprint) {
    return sql.fetchExists(
        TRAIL_SEAL, TRAIL_SEAL.SIZE.eq(size).and(TRAIL_SEAL.FINGERPRINT.eq(fingerprint)));
  }

  /** The heads that a key has signed after a size, by size. */
  static Stream<SignedHead> headsAfter(DSLContext sql, String fingerprint, long size, int limit) {
    return sql
        .selectFrom(TRAIL_SEAL)
        .where(TRAIL_SEAL.SIZE.gt(size).and(TRAIL_SEAL.FINGERPRINT.eq(fingerprint)))
        .orderBy(TRAIL_SEAL.SIZE)
        .limit(limit)
        .stream()
        .map(SealedTrail::head);
  }

  private static SignedHead head(TrailSealRecord row) {
    return new SignedHead(
        row.getTenant(),
        row.getSize(),
        TreeHash.of(row.getRoot()),
        row.getAt().toInstant(),
        row.getFingerprint(),
        row.getSignature());
  }

  static void store(DSLContext sql, SignedHead head, MerkleTree tree) {
    sql.insertInto(TRAIL_SEAL)
        .set(TRAIL_SEAL.SIZE, head.size())
        .set(TRAIL_SEAL.FINGERPRINT, head.fingerprint())
        .set(TRAIL_SEAL.ROOT, head.root().bytes())
        .set(TRAIL_SEAL.FRONTIER, tree.toBytes())
        .set(TRAIL_SEAL.AT, head.at().atOffset(ZoneOffset.UTC))
        .set(TRAIL_SEAL.SIGNATURE, head.signature())
        .execute();
  }

  /** Lets nobody else seal this trail until the transaction ends; waits for whoever does. */
  static void lock(DSLContext sql, UUID tenant) {
    sql.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "trail seal " + tenant);
  }
}
