package org.concordat.core.alignment.live;

import java.util.List;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.jspecify.annotations.Nullable;

/**
 * One version of a workspace, taken apart. Once it is made it says the same for ever, so those who
 * read it need not wait for anybody; what is costly it works out when it is first asked.
 */
final class State {
  private final Frame frame;
  private final Store store;
  private final Scores scores;
  private final AssetTable table;
  private final long revision;

  /** The whole value, once it was asked for. */
  private @Nullable Workspace whole;

  /** The first version of a workspace without errors. */
  State(Workspace workspace) {
    frame = Frame.of(workspace);
    store = new Store(workspace);
    scores = new Scores(workspace, store);
    table = new AssetTable(store, frame, scores);
    revision = 0;
    whole = workspace;
  }

  private State(
      Frame frame,
      Store store,
      Scores scores,
      AssetTable table,
      long revision,
      @Nullable Workspace whole) {
    this.frame = frame;
    this.store = store;
    this.scores = scores;
    this.table = table;
    this.revision = revision;
    this.whole = whole;
  }

  Frame frame() {
    return frame;
  }

  Store store() {
    return store;
  }

  Scores scores() {
    return scores;
  }

  AssetTable table() {
    return table;
  }

  long revision() {
    return revision;
  }

  /** Several readers may ask at the same time. */
  synchronized Workspace workspace() {
    Workspace workspace = whole;
    if (workspace == null) {
      workspace = store.workspace(frame);
      whole = workspace;
    }
    return workspace;
  }

  /** The next version, and what has moved on the way to it. */
  record Step(State next, Applied applied) {}

  /** The version after sound changes; this one stays as it is. */
  Step with(List<WorkspaceChange> changes) {
    Frame after = frame.with(changes);
    Touched touched = new Touched(store, changes);
    Mend mend = new Mend(store, frame, after, touched);
    MovedScores moved = new MovedScores();
    Store changed = store.copy();
    StoreEdit edit = StoreEdit.make(changed, changes);
    Scores mended;
    Workspace value = null;
    if (frame.leadsTo(after) && mend.isShort() && !scores.isWorn()) {
      mended = scores.next();
      mend.takeAway(mended, moved);
      mend.putIn(mended, changed, moved);
    } else {
      value = changed.workspace(after);
      mended = new Scores(value, changed);
      moved.compare(store, scores, changed, mended);
    }
    AssetTable columns = columns(edit, changed, after, mended, value != null);
    Applied applied = moved.applied(touched);
    for (Priorities.Moved each : applied.moved()) {
      Node node = changed.find(each.requirement().asset());
      if (node != null) {
        columns.moved(node);
      }
    }
    return new Step(new State(after, changed, mended, columns, revision + 1, value), applied);
  }

  private AssetTable columns(
      StoreEdit edit, Store changed, Frame after, Scores mended, boolean startedOver) {
    AssetTable columns = table.next(mended);
    changed.takeCopied().forEach(columns::replace);
    edit.removed.forEach(columns::remove);
    edit.put.forEach(columns::put);
    if (!after.units.equals(frame.units)) {
      columns.useUnits(after);
    }
    if (startedOver) {
      columns.changeScores();
    }
    return columns;
  }
}
