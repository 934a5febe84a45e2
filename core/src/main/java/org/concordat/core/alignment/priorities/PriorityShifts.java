package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceDiff;
import org.jspecify.annotations.Nullable;

/**
 * Which priorities moved between two workspaces, and which changes moved them.
 *
 * @param changes all that differs between the two, as {@link WorkspaceDiff#between} lists it
 * @param moved the requirements whose need moved or that came or went: those that moved most first
 * @param reranked the requirements whose rank alone moved, because others passed them: by id
 * @param withoutEffect the changes that are no cause of any shift of a need
 */
public record PriorityShifts(
    List<WorkspaceChange> changes,
    List<Shift> moved,
    List<RankShift> reranked,
    List<WorkspaceChange> withoutEffect) {
  /**
   * How far causes are tried out: changes that matter times requirements. One run of the engine
   * costs about as much as it has requirements, and each such change costs two or three runs.
   * Beyond this, causes are read off the best paths.
   */
  public static final long BUDGET = 50_000_000;

  public PriorityShifts {
    changes = List.copyOf(changes);
    moved = List.copyOf(moved);
    reranked = List.copyOf(reranked);
    withoutEffect = List.copyOf(withoutEffect);
  }

  /**
   * A requirement whose need moved.
   *
   * @param before its priority with its best path, or null when there was no such requirement
   * @param after its priority with its best path, or null when there is none any more
   * @param causes in the order of the changes; empty only where they were read off the {@link
   *     Attribution#PATHS} and none touches them
   */
  public record Shift(
      Requirement requirement,
      @Nullable Priority before,
      @Nullable Priority after,
      List<WorkspaceChange> causes,
      Attribution attribution) {
    public Shift {
      if (before == null && after == null) {
        throw new IllegalArgumentException("a shift has a before or an after");
      }
      causes = List.copyOf(causes);
    }

    /** The best path before, or empty when there was none. */
    public Optional<RationalePath> pathBefore() {
      return best(before);
    }

    /** The best path after, or empty when there is none. */
    public Optional<RationalePath> pathAfter() {
      return best(after);
    }

    private static Optional<RationalePath> best(@Nullable Priority priority) {
      return priority == null ? Optional.empty() : priority.rationale().stream().findFirst();
    }

    /** How far the score moved, from -1 to 1; a requirement that is not there counts as 0. */
    public double distance() {
      return score(after) - score(before);
    }

    private static double score(@Nullable Priority priority) {
      return priority == null ? 0 : priority.score();
    }
  }

  /**
   * A requirement whose need stayed and whose rank moved.
   *
   * @param score the need, in [0, 1]
   */
  public record RankShift(Requirement requirement, int before, int after, double score) {}

  /** How causes were found. */
  public enum Attribution {
    /**
     * Each cause was tried out: made alone before, with nothing but what it needs, it moves the
     * need; or left out of all changes, with all that needs it, the need is another than after.
     */
    COUNTERFACTUAL,
    /**
     * No single change matters on its own. The causes together move the need as far as all changes
     * do; without any one of them, and what needs it, they do not.
     */
    TOGETHER,
    /**
     * Trying out would have taken too long. The causes are the changes that touch the best path
     * before or after: likely, but not proved, and others may matter too.
     */
    PATHS
  }

  /**
   * What moved, and why.
   *
   * <p>Takes a few runs of the engine for each change, within {@link #BUDGET}, and memory linear in
   * the two workspaces and the paths of what moved.
   *
   * @param before without errors
   * @param after without errors
   */
  public static PriorityShifts between(Workspace before, Workspace after) {
    return between(before, after, BUDGET);
  }

  static PriorityShifts between(Workspace before, Workspace after, long budget) {
    List<WorkspaceChange> changes = WorkspaceDiff.between(before, after);
    Comparison comparison = new Comparison(before, after);
    List<Moved> moved = comparison.moved();
    Causes causes = Causes.of(before, after, changes, moved, budget);
    List<Shift> shifts = new ArrayList<>();
    BitSet effective = new BitSet();
    for (int i = 0; i < moved.size(); i++) {
      Moved one = moved.get(i);
      effective.or(causes.of(i));
      shifts.add(
          new Shift(
              one.requirement,
              one.before,
              one.after,
              causes.of(i).stream().mapToObj(changes::get).toList(),
              causes.attribution(i)));
    }
    shifts.sort(MOST_FIRST);
    BitSet idle = new BitSet();
    idle.set(0, changes.size());
    idle.andNot(effective);
    return new PriorityShifts(
        changes, shifts, comparison.reranked, idle.stream().mapToObj(changes::get).toList());
  }

  private static final Comparator<Shift> MOST_FIRST =
      Comparator.comparingDouble((Shift shift) -> -Math.abs(shift.distance()))
          .thenComparingInt(PriorityShifts::rank)
          .thenComparing(Shift::requirement);

  private static int rank(Shift shift) {
    Priority shown = shift.after != null ? shift.after : shift.before;
    return shown == null ? 0 : shown.rank();
  }

  /** A requirement whose need moved, before its causes are known. */
  record Moved(Requirement requirement, @Nullable Priority before, @Nullable Priority after) {}

  /** The priorities of the two workspaces, side by side. */
  private static final class Comparison {
    private final Side was;
    private final Side is;
    private final List<RankShift> reranked = new ArrayList<>();

    /** On scales of one size a score shows the same level, whatever its name. */
    private final boolean levelsCount;

    Comparison(Workspace before, Workspace after) {
      was = new Side(before);
      is = new Side(after);
      levelsCount = before.scale().size() != after.scale().size();
    }

    List<Moved> moved() {
      TreeSet<Requirement> all = new TreeSet<>(was.requirements);
      all.addAll(is.requirements);
      List<Moved> moved = new ArrayList<>();
      for (Requirement requirement : all) {
        if (!was.has(requirement) || !is.has(requirement) || differs(requirement)) {
          moved.add(new Moved(requirement, was.priority(requirement), is.priority(requirement)));
        } else {
          int rankBefore = was.priorities.rank(requirement);
          int rankAfter = is.priorities.rank(requirement);
          if (rankBefore != rankAfter) {
            double score = is.priorities.need(requirement);
            reranked.add(new RankShift(requirement, rankBefore, rankAfter, score));
          }
        }
      }
      return moved;
    }

    private boolean differs(Requirement requirement) {
      double before = was.priorities.need(requirement);
      double after = is.priorities.need(requirement);
      return ScoreBoard.key(before) != ScoreBoard.key(after)
          || (levelsCount && !was.scale.shownName(before).equals(is.scale.shownName(after)));
    }
  }

  /** One of the two workspaces. */
  private static final class Side {
    private final ImpactScale scale;
    private final Priorities priorities;
    private final Set<Requirement> requirements = new HashSet<>();

    Side(Workspace workspace) {
      scale = workspace.scale();
      priorities = Priorities.of(workspace);
      for (Asset asset : workspace.assets()) {
        asset.properties().forEach(p -> requirements.add(new Requirement(asset.id(), p)));
      }
    }

    boolean has(Requirement requirement) {
      return requirements.contains(requirement);
    }

    @Nullable Priority priority(Requirement requirement) {
      return has(requirement) ? priorities.of(requirement, 1) : null;
    }
  }
}
