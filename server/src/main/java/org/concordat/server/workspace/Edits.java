package org.concordat.server.workspace;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.server.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Makes wishes come true, unless somebody else has changed what they are about. Pages and API edit
 * the model through this and nothing else.
 */
public final class Edits {
  private final Models models;

  /** Edits of these models. */
  public Edits(Models models) {
    this.models = models;
  }

  /** What became of some wishes; the model is other than before only when they are done. */
  public sealed interface Result {
    /**
     * They have come true.
     *
     * @param outcome what was done, or null when all of it was true already
     */
    record Saved(ChangeOutcome.@Nullable Done outcome) implements Result {}

    /**
     * Somebody was faster.
     *
     * @param wish the first wish that was decided on the sight of another state
     * @param present what is there now, or null for nothing
     */
    record Conflict(Wish wish, @Nullable Object present) implements Result {}

    /** They broke rules, or the caller's rights do not go so far; nothing was done. */
    record Rejected(ChangeOutcome outcome) implements Result {}
  }

  /**
   * Makes all of the wishes come true at once, or none.
   *
   * @param reason what the caller gave as reason, or null
   * @param request the request's id, for the trail
   */
  public Result save(Caller caller, List<Wish> wishes, @Nullable String reason, String request) {
    LiveWorkspace live = models.of(caller.tenant());
    Plan plan = live.read(model -> Plan.of(wishes, model));
    if (plan.conflict != null) {
      return plan.conflict;
    }
    if (plan.changes.isEmpty()) {
      return new Result.Saved(null);
    }
    return switch (models.change(caller, plan.changes, reason, request)) {
      case ChangeOutcome.Done done -> new Result.Saved(done);
      // Changed between reading and writing: whoever looks again finds out what.
      case ChangeOutcome.Stale _ -> {
        Plan again = models.of(caller.tenant()).read(model -> Plan.of(wishes, model));
        yield again.conflict != null
            ? again.conflict
            : new Result.Conflict(wishes.getFirst(), again.present);
      }
      case ChangeOutcome.Unsound unsound -> new Result.Rejected(unsound);
      case ChangeOutcome.Refused refused -> new Result.Rejected(refused);
    };
  }

  /**
   * What would come of wishes, without making them come true; {@link Result.Saved} without an
   * outcome when nothing stands in the way.
   */
  public Result rehearse(Caller caller, List<Wish> wishes) {
    Plan plan = models.of(caller.tenant()).read(model -> Plan.of(wishes, model));
    if (plan.conflict != null) {
      return plan.conflict;
    }
    return models
        .obstacles(caller, plan.changes)
        .<Result>map(Result.Rejected::new)
        .orElseGet(() -> new Result.Saved(null));
  }

  /** What would have to change now, or what stands in the way. */
  private record Plan(
      List<WorkspaceChange> changes, Result.@Nullable Conflict conflict, @Nullable Object present) {
    static Plan of(List<Wish> wishes, Snapshot model) {
      List<WorkspaceChange> changes = new ArrayList<>();
      for (Wish wish : wishes) {
        Object present = wish.present(model);
        if (!wish.tag().equals(EntryTag.ANYTHING) && !wish.tag().equals(EntryTag.of(present))) {
          return new Plan(List.of(), new Result.Conflict(wish, present), present);
        }
        changes.addAll(wish.changes(model));
      }
      return new Plan(changes, null, wishes.isEmpty() ? null : wishes.getFirst().present(model));
    }
  }
}
