package org.concordat.core.alignment.live;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concordat.core.findings.Finding;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.core.workspace.WorkspaceRules;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's workspace in memory, with its priorities: many read it at the same time, and
 * small changes take little time. Safe for several threads; readers never see a change half made.
 *
 * <p>A {@link Workspace} is a value; this is the one moving thing that holds the present one.
 */
public final class LiveWorkspace {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final State state;

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
   * Answers from one consistent state. Changes wait until the function has returned, so it should
   * gather what it needs and leave slow things, such as writing a page to a network, for later.
   *
   * @param question must not keep the snapshot, nor make changes
   */
  public <T extends @Nullable Object> T read(Function<Snapshot, T> question) {
    Lock reading = lock.readLock();
    reading.lock();
    LiveSnapshot snapshot = new LiveSnapshot(state);
    try {
      return question.apply(snapshot);
    } finally {
      snapshot.end();
      reading.unlock();
    }
  }

  /**
   * Whether changes can be made to the workspace as it is now: all at once, as by {@link
   * org.concordat.core.workspace.WorkspaceDiff#apply}, leaving no error by {@link WorkspaceRules}.
   * Takes time in what the changes touch and in the short lists (units, goals, factors,
   * properties); a change of the scale, the combination or the inheritance touches everything.
   */
  public Verdict check(List<WorkspaceChange> changes) {
    Lock reading = lock.readLock();
    reading.lock();
    try {
      return verdict(changes);
    } finally {
      reading.unlock();
    }
  }

  private Verdict verdict(List<WorkspaceChange> changes) {
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
   * @throws IllegalStateException when called within {@link #read}
   */
  public Applied apply(List<WorkspaceChange> changes) {
    if (lock.getReadHoldCount() > 0) {
      throw new IllegalStateException("changes cannot be made from within a reading");
    }
    Lock writing = lock.writeLock();
    writing.lock();
    try {
      requireSound(changes);
      return state.apply(changes);
    } finally {
      writing.unlock();
    }
  }

  /**
   * What changes lead to, beside this workspace, which stays as it is.
   *
   * @param live the workspace with the changes
   * @param applied what they do to the priorities
   */
  public record Successor(LiveWorkspace live, Applied applied) {}

  /**
   * Makes changes in a copy, for changes of much: others go on reading this workspace meanwhile,
   * where {@link #apply} would have them wait. Takes time and memory linear in the workspace.
   *
   * @param changes that {@link #check} has just found sound; this is not done again
   * @throws IllegalArgumentException when the workspace is not as a change says it was
   */
  public Successor successor(List<WorkspaceChange> changes) {
    Lock reading = lock.readLock();
    reading.lock();
    try {
      State next = new State(WorkspaceDiff.apply(state.workspace(), changes));
      return new Successor(new LiveWorkspace(next), state.comparedWith(next, changes));
    } finally {
      reading.unlock();
    }
  }

  private void requireSound(List<WorkspaceChange> changes) {
    switch (verdict(changes)) {
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
