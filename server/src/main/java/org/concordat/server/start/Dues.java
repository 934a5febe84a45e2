package org.concordat.server.start;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.database.TrailPosition;
import org.concordat.server.deciding.Reviews;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Component;

/**
 * How many judgements need another look. Finding out takes time linear in model and trail, so it is
 * kept until something changes or a day passes.
 */
@Component
public final class Dues {
  /** In larger models they are not counted: the start page would take seconds. */
  private static final int COUNTED = 60_000;

  private final TenantTransactions transactions;
  private final Models models;
  private final Reviews reviews;
  private final Map<UUID, Held> held = new ConcurrentHashMap<>();

  Dues(TenantTransactions transactions, Models models, Reviews reviews) {
    this.transactions = transactions;
    this.models = models;
    this.reviews = reviews;
  }

  private record Held(long position, LocalDate day, int count) {}

  /** The number now; empty when the model is too large to count. */
  public OptionalInt count(UUID tenant) {
    if (models.of(tenant).read(Snapshot::requirementCount) > COUNTED) {
      return OptionalInt.empty();
    }
    long position = transactions.read(tenant, TrailPosition::of);
    LocalDate today = reviews.today();
    Held last = held.get(tenant);
    if (last != null && last.position == position && last.day.equals(today)) {
      return OptionalInt.of(last.count);
    }
    int count = reviews.due(tenant).size();
    held.put(tenant, new Held(position, today, count));
    return OptionalInt.of(count);
  }
}
