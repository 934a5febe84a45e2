package org.concordat.server.agreements;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.concordat.core.agreements.needs.WorkspaceNeeds;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;

/**
 * What the units of organisations need, as their models say now. Reckoning it takes time linear in
 * a model, so what was asked for last is kept until the model changes, for few organisations.
 */
public final class OrganisationNeeds {
  private static final int KEPT = 4;

  private final Models models;
  private final Map<UUID, Known> known = new LinkedHashMap<>(KEPT, 0.75f, true);

  /** The needs of organisations that have these models. */
  public OrganisationNeeds(Models models) {
    this.models = models;
  }

  /**
   * A model and what its units need.
   *
   * @param workspace the whole of it
   */
  public record Of(Workspace workspace, WorkspaceNeeds needs) {}

  private record Known(LiveWorkspace live, long revision, Of of) {}

  private record Read(Workspace workspace, long revision) {}

  /** The needs of an organisation's units. */
  public Of of(UUID tenant) {
    LiveWorkspace live = models.of(tenant);
    long revision = live.read(model -> model.revision());
    Known last = last(tenant);
    if (last != null && last.live == live && last.revision == revision) {
      return last.of;
    }
    Read now = live.read(model -> new Read(model.workspace(), model.revision()));
    Of made = new Of(now.workspace, new WorkspaceNeeds(now.workspace));
    keep(tenant, new Known(live, now.revision, made));
    return made;
  }

  private synchronized @Nullable Known last(UUID tenant) {
    return known.get(tenant);
  }

  private synchronized void keep(UUID tenant, Known now) {
    known.put(tenant, now);
    if (known.size() > KEPT) {
      known.remove(known.keySet().iterator().next());
    }
  }
}
