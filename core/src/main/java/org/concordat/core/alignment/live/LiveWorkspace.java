package org.concordat.core.alignment.live;

import java.util.List;
import java.util.function.Function;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;

/**
 * An organisation's workspace in memory, with its priorities: many read it at the same time, and
 * small changes take little time. Safe for several threads; readers never see a change half made.
 *
 * <p>A {@link Workspace} is a value; this is the one moving thing that holds the present one.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class LiveWorkspace {
  private LiveWorkspace() {}

  /**
   * Takes a workspace into memory. Takes time linear in it.
   *
   * @throws IllegalArgumentException when it has errors by {@link
   *     org.concordat.core.workspace.WorkspaceRules}
   */
  public static LiveWorkspace of(Workspace workspace) {
    throw new UnsupportedOperationException("of " + workspace.organisation().id());
  }

  /**
   * Answers from one consistent state. Changes wait until the function has returned, so it should
   * gather what it needs and leave slow things, such as writing a page to a network, for later.
   *
   * @param question must not keep the snapshot, nor make changes
   */
  public <T> T read(Function<Snapshot, T> question) {
    throw new UnsupportedOperationException(question.toString());
  }

  /**
   * Whether changes can be made to the workspace as it is now: all at once, as by {@link
   * org.concordat.core.workspace.WorkspaceDiff#apply}, leaving no error by {@link
   * org.concordat.core.workspace.WorkspaceRules}. Takes time in what the changes touch; a change of
   * the scale or the combination touches everything.
   */
  public Verdict check(List<WorkspaceChange> changes) {
    throw new UnsupportedOperationException(changes.toString());
  }

  /**
   * Makes changes, all at once, and mends the priorities.
   *
   * @throws IllegalArgumentException when the changes are not {@link Verdict.Sound}; nothing is
   *     changed then
   */
  public Applied apply(List<WorkspaceChange> changes) {
    throw new UnsupportedOperationException(changes.toString());
  }
}
