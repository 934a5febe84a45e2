package org.concordat.server.trail.history;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.identity.Caller;
import org.concordat.server.trail.seal.TrailEntry.Operation;
import org.concordat.server.workspace.ChangeOutcome;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.imports.ImportJobs.Begun;
import org.concordat.server.workspace.imports.ImportJobs.TakingBack;
import org.jspecify.annotations.Nullable;

/**
 * Takes an action back: makes the inverse of its changes, as an action of its own. Later changes
 * stay; where they stand in the way, nothing is changed.
 */
public final class ActionUndo {
  /** What changed more rows than these is taken back as a job; nobody waits for a page so long. */
  public static final int AT_ONCE = 2_000;

  private static final int LONGEST_NAME = 120;

  private final TrailHistory history;
  private final Models models;
  private final Later later;

  /** Takes back what this history tells of these models, and leaves large actions to jobs. */
  public ActionUndo(TrailHistory history, Models models, Later later) {
    this.history = history;
    this.models = models;
    this.later = later;
  }

  /** Begins jobs that take large actions back. */
  public interface Later {
    /** As {@link org.concordat.server.workspace.imports.ImportJobs#takeBack}. */
    Begun takeBack(Caller caller, String request, TakingBack wish);
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

    /** It is large, and goes on by itself, unless the caller has too much under way. */
    record Later(Begun begun) implements Result {}

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
    if (action.get().size() > AT_ONCE) {
      return new Result.Later(
          later.takeBack(caller, request, new TakingBack(change, name(action.get()), reason)));
    }
    List<WorkspaceChange> inverse =
        models.changesBy(caller.tenant(), change).stream().map(WorkspaceChange::inverse).toList();
    return new Result.Tried(inverse, models.change(caller, inverse, reason, request));
  }

  /** What people know it by: why it was done, or when. */
  private static String name(Action action) {
    String reason = action.reason();
    return reason == null
        ? action.at().truncatedTo(ChronoUnit.SECONDS).toString()
        : reason.substring(0, Math.min(LONGEST_NAME, reason.length()));
  }
}
