package org.concordat.core.alignment.whatif;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.jspecify.annotations.Nullable;

/**
 * Changes on top of a model, one thing tried out after the other. The model itself stays as it is.
 * Not for several threads.
 */
public final class Trial {
  private final LiveWorkspace today;
  private List<WorkspaceChange> changes;
  private LiveWorkspace.Prepared ahead;

  private Trial(LiveWorkspace today, List<WorkspaceChange> changes) {
    this.today = today;
    this.changes = List.copyOf(changes);
    ahead = today.prepare(changes);
  }

  /**
   * A trial that begins with some changes. Takes time linear in the model.
   *
   * @param changes that the model has just found sound
   */
  public static Trial on(LiveWorkspace today, List<WorkspaceChange> changes) {
    return new Trial(today, changes);
  }

  /**
   * Tries one more thing out. Takes time linear in the model.
   *
   * @param by the name of the person, for new judgements; null for nobody by name
   * @param day the day, for new judgements
   * @return whether that can be; unless it is sound the trial stays as it was
   * @throws IllegalArgumentException when it speaks of what is not there; the message says what
   */
  public Verdict add(DraftEdit edit, @Nullable String by, LocalDate day) {
    return add(read(model -> edit.changes(model, by, day)));
  }

  /**
   * Tries more changes out. Takes time linear in the model.
   *
   * @return whether that can be; unless it is sound the trial stays as it was
   */
  public Verdict add(List<WorkspaceChange> more) {
    Verdict verdict = ahead.live().check(more);
    if (verdict instanceof Verdict.Sound) {
      Workspace after = WorkspaceDiff.apply(read(Snapshot::workspace), more);
      // What is changed back is no change.
      changes = WorkspaceDiff.between(today.read(Snapshot::workspace), after);
      ahead = today.prepare(changes);
    }
    return verdict;
  }

  /** Reads the model with all that is tried out. */
  public <T> T read(Function<Snapshot, T> question) {
    return ahead.live().read(question);
  }

  /** All that differs from the model, as {@link WorkspaceDiff#between} lists it. */
  public List<WorkspaceChange> changes() {
    return changes;
  }

  /** What gives each the nearest new level that still has one of an older scale. */
  public DraftEdit carryOver() {
    return new DraftEdit.CarriedOver(Rebasing.leftOnOldScale(today, changes));
  }

  /** What the changes do to the priorities. */
  public DraftEffect effect(DraftEffect.Extent extent) {
    return DraftEffect.between(today, ahead, changes, extent);
  }

  /** How this stands beside another trial on the same model. */
  public DraftComparison beside(Trial other, int shown) {
    return DraftComparison.of(today, ahead, other.ahead, shown);
  }
}
