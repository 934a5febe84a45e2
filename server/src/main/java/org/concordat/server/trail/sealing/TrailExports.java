package org.concordat.server.trail.sealing;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.trail.seal.SignedHead;
import org.concordat.server.trail.seal.TrailEntry;
import org.concordat.server.trail.seal.TrailExport;
import org.concordat.server.trail.seal.TrailFooter;
import org.concordat.server.trail.seal.TrailHeader;
import org.concordat.server.workspace.Organisations;
import org.concordat.server.workspace.Organisations.Listed;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports trails for people who check them elsewhere.
 *
 * <p>A trail only grows, so an export needs no long transaction to be of one moment: it ends at the
 * entry that was the last when it began. However slowly somebody reads it, no connection waits.
 */
public final class TrailExports {
  /** So many entries are in memory at the most; each may have 10 MiB. */
  private static final int PAGE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(TrailExports.class);

  private final TenantTransactions transactions;
  private final Organisations organisations;
  private final TrailSealer sealer;
  private final Clock clock;

  /** Exports that are sealed first. */
  public TrailExports(
      TenantTransactions transactions,
      Organisations organisations,
      TrailSealer sealer,
      Clock clock) {
    this.transactions = transactions;
    this.organisations = organisations;
    this.sealer = sealer;
    this.clock = clock;
  }

  /**
   * Seals an organisation's trail and writes all of it. A trail that cannot be sealed is written
   * too, for it is evidence.
   *
   * @return the footer, which tells how much was written
   */
  public TrailFooter write(UUID tenant, OutputStream out) throws IOException {
    try {
      sealer.seal(tenant);
    } catch (BrokenTrail e) {
      LOG.error("the trail of {} is exported as it is: {}", tenant, e.getMessage());
    }
    TrailHeader header =
        new TrailHeader(
            tenant,
            name(tenant),
            sealer.publicKey(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    String fingerprint = sealer.publicKey().fingerprint();
    long end = transactions.read(tenant, SealedTrail::size);
    Iterator<TrailEntry> entries =
        new Pages<>(
            TrailEntry::number,
            end,
            after -> read(tenant, sql -> SealedTrail.entriesAfter(sql, after, PAGE)));
    Iterator<SignedHead> heads =
        new Pages<>(
            SignedHead::size,
            end,
            after -> read(tenant, sql -> SealedTrail.headsAfter(sql, fingerprint, after, PAGE)));
    return TrailExport.write(out, header, entries, heads, sealer.key());
  }

  private String name(UUID tenant) {
    return organisations.all().stream()
        .filter(organisation -> organisation.id().equals(tenant))
        .map(Listed::name)
        .findFirst()
        .orElse(tenant.toString());
  }

  private <T> List<T> read(UUID tenant, Function<DSLContext, Stream<T>> query) {
    return transactions.read(
        tenant,
        sql -> {
          try (Stream<T> rows = query.apply(sql)) {
            return rows.toList();
          }
        });
  }

  /** Rows by number, fetched a page at a time. */
  private static final class Pages<T> implements Iterator<T> {
    private final Function<T, Long> number;
    private final long end;
    private final LongFunction<List<T>> pageAfter;
    private final Queue<T> page = new ArrayDeque<>();
    private long last;
    private boolean done;

    Pages(Function<T, Long> number, long end, LongFunction<List<T>> pageAfter) {
      this.number = number;
      this.end = end;
      this.pageAfter = pageAfter;
    }

    @Override
    public boolean hasNext() {
      if (page.isEmpty() && !done) {
        List<T> more = pageAfter.apply(last);
        done = more.isEmpty();
        for (T row : more) {
          last = number.apply(row);
          if (last <= end) {
            page.add(row);
          }
        }
        done |= last >= end;
      }
      return !page.isEmpty();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      @Nullable T row = page.poll();
      if (row == null) {
        throw new NoSuchElementException();
      }
      return row;
    }
  }
}
