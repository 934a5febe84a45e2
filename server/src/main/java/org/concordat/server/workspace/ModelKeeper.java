package org.concordat.server.workspace;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.concordat.server.background.Repetition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the memory that models take within bounds: one that nobody has asked for in a while goes,
 * and sooner when memory is short. One that was asked for a moment ago always stays.
 */
final class ModelKeeper {
  /** A model that nobody asks for stays so long while there is room. */
  static final Duration UNUSED = Duration.ofMinutes(30);

  /** One that was asked for more recently than this stays even when memory is short. */
  static final Duration IN_USE = Duration.ofMinutes(1);

  /** Memory is short when the last collection left so large a share of it in use. */
  static final double SHORT = 0.7;

  private static final Duration LOOK = Duration.ofSeconds(20);
  private static final Logger LOG = LoggerFactory.getLogger(ModelKeeper.class);

  private final Models models;
  private final DoubleSupplier shareInUse;

  /**
   * A keeper that looks when it is told to.
   *
   * @param shareInUse how much of the memory is in use, from 0 to 1
   */
  ModelKeeper(Models models, DoubleSupplier shareInUse) {
    this.models = models;
    this.shareInUse = shareInUse;
  }

  /** Begins to look now and then. */
  static Repetition start(Models models) {
    ModelKeeper keeper = new ModelKeeper(models, ModelKeeper::shareAfterCollection);
    return Repetition.start("model-keeper", LOOK, _ -> keeper.look());
  }

  /** Puts out what may go; when memory is short one more, for the next collection to tell. */
  void look() {
    int out = models.putOut(UNUSED, Integer.MAX_VALUE);
    if (out == 0 && shareInUse.getAsDouble() > SHORT) {
      out = models.putOut(IN_USE, 1);
    }
    if (out > 0) {
      LOG.info("{} models that nobody uses were put out of memory", out);
    }
  }

  /** What the last collection left in the pool of what lives long, as a share of its limit. */
  static double shareAfterCollection() {
    double share = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage left = pool.getCollectionUsage();
      boolean survivors = pool.getName().contains("Eden") || pool.getName().contains("Survivor");
      if (pool.getType() == MemoryType.HEAP && !survivors && left != null && left.getMax() > 0) {
        share = Math.max(share, (double) left.getUsed() / left.getMax());
      }
    }
    return share;
  }
}
