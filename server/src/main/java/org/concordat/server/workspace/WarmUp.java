package org.concordat.server.workspace;

import java.time.Duration;
import java.util.List;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.PriorityRow;
import org.concordat.core.alignment.live.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does after a start what the first people would wait for: takes models into memory, sorts their
 * tables, lays out the reasons of priorities, and asks often enough for Java to compile what
 * answers. Meanwhile the server answers already.
 */
public final class WarmUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  /** Of a house with many organisations only the oldest, for each takes memory. */
  static final int MOST_ORGANISATIONS = 3;

  private static final int ROUNDS = 50;

  /** For each organisation; a large model is warm before all rounds are over. */
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private final Organisations organisations;
  private final Models models;
  private volatile boolean closing;

  WarmUp(Organisations organisations, Models models) {
    this.organisations = organisations;
    this.models = models;
  }

  /** Begins, on the side, once every organisation has a model. */
  public void begin() {
    Thread.ofPlatform().name("warm-up").daemon().start(this::run);
  }

  /** What is not warm by the end is warmed by those who ask, so nothing here is worth a failure. */
  void run() {
    try {
      organisations.all().stream().limit(MOST_ORGANISATIONS).forEach(this::warm);
    } catch (RuntimeException e) {
      if (!closing) {
        LOG.warn("models could not be taken into memory ahead of the first question", e);
      }
    }
  }

  private void warm(Organisations.Listed organisation) {
    long begin = System.nanoTime();
    for (int round = 0; round < ROUNDS && !closing && !isOver(begin); round++) {
      models
          .of(organisation.id())
          .read(
              model -> {
                ask(model);
                return null;
              });
    }
  }

  private static boolean isOver(long begin) {
    return System.nanoTime() - begin > LONGEST.toNanos();
  }

  /** Asks what the first pages ask: tables in their orders, searched, and reasons. */
  private static void ask(Snapshot model) {
    for (AssetQuery.Order order : AssetQuery.Order.values()) {
      model.assets(AssetQuery.ALL.ascendingBy(order));
    }
    model.assets(AssetQuery.ALL.descendingBy(AssetQuery.Order.HIGHEST_NEED));
    model.assets(AssetQuery.ALL.withText("nothing has this name"));
    model.priorities(PriorityQuery.ALL.withUnits(false).withText("nothing has this name"));
    List<PriorityRow> first =
        model.priorities(PriorityQuery.ALL.withUnits(false).withPaths(1)).rows();
    if (!first.isEmpty()) {
      model.priority(first.getFirst().priority().requirement(), 1);
    }
  }

  @Override
  public void close() {
    closing = true;
  }
}
