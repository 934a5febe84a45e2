package org.concordat.core.alignment.priorities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.findings.Finding.Severity;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceChange;
import org.concordat.core.workspace.WorkspaceEntry;
import org.concordat.core.workspace.WorkspaceRules;
import org.jspecify.annotations.Nullable;

/**
 * Which priorities moved between two workspaces, and which change moved them.
 *
 * <p>A change is a cause of a move when making it alone moves the requirement's score, or when
 * leaving it out of all the changes leaves the score elsewhere than it went. Where neither tells
 * (several changes do only together what each does not), the changes on the old or the new best
 * path are named, and without one there, all that could matter.
 *
 * @param moved requirements whose score moved, that are new or that are gone; the largest move
 *     first
 * @param reranked requirements of the same score whose rank moved because others did
 * @param changes all changes
 * @param attribution how causes were found
 */
public record PriorityShifts(
    List<Shift> moved,
    List<Shift> reranked,
    List<WorkspaceChange> changes,
    Attribution attribution) {
  /** Changes times requirements beyond which causes are sought on paths alone. */
  public static final long BUDGET = 20_000_000;

  public PriorityShifts {
    moved = List.copyOf(moved);
    reranked = List.copyOf(reranked);
    changes = List.copyOf(changes);
  }

  /**
   * A requirement whose priority moved.
   *
   * @param before with its best path, or null when the requirement is new
   * @param after with its best path, or null when the requirement is gone
   * @param causes the changes that moved it, in the order of all changes
   */
  public record Shift(
      Requirement requirement,
      @Nullable Priority before,
      @Nullable Priority after,
      List<WorkspaceChange> causes) {
    public Shift {
      causes = List.copyOf(causes);
    }

    /** How far the score moved, in [-1, 1]; what is not there counts as 0. */
    public double distance() {
      return (after == null ? 0 : after.score()) - (before == null ? 0 : before.score());
    }
  }

  /** How causes were found. */
  public enum Attribution {
    /** By making and leaving out each change. */
    COUNTERFACTUAL,
    /** By the best paths alone: there were too many changes to try each. */
    PATHS
  }

  /**
   * The shifts from one workspace to another.
   *
   * @param before without errors
   * @param after without errors
   */
  public static PriorityShifts between(Workspace before, Workspace after) {
    return new Comparison(before, after).shifts();
  }

  /** One comparison under way. */
  private static final class Comparison {
    private final Workspace before;
    private final Workspace after;
    private final List<WorkspaceChange> changes;
    private final List<WorkspaceChange> candidates;
    private final Map<Requirement, Priority> old;
    private final Map<Requirement, Priority> now;

    Comparison(Workspace before, Workspace after) {
      this.before = before;
      this.after = after;
      this.changes = WorkspaceChange.between(before, after);
      this.candidates = changes.stream().filter(Comparison::mayMatter).toList();
      this.old = byRequirement(before);
      this.now = byRequirement(after);
    }

    private static Map<Requirement, Priority> byRequirement(Workspace workspace) {
      Map<Requirement, Priority> priorities = new LinkedHashMap<>();
      for (Priority priority : Priorities.of(workspace).list(Integer.MAX_VALUE, 1)) {
        priorities.put(priority.requirement(), priority);
      }
      return priorities;
    }

    /** Whether a change can move a score by itself: names, descriptions and new entries cannot. */
    private static boolean mayMatter(WorkspaceChange change) {
      return switch (change.entry()) {
        case WorkspaceEntry.OfScale _,
            WorkspaceEntry.OfCombination _,
            WorkspaceEntry.OfInheritance _,
            WorkspaceEntry.OfDependency _,
            WorkspaceEntry.OfImpact _ ->
            true;
        case WorkspaceEntry.OfGoal(_, Goal goal) ->
            change.before() instanceof WorkspaceEntry.OfGoal(_, Goal was)
                && change.after() != null
                && !Objects.equals(was.importance(), goal.importance());
        case WorkspaceEntry.OfAsset(Asset asset) ->
            change.before() instanceof WorkspaceEntry.OfAsset(Asset was)
                && change.after() != null
                && !Set.copyOf(was.properties()).equals(Set.copyOf(asset.properties()));
        case WorkspaceEntry.OfOrganisation _,
            WorkspaceEntry.OfProperty _,
            WorkspaceEntry.OfUnit _,
            WorkspaceEntry.OfFactor _,
            WorkspaceEntry.OfOrigin _ ->
            false;
      };
    }

    PriorityShifts shifts() {
      List<Shift> moved = new ArrayList<>();
      List<Shift> reranked = new ArrayList<>();
      Map<Requirement, Set<WorkspaceChange>> causes = new LinkedHashMap<>();
      Set<Requirement> all = new HashSet<>(old.keySet());
      all.addAll(now.keySet());
      for (Requirement requirement : all) {
        Priority was = old.get(requirement);
        Priority is = now.get(requirement);
        if (was == null || is == null || !same(was.score(), is.score())) {
          causes.put(requirement, new HashSet<>());
        } else if (was.rank() != is.rank()) {
          reranked.add(new Shift(requirement, was, is, List.of()));
        }
      }
      boolean affordable = (long) candidates.size() * Math.max(1, all.size()) <= BUDGET;
      if (affordable && !causes.isEmpty()) {
        tryEach(causes);
      }
      causes.forEach((requirement, found) -> moved.add(shift(requirement, found)));
      moved.sort(
          Comparator.<Shift>comparingDouble(s -> -Math.abs(s.distance()))
              .thenComparing(Shift::requirement));
      reranked.sort(
          Comparator.<Shift>comparingInt(s -> Objects.requireNonNull(s.after()).rank())
              .thenComparing(Shift::requirement));
      return new PriorityShifts(
          moved, reranked, changes, affordable ? Attribution.COUNTERFACTUAL : Attribution.PATHS);
    }

    private static boolean same(double one, double other) {
      return ScoreBoard.key(one) == ScoreBoard.key(other);
    }

    private Shift shift(Requirement requirement, Set<WorkspaceChange> found) {
      Priority was = old.get(requirement);
      Priority is = now.get(requirement);
      List<WorkspaceChange> named = changes.stream().filter(found::contains).toList();
      if (named.isEmpty()) {
        named = candidates.stream().filter(c -> touches(c, was) || touches(c, is)).toList();
      }
      if (named.isEmpty() && (was == null || is == null)) {
        String asset = "asset " + requirement.asset();
        named = changes.stream().filter(c -> c.key().equals(asset)).toList();
      }
      return new Shift(requirement, was, is, named.isEmpty() ? candidates : named);
    }

    /** Whether a change is of a link, a goal or a rule on the best path of a priority. */
    private static boolean touches(WorkspaceChange change, @Nullable Priority priority) {
      return switch (change.entry()) {
        case WorkspaceEntry.OfScale _,
            WorkspaceEntry.OfCombination _,
            WorkspaceEntry.OfInheritance _ ->
            true;
        case WorkspaceEntry.OfGoal(_, Goal goal) -> onPath(priority, goal.id());
        case WorkspaceEntry.OfImpact(Impact impact) ->
            onPath(priority, impact.link().from()) && onPath(priority, impact.link().to());
        case WorkspaceEntry.OfDependency(var dependency, _) ->
            ofAsset(priority, dependency.from()) && ofAsset(priority, dependency.on());
        case WorkspaceEntry.OfAsset(Asset asset) -> ofAsset(priority, asset.id());
        case WorkspaceEntry.OfOrganisation _,
            WorkspaceEntry.OfProperty _,
            WorkspaceEntry.OfUnit _,
            WorkspaceEntry.OfFactor _,
            WorkspaceEntry.OfOrigin _ ->
            false;
      };
    }

    private static boolean onPath(@Nullable Priority priority, String id) {
      return priority != null && priority.rationale().stream().anyMatch(p -> p.path().contains(id));
    }

    private static boolean ofAsset(@Nullable Priority priority, String asset) {
      return priority != null
          && priority.rationale().stream()
              .flatMap(p -> p.path().stream())
              .anyMatch(id -> id.startsWith(asset + "/"));
    }

    /** Makes each change alone, and leaves each out, and sees what moves. */
    private void tryEach(Map<Requirement, Set<WorkspaceChange>> causes) {
      List<WorkspaceChange> inert = new ArrayList<>();
      List<WorkspaceChange> inertUndone = new ArrayList<>();
      for (WorkspaceChange change : changes) {
        if (isOfStructure(change.entry()) && change.before() == null) {
          inert.add(change);
        } else if (isOfStructure(change.entry()) && change.after() == null) {
          inertUndone.add(change.inverse());
        }
      }
      // What exists in either workspace exists in both, so that each change can be made by itself.
      Workspace from = WorkspaceChange.apply(before, inert);
      Workspace to = WorkspaceChange.apply(after, inertUndone);
      for (WorkspaceChange candidate : candidates) {
        compare(from, candidate, old, candidate, causes);
        compare(to, candidate.inverse(), now, candidate, causes);
      }
    }

    private static boolean isOfStructure(WorkspaceEntry entry) {
      return switch (entry) {
        case WorkspaceEntry.OfProperty _,
            WorkspaceEntry.OfUnit _,
            WorkspaceEntry.OfGoal _,
            WorkspaceEntry.OfFactor _,
            WorkspaceEntry.OfAsset _ ->
            true;
        case WorkspaceEntry.OfOrganisation _,
            WorkspaceEntry.OfScale _,
            WorkspaceEntry.OfCombination _,
            WorkspaceEntry.OfInheritance _,
            WorkspaceEntry.OfDependency _,
            WorkspaceEntry.OfImpact _,
            WorkspaceEntry.OfOrigin _ ->
            false;
      };
    }

    private static void compare(
        Workspace workspace,
        WorkspaceChange change,
        Map<Requirement, Priority> reference,
        WorkspaceChange candidate,
        Map<Requirement, Set<WorkspaceChange>> causes) {
      Workspace changed = WorkspaceChange.apply(workspace, List.of(change));
      if (WorkspaceRules.check(changed).stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
        return;
      }
      Priorities priorities = Priorities.of(changed);
      Set<Requirement> there = requirements(changed);
      causes.forEach(
          (requirement, found) -> {
            Priority unmoved = reference.get(requirement);
            double score = unmoved == null ? 0 : unmoved.score();
            double moved = there.contains(requirement) ? priorities.need(requirement) : 0;
            if (!same(score, moved)) {
              found.add(candidate);
            }
          });
    }

    private static Set<Requirement> requirements(Workspace workspace) {
      Set<Requirement> all = new HashSet<>();
      for (Asset asset : workspace.assets()) {
        asset.properties().forEach(p -> all.add(new Requirement(asset.id(), p)));
      }
      return all;
    }
  }
}
