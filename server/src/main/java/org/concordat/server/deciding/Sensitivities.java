package org.concordat.server.deciding;

import java.lang.ref.WeakReference;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.sensitivity.Sensitivity;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;

/**
 * Which judgements the organisations' rankings depend on most, reckoned when somebody asks and kept
 * until the model is another. Safe for several threads; two who ask at once may both reckon.
 */
public final class Sensitivities {
  /** So many judgements are told of at the most. */
  public static final int MOST = 200;

  private final Models models;
  private final ConcurrentHashMap<UUID, Kept> kept = new ConcurrentHashMap<>();

  /** Those of these models. */
  public Sensitivities(Models models) {
    this.models = models;
  }

  /**
   * What was reckoned last.
   *
   * @param of the model that it is of, which memory need not hold for its sake
   */
  private record Kept(WeakReference<Workspace> of, Sensitivity sensitivity) {}

  /** That of an organisation's model as it is now; others read and write meanwhile. */
  public Sensitivity of(UUID tenant) {
    Workspace workspace = models.of(tenant).read(Snapshot::workspace);
    @Nullable Kept last = kept.get(tenant);
    if (last != null && last.of.refersTo(workspace)) {
      return last.sensitivity;
    }
    Sensitivity sensitivity = Sensitivity.of(workspace, MOST, Sensitivity.TOP);
    kept.put(tenant, new Kept(new WeakReference<>(workspace), sensitivity));
    return sensitivity;
  }
}
