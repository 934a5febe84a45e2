package org.concordat.cli;

import java.util.List;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.RationalePath;
import org.concordat.core.workspace.Workspace;

/** Reasons for priorities in a line each. */
final class Reasons {
  private final ImpactScale scale;
  private final Names names;

  Reasons(Workspace workspace, Names names) {
    this.scale = workspace.scale();
    this.names = names;
  }

  /** The best path, or that there is none. */
  String best(Priority priority) {
    if (!priority.rationale().isEmpty()) {
      return path(priority.rationale().getFirst());
    }
    return priority.score() > 0 ? "" : "no impact leads from it to a goal";
  }

  /**
   * A path in plain words: {@code stops Handle claim → Loss of productivity (critical) → Settle
   * within a day (critical)}. A strength or an importance is told only when it is not the highest.
   */
  String path(RationalePath path) {
    StringBuilder text = new StringBuilder();
    int factor = path.path().size() - 2;
    for (int i = 1; i < factor; i++) {
      String id = path.path().get(i);
      text.append(
          Requirement.parse(id).map(r -> consequence(r) + names.asset(r.asset())).orElse(id));
      text.append(unlessTop("", path.levels().get(i - 1))).append(" → ");
    }
    text.append(names.factor(path.factor()))
        .append(" (")
        .append(scale.name(path.levels().get(factor - 1)))
        .append(") → ")
        .append(names.goal(path.goal()))
        .append(" (")
        .append(scale.name(path.levels().get(factor)))
        .append(")")
        .append(unlessTop("goal ", path.levels().getLast()));
    return text.toString();
  }

  private String unlessTop(String what, Level level) {
    return level.equals(scale.top()) ? "" : " [" + what + scale.name(level) + "]";
  }

  /** What breaking a property does to its asset. */
  private static String consequence(Requirement requirement) {
    return switch (requirement.property()) {
      case SecurityProperty.AVAILABILITY -> "stops ";
      case SecurityProperty.INTEGRITY -> "falsifies ";
      case SecurityProperty.CONFIDENTIALITY -> "exposes ";
      default -> "breaks the " + requirement.property() + " of ";
    };
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
