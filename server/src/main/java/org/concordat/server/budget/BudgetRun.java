package org.concordat.server.budget;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.budget.EntryPrice;
import org.concordat.core.alignment.budget.Frontier;
import org.concordat.core.alignment.budget.FrontierPoint;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.Plan;
import org.jspecify.annotations.Nullable;

/**
 * A search for a plan, or for the price of a control.
 *
 * @param control the control whose price is asked for, or null
 * @param solver who searches, one of {@link
 *     org.concordat.core.alignment.budget.search.Solvers#names} when it began
 * @param question the fingerprint of what was asked
 * @param found what it has found, or null
 */
public record BudgetRun(
    UUID id,
    @Nullable String control,
    String solver,
    Stage stage,
    String question,
    @Nullable Found found,
    Instant at) {
  /** How far a search is. */
  public enum Stage {
    RUNNING,
    DONE,
    /** Its server went away, or there is no plan. */
    FAILED,
    CANCELLED
  }

  /**
   * What a search has found, as it is kept.
   *
   * @param price set in a search for a price
   */
  public record Found(
      Map<String, Integer> starts,
      double residual,
      double bound,
      Outcome.End end,
      int nodes,
      boolean complete,
      List<Point> points,
      @Nullable EntryPrice price) {
    public Found {
      starts = Map.copyOf(starts);
      points = List.copyOf(points);
    }

    /** The plan and how sure it is. */
    public Outcome.Solved solved() {
      return new Outcome.Solved(Plan.of(starts), residual, bound, end, nodes);
    }
  }

  /** A point of the frontier, as it is kept. */
  public record Point(
      long money, double share, Map<String, Integer> starts, double residual, double bound) {
    public Point {
      starts = Map.copyOf(starts);
    }

    static List<Point> of(Frontier frontier) {
      return frontier.points().stream()
          .map(
              (FrontierPoint p) ->
                  new Point(p.money(), p.share(), p.plan().starts(), p.residual(), p.bound()))
          .toList();
    }

    public double gap() {
      return Math.max(0, residual - bound);
    }
  }

  public boolean isMoving() {
    return stage == Stage.RUNNING;
  }

  public Optional<Found> result() {
    return Optional.ofNullable(found);
  }
}
