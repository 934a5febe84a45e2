package org.concordat.core.alignment.priorities;

import java.util.List;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.workspace.Workspace;

/** Placeholder signatures. */
@SuppressWarnings("DoNotCallSuggester")
public final class Priorities {
  private Priorities() {}

  /** The priorities by the goals of all units. */
  public static Priorities of(Workspace workspace) {
    throw new UnsupportedOperationException();
  }

  /** The priorities by the goals of one unit alone. */
  public static Priorities ofUnit(Workspace workspace, String unit) {
    throw new UnsupportedOperationException();
  }

  /** How many requirements there are. */
  public int size() {
    throw new UnsupportedOperationException();
  }

  /**
   * The first {@code top} requirements by rank, equal ones by id, each with up to {@code paths}
   * paths.
   */
  public List<Priority> list(int top, int paths) {
    throw new UnsupportedOperationException();
  }

  /** One requirement's priority with up to {@code paths} paths. */
  public Priority of(Requirement requirement, int paths) {
    throw new UnsupportedOperationException();
  }

  /** The score (need) alone, in [0, 1]. */
  public double need(Requirement requirement) {
    throw new UnsupportedOperationException();
  }
}
