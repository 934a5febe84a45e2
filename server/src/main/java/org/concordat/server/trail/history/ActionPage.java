package org.concordat.server.trail.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some actions, newest first.
 *
 * @param next where the next page begins, or null when this is the last
 */
public record ActionPage(List<Action> actions, @Nullable Long next) {
  public ActionPage {
    actions = List.copyOf(actions);
  }
}
