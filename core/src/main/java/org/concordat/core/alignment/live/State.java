package org.concordat.core.alignment.live;

import java.util.List;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.jspecify.annotations.Nullable;

/** A workspace taken apart: what {@link LiveWorkspace} guards. */
final class State {
  private Frame frame;
  private final Store store;
  private Scores scores;
  private final AssetTable table;
  private long revision;

  /** The whole value, once it was asked for at this revision. */
  private @Nullable Workspace whole;

  /** The state of a workspace without errors. */
  State(Workspace workspace) {
    frame = Frame.of(workspace);
    store = new Store(workspace);
    scores = new Scores(workspace, store);
    table = new AssetTable(store, frame, scores);
    whole = workspace;
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

  /** Makes sound changes. */
  Applied apply(List<WorkspaceChange> changes) {
    Frame after = frame.with(changes);
    Touched touched = new Touched(store, changes);
    Mend mend = new Mend(store, frame, after, touched);
    MovedScores moved = new MovedScores();
    if (frame.leadsTo(after) && mend.isShort() && !scores.isWorn()) {
      mend.takeAway(scores, moved);
      StoreEdit edit = change(changes, after);
      mend.putIn(scores, moved);
      edit.put.forEach(table::put);
    } else {
      MovedScores.Before before = new MovedScores.Before(store, scores);
      change(changes, after).put.forEach(table::put);
      scores = new Scores(workspace(), store);
      table.use(scores);
      moved.compare(before, store, scores);
    }
    Applied applied = moved.applied(touched);
    for (Priorities.Moved each : applied.moved()) {
      Node node = store.find(each.requirement().asset());
      if (node != null) {
        table.moved(node);
      }
    }
    return applied;
  }

  /** What changes did to the priorities that led from here to another state; neither moves. */
  Applied comparedWith(State next, List<WorkspaceChange> changes) {
    MovedScores moved = new MovedScores();
    moved.compare(new MovedScores.Before(store, scores), next.store, next.scores);
    return moved.applied(new Touched(store, changes));
  }

  private StoreEdit change(List<WorkspaceChange> changes, Frame after) {
    StoreEdit edit = StoreEdit.make(store, changes);
    edit.removed.forEach(table::remove);
    whole = null;
    revision++;
    if (!after.units.equals(frame.units)) {
      table.useUnits(after);
    }
    frame = after;
    return edit;
  }
}
