package org.concordat.server.trail.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;

/** The model as it was on a past day, beside what it is today. */
public final class PastModels {
  /** So many of the first priorities of each day are listed. */
  public static final int TOP = 20;

  /** So many of those that moved are listed, the furthest first. */
  public static final int MOVED = 100;

  /** Scores that are nearer to each other than this are the same; they lie in [0, 1]. */
  private static final double SAME = 1e-9;

  private final TrailHistory history;
  private final Models models;

  /** The past that this history tells of these models. */
  public PastModels(TrailHistory history, Models models) {
    this.history = history;
    this.models = models;
  }

  /** The model at the end of a day in UTC; empty when there was none yet. */
  public Optional<Workspace> endOf(UUID tenant, LocalDate day) {
    return models.at(tenant, history.endOf(tenant, day));
  }

  /**
   * Where a requirement stood.
   *
   * @param score its need, in [0, 1]
   * @param scale the scale of that day
   */
  public record Standing(int rank, double score, ImpactScale scale) {}

  /**
   * A requirement on both days.
   *
   * @param name the asset's name, the later one if it changed
   * @param then null when it was not there yet
   * @param now null when it is no more
   */
  public record Row(
      Requirement requirement, String name, @Nullable Standing then, @Nullable Standing now) {
    /** How far the score moved, from -1 to 1; a requirement that is not there counts as 0. */
    public double distance() {
      return (now == null ? 0 : now.score) - (then == null ? 0 : then.score);
    }
  }

  /**
   * An earlier model and a later one.
   *
   * @param changes how many entries and settings differ
   * @param then the first priorities of the earlier one
   * @param now the first priorities of the later one
   * @param moved those whose score moved or that came or went, the furthest first, {@link #MOVED}
   *     at the most
   * @param movedInAll how many there are of these
   * @param reranked how many have the score that they had but another rank
   */
  public record Comparison(
      int changes, List<Row> then, List<Row> now, List<Row> moved, int movedInAll, int reranked) {
    public Comparison {
      then = List.copyOf(then);
      now = List.copyOf(now);
      moved = List.copyOf(moved);
    }
  }

  /**
   * Compares the end of a day with now. Takes time linear in the two models and runs the engine for
   * both; which change moved what is not looked for, because that would take many more runs.
   *
   * @return empty when there was no model yet
   */
  public Optional<Comparison> sinceEndOf(UUID tenant, LocalDate day) {
    return endOf(tenant, day)
        .map(then -> compare(then, models.of(tenant).read(Snapshot::workspace)));
  }

  /**
   * Compares the model before an action with the model after it, as {@link #sinceEndOf} does.
   *
   * @return empty when the action made the model
   */
  public Optional<Comparison> aroundAction(UUID tenant, Action action) {
    Optional<Workspace> before = models.at(tenant, action.first() - 1);
    Optional<Workspace> after = models.at(tenant, action.last());
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(compare(before.get(), after.get()));
  }

  /** Compares two models, the earlier one first, as {@link #sinceEndOf} does. */
  public static Comparison compare(Workspace then, Workspace now) {
    Side was = new Side(then);
    Side is = new Side(now);
    Set<Requirement> all = new TreeSet<>(was.requirements);
    all.addAll(is.requirements);
    List<Row> moved = new ArrayList<>();
    int reranked = 0;
    for (Requirement requirement : all) {
      Row row = row(requirement, was, is);
      if (row.then == null || row.now == null || Math.abs(row.distance()) > SAME) {
        moved.add(row);
      } else if (row.then.rank != row.now.rank) {
        reranked++;
      }
    }
    moved.sort(
        Comparator.comparingDouble((Row row) -> -Math.abs(row.distance()))
            .thenComparing(Row::requirement));
    return new Comparison(
        WorkspaceDiff.between(then, now).size(),
        top(was, was, is),
        top(is, was, is),
        moved.subList(0, Math.min(MOVED, moved.size())),
        moved.size(),
        reranked);
  }

  private static Row row(Requirement requirement, Side was, Side is) {
    String name =
        is.names.getOrDefault(
            requirement.asset(), was.names.getOrDefault(requirement.asset(), requirement.asset()));
    return new Row(requirement, name, was.standing(requirement), is.standing(requirement));
  }

  private static List<Row> top(Side side, Side was, Side is) {
    return side.priorities.list(TOP, 0).stream()
        .map(Priority::requirement)
        .map(requirement -> row(requirement, was, is))
        .toList();
  }

  /** One of the two days. */
  private static final class Side {
    private final Workspace workspace;
    private final Priorities priorities;
    private final Set<Requirement> requirements = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();

    Side(Workspace workspace) {
      this.workspace = workspace;
      priorities = Priorities.of(workspace);
      for (Asset asset : workspace.assets()) {
        names.put(asset.id(), asset.name());
        asset.properties().forEach(p -> requirements.add(new Requirement(asset.id(), p)));
      }
    }

    @Nullable Standing standing(Requirement requirement) {
      if (!requirements.contains(requirement)) {
        return null;
      }
      double score = priorities.need(requirement);
      return new Standing(priorities.rank(requirement), score, workspace.scale());
    }
  }
}
