package org.concordat.server.trail.history;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.identity.Caller;
import org.concordat.server.trail.seal.TrailEntry.Operation;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;

/**
 * Takes an action back: makes the inverse of its changes, as an action of its own. Later changes
 * stay; where they stand in the way, nothing is changed.
 */
public final class ActionUndo {
  private final TrailHistory history;
  private final Models models;

  /** Takes back what this history tells of these models. */
  public ActionUndo(TrailHistory history, Models models) {
    this.history = history;
    this.models = models;
  }

  /** What became of a wish to take an action back. */
  public sealed interface Result {
    /**
     * It was tried.
     *
     * @param changes what was to be made: the inverse changes
     * @param outcome what came of it; what stands in the way if it is not done
     */
    record Tried(List<WorkspaceChange> changes, ChangeOutcome outcome) implements Result {
      public Tried {
        changes = List.copyOf(changes);
      }
    }

    /** It cannot be taken back, whatever the model is now. */
    record Impossible(Reason reason) implements Result {}
  }

  /** Why an action cannot be taken back. */
  public enum Reason {
    /** There is no such action. */
    UNKNOWN,
    /** It changed other things than the model, such as accounts. */
    NOT_OF_THE_MODEL,
    /** It made the model. */
    FIRST_MODEL
  }

  /** Why an action cannot be taken back, or empty when it can be tried. */
  public static Optional<Reason> impossible(Action action) {
    if (!action.changedTheModel()) {
      return Optional.of(Reason.NOT_OF_THE_MODEL);
    }
    for (Action.Count count : action.counts()) {
      if (count.table().equals("workspace") && count.operation() != Operation.UPDATE) {
        return Optional.of(Reason.FIRST_MODEL);
      }
    }
    return Optional.empty();
  }

  /**
   * Takes an action back.
   *
   * @param reason why, or null
   * @param request the request's id, for the trail
   */
  public Result undo(Caller caller, UUID change, @Nullable String reason, String request) {
    Optional<Action> action = history.action(caller.tenant(), change);
    if (action.isEmpty()) {
      return new Result.Impossible(Reason.UNKNOWN);
    }
    Optional<Reason> impossible = impossible(action.get());
    if (impossible.isPresent()) {
      return new Result.Impossible(impossible.get());
    }
    List<WorkspaceChange> inverse =
        models.changesBy(caller.tenant(), change).stream().map(WorkspaceChange::inverse).toList();
    return new Result.Tried(inverse, models.change(caller, inverse, reason, request));
  }
}
