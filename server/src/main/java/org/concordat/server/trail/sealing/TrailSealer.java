package org.concordat.server.trail.sealing;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.trail.seal.MerkleTree;
import org.concordat.server.trail.seal.PublicSealKey;
import org.concordat.server.trail.seal.SealKey;
import org.concordat.server.trail.seal.SignedHead;
import org.concordat.server.trail.seal.TrailEntry;
import org.concordat.server.trail.sealing.SealedTrail.Seal;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Seals trails: hashes the entries since the last head into the tree and signs the new head.
 *
 * <p>Several servers on one database may seal at once; they take turns, and whoever comes second
 * finds nothing to do. They should have the same key, or each signs heads of its own.
 */
public final class TrailSealer {
  /** So many entries are under one head more, so that no transaction takes long. */
  static final int BATCH = 20_000;

  private final TenantTransactions transactions;
  private final SealKey key;
  private final Clock clock;
  private final int batch;

  /** A sealer that signs with this key. */
  public TrailSealer(TenantTransactions transactions, SealKey key, Clock clock) {
    this(transactions, key, clock, BATCH);
  }

  TrailSealer(TenantTransactions transactions, SealKey key, Clock clock, int batch) {
    this.transactions = transactions;
    this.key = key;
    this.clock = clock;
    this.batch = batch;
  }

  /** The key that others check the seals with. */
  public PublicSealKey publicKey() {
    return key.publicKey();
  }

  SealKey key() {
    return key;
  }

  /**
   * Seals all entries that an organisation's trail has by now. Takes time linear in those that were
   * not sealed, and memory for a few of them.
   *
   * @throws BrokenTrail when an entry is missing or the last head was changed; entries up to there
   *     are sealed
   */
  public void seal(UUID tenant) throws BrokenTrail {
    seal(tenant, _ -> {});
  }

  /**
   * The same, with a pause now and then.
   *
   * @param pause is called between two heads with how long the first took
   */
  void seal(UUID tenant, Consumer<Duration> pause) throws BrokenTrail {
    @Nullable String broken;
    boolean more;
    do {
      long begin = System.nanoTime();
      Step step =
          transactions.write(tenant, Attribution.ofServer("seal"), sql -> step(sql, tenant));
      broken = step.broken;
      more = step.more;
      if (more && broken == null) {
        pause.accept(Duration.ofNanos(System.nanoTime() - begin));
      }
    } while (more && broken == null);
    if (broken != null) {
      throw new BrokenTrail(broken);
    }
  }

  /** What one transaction came to. */
  private record Step(boolean more, @Nullable String broken) {}

  private Step step(DSLContext sql, UUID tenant) {
    SealedTrail.lock(sql, tenant);
    Optional<Seal> last = SealedTrail.lastSeal(sql);
    Optional<MerkleTree> grown = last.isEmpty() ? Optional.of(new MerkleTree()) : tree(last.get());
    if (grown.isEmpty()) {
      return new Step(
          false, "the last head of the trail is not as it was signed; nothing more is sealed");
    }
    MerkleTree tree = grown.get();
    long before = tree.size();
    @Nullable String broken = append(sql, tree);
    if (tree.size() > 0 && !SealedTrail.hasSeal(sql, tree.size(), key.publicKey().fingerprint())) {
      SignedHead head =
          SignedHead.sign(key, tenant, tree, clock.instant().truncatedTo(ChronoUnit.MICROS));
      SealedTrail.store(sql, head, tree);
    }
    return new Step(tree.size() - before == batch, broken);
  }

  /** The tree under a head; empty when the two do not belong together. */
  private Optional<MerkleTree> tree(Seal last) {
    PublicSealKey ours = key.publicKey();
    SignedHead head = last.head();
    if (head.fingerprint().equals(ours.fingerprint()) && !head.isSignedWith(ours)) {
      return Optional.empty();
    }
    return last.tree()
        .filter(tree -> tree.size() == head.size() && tree.root().equals(head.root()));
  }

  /** What is wrong with the entries that follow, or null. */
  private @Nullable String append(DSLContext sql, MerkleTree tree) {
    try (Stream<TrailEntry> entries = SealedTrail.entriesAfter(sql, tree.size(), batch)) {
      for (Iterator<TrailEntry> next = entries.iterator(); next.hasNext(); ) {
        TrailEntry entry = next.next();
        if (entry.number() != tree.size() + 1) {
          return "entry %d of the trail is missing; nothing after it is sealed"
              .formatted(tree.size() + 1);
        }
        tree.append(entry.leaf());
      }
      return null;
    }
  }

  /** How far an organisation's trail is sealed. */
  public SealState state(UUID tenant) {
    return transactions.readAtOnce(
        tenant,
        sql -> {
          long entries = SealedTrail.size(sql);
          Optional<Seal> last = SealedTrail.lastSeal(sql);
          long sealed = last.map(seal -> seal.head().size()).orElse(0L);
          boolean broken =
              sealed > entries
                  || (sealed < entries && !SealedTrail.has(sql, sealed + 1))
                  || last.map(this::tree).map(Optional::isEmpty).orElse(false);
          return new SealState(
              entries, last.map(Seal::head), key.publicKey().fingerprint(), broken);
        });
  }
}
