package org.concordat.cli;

import java.util.List;
import org.concordat.core.alignment.priorities.PathWording;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.RationalePath;
import org.concordat.core.workspace.Workspace;

/** Reasons for priorities in a line each. */
final class Reasons {
  private final PathWording wording;

  Reasons(Workspace workspace, Names names) {
    wording = new PathWording(workspace.scale(), names);
  }

  /** The best path, or that there is none. */
  String best(Priority priority) {
    if (!priority.rationale().isEmpty()) {
      return path(priority.rationale().getFirst());
    }
    return priority.score() > 0 ? "" : "no impact leads from it to a goal";
  }

  /** A path in plain words, see {@link PathWording}. */
  String path(RationalePath path) {
    return wording.describe(path);
  }

  /** Whether the need comes over dependencies or is the requirement's own, as people say it. */
  String origin(Priority priority) {
    if (priority.score() <= 0) {
      return "";
    }
    return priority.own() >= priority.score() ? "own" : "inherited";
  }

  /** All paths, for tables that programs read. */
  static String ids(List<RationalePath> paths) {
    return String.join("; ", paths.stream().map(p -> String.join(" > ", p.path())).toList());
  }
}
