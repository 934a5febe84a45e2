package org.concordat.core.alignment.live;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceRules;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's workspace in memory, with its priorities: many read it at the same time, and
 * small changes take little time. Safe for several threads; readers never see a change half made.
 *
 * <p>Each change makes another version of it, which shares with the one before what is the same,
 * and then takes its place. So readers wait for nobody, and nobody waits for them: whoever has
 * begun to read goes on with the version that there was.
 *
 * <p>A {@link Workspace} is a value; this is the one moving thing that holds the present one.
 */
public final class LiveWorkspace {
  /** Held by whoever changes the workspace. */
  private final ReentrantLock changing = new ReentrantLock();

  private volatile State state;

  private LiveWorkspace(State state) {
    this.state = state;
  }

  /**
   * Takes a workspace into memory. Takes time linear in it.
   *
   * @throws IllegalArgumentException when it has errors by {@link WorkspaceRules}
   */
  public static LiveWorkspace of(Workspace workspace) {
    List<Finding> errors =
        WorkspaceRules.check(workspace).stream()
            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
            .toList();
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException("the workspace has errors: " + messages(errors));
    }
    return new LiveWorkspace(new State(workspace));
  }

  private static String messages(List<Finding> findings) {
    return findings.stream().map(Finding::message).collect(Collectors.joining("\n"));
  }

  /**
   * Answers from one consistent state, the present one; it waits for nobody.
   *
   * @param question must not keep the snapshot
   */
  public <T extends @Nullable Object> T read(Function<Snapshot, T> question) {
    LiveSnapshot snapshot = new LiveSnapshot(state);
    try {
      return question.apply(snapshot);
    } finally {
      snapshot.end();
    }
  }

  /**
   * Whether changes can be made to the workspace as it is now: all at once, as by {@link
   * org.concordat.core.workspace.WorkspaceDiff#apply}, leaving no error by {@link WorkspaceRules}.
   * Takes time in what the changes touch and in the short lists (units, goals, factors,
   * properties); a change of the scale, the combination or the inheritance touches everything.
   */
  public Verdict check(List<WorkspaceChange> changes) {
    return verdict(state, changes);
  }

  private static Verdict verdict(State state, List<WorkspaceChange> changes) {
    List<Verdict.Conflict> conflicts = Staleness.conflicts(state.frame(), state.store(), changes);
    if (!conflicts.isEmpty()) {
      return new Verdict.Stale(conflicts);
    }
    List<Finding> errors = Soundness.errors(state.frame(), state.store(), changes);
    return errors.isEmpty() ? new Verdict.Sound() : new Verdict.Unsound(errors);
  }

  /**
   * Makes changes, all at once, and mends the priorities. What many at once or a change of a
   * setting do is reckoned anew.
   *
   * @throws IllegalArgumentException when the changes are not {@link Verdict.Sound}; nothing is
   *     changed then
   */
  public Applied apply(List<WorkspaceChange> changes) {
    changing.lock();
    try {
      State present = state;
      requireSound(present, changes);
      State.Step step = present.with(changes);
      state = step.next();
      return step.applied();
    } finally {
      changing.unlock();
    }
  }

  /** What changes lead to, made beside the present state, which stays until {@link #take}. */
  public static final class Prepared {
    private final State from;
    private final State.Step step;

    private Prepared(State from, State.Step step) {
      this.from = from;
      this.step = step;
    }

    /** What the changes do to the priorities. */
    public Applied applied() {
      return step.applied();
    }

    /** The workspace with the changes, apart from the one that they were prepared for. */
    public LiveWorkspace live() {
      return new LiveWorkspace(step.next());
    }
  }

  /**
   * Makes changes beside the present state; nobody sees them yet.
   *
   * @param changes that {@link #check} has just found sound; this is not done again
   * @throws RuntimeException when they are not
   */
  public Prepared prepare(List<WorkspaceChange> changes) {
    State present = state;
    return new Prepared(present, present.with(changes));
  }

  /**
   * Puts prepared changes in place of the present state, at once.
   *
   * @throws IllegalStateException when the workspace has changed since they were prepared
   */
  public void take(Prepared prepared) {
    changing.lock();
    try {
      if (state != prepared.from) {
        throw new IllegalStateException("the workspace has changed since changes were prepared");
      }
      state = prepared.step.next();
    } finally {
      changing.unlock();
    }
  }

  private static void requireSound(State state, List<WorkspaceChange> changes) {
    switch (verdict(state, changes)) {
      case Verdict.Sound _ -> {}
      case Verdict.Stale(var conflicts) ->
          throw new IllegalArgumentException(
              "the workspace is not as the changes say it was: "
                  + conflicts.stream()
                      .map(conflict -> conflict.change().key())
                      .collect(Collectors.joining(", ")));
      case Verdict.Unsound(var findings) ->
          throw new IllegalArgumentException("the changes lead to errors: " + messages(findings));
    }
  }
}
