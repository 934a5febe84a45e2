package org.concordat.core.alignment.whatif;

import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.PathWording;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;

/** What a model calls its things. */
record ModelNames(Snapshot model) implements PathWording.Names {
  @Override
  public String asset(String id) {
    Asset asset = model.asset(id);
    return asset == null ? id : asset.name();
  }

  @Override
  public String factor(String id) {
    Factor factor = model.factor(id);
    return factor == null ? id : factor.name();
  }

  @Override
  public String goal(String id) {
    OwnedGoal goal = model.goal(id);
    return goal == null ? id : goal.goal().name();
  }
}
