package org.concordat.server.alignment.rounds.pages;

import java.util.Optional;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.WorkspaceChange.OwnedGoal;
import org.jspecify.annotations.Nullable;

/**
 * A link by the names of its ends; by their ids where the model has them no more.
 *
 * @param property the property of an asset that is broken, or null for what a factor does to a goal
 * @param subject the asset or factor
 * @param object the factor or goal
 */
public record NamedLink(Link link, @Nullable String property, String subject, String object) {
  static NamedLink of(Link link, Snapshot model) {
    @Nullable Requirement requirement = Requirement.parse(link.from()).orElse(null);
    if (requirement == null) {
      OwnedGoal goal = model.goal(link.to());
      return new NamedLink(
          link, null, factor(link.from(), model), goal == null ? link.to() : goal.goal().name());
    }
    Asset asset = model.asset(requirement.asset());
    return new NamedLink(
        link,
        requirement.property(),
        asset == null ? requirement.asset() : asset.name(),
        factor(link.to(), model));
  }

  private static String factor(String id, Snapshot model) {
    return Optional.ofNullable(model.factor(id)).map(Factor::name).orElse(id);
  }

  /** Where the priority of the link's requirement is explained, or null for a link to a goal. */
  public @Nullable String path() {
    return property == null ? null : "/priorities/" + link.from();
  }
}
