package org.concordat.server.budget;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.budget.BudgetCase;
import org.concordat.core.alignment.budget.BudgetControl;
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

    /**
     * The plan of a point of the frontier, or that within the budget when there is no such point;
     * without controls that are gone or in place by now.
     */
    public Outcome.Solved at(int point, BudgetCase given) {
      Outcome.Solved kept =
          point >= 0 && point < points.size() ? points.get(point).solved(nodes) : solved();
      Map<String, Integer> present = new HashMap<>(kept.plan().starts());
      present
          .entrySet()
          .removeIf(
              e ->
                  given.control(e.getKey()).map(BudgetControl::inPlace).orElse(true)
                      || e.getValue() > given.years());
      return new Outcome.Solved(
          Plan.of(present), kept.residual(), kept.bound(), kept.end(), kept.nodes());
    }

    /** The frontier; its shares are of no known whole any more. */
    public Frontier frontier() {
      return new Frontier(points.stream().map(Point::point).toList(), complete, List.of());
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

    FrontierPoint point() {
      return new FrontierPoint(money, share, Plan.of(starts), residual, bound);
    }

    Outcome.Solved solved(int nodes) {
      return new Outcome.Solved(
          Plan.of(starts),
          residual,
          bound,
          point().isProved() ? Outcome.End.PROVED : Outcome.End.STOPPED,
          nodes);
    }
  }

  public boolean isMoving() {
    return stage == Stage.RUNNING;
  }

  public Optional<Found> result() {
    return Optional.ofNullable(found);
  }
}
