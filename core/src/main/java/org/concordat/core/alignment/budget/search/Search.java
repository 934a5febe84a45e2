package org.concordat.core.alignment.budget.search;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import org.concordat.core.alignment.budget.BudgetProblem;
import org.concordat.core.alignment.budget.Conditions;
import org.concordat.core.alignment.budget.Outcome;
import org.concordat.core.alignment.budget.Outcome.End;
import org.concordat.core.alignment.budget.Plan;
import org.concordat.core.alignment.budget.PlanFigures;
import org.concordat.core.alignment.budget.SolveLimits;
import org.jspecify.annotations.Nullable;

/** One search of {@link BranchAndBound}. */
final class Search {
  private static final int ROUNDS_AT_ROOT = 3_000;
  private static final int ROUNDS = 100;

  /** A plan is ruined and filled again so often before the search and at its root ... */
  private static final int RUINS = 2_000;

  /** ... or so often for each control, where that is less ... */
  private static final int RUINS_EACH = 20;

  /** ... and at every tenth depth. */
  private static final int RUINS_BELOW = 200;

  private static final int RUINED_DEPTHS = 10;

  /** So much favour a control has that the relaxation takes nothing of; all of it adds 1. */
  private static final double LEAST_FAVOUR = 0.03;

  /**
   * Plans are made of what the relaxation takes near the root, and then at each so manieth node.
   */
  private static final int TRIED_DEPTH = 3;

  private static final int TRIED_NODES = 16;

  /** Beyond so many open nodes the deepest is looked at first, so that memory is bounded. */
  private static final int OPEN = 4_000;

  private final BudgetProblem problem;
  private final Conditions conditions;
  private final SolveLimits limits;
  private final Model model;
  private final Improvement improvement;
  private final Relaxation relaxation;
  private final Neighbourhoods neighbourhoods;
  private final double[] noFavour;
  private final long slack;

  private @Nullable Draft best;
  private Plan plan = Plan.NOTHING;
  private double residual = Double.POSITIVE_INFINITY;
  private int nodes;

  /** All starts that plans may have, whichever part of the search they were made in. */
  private Domains everything;

  /**
   * A part of the search: it begins where the relaxation of the node ended that it was cut from.
   */
  private static final class Node {
    final Domains domains;
    final Relaxation.From from;
    final double bound;
    final int depth;
    final int number;

    Node(Domains domains, Relaxation.From from, double bound, int depth, int number) {
      this.domains = domains;
      this.from = from;
      this.bound = bound;
      this.depth = depth;
      this.number = number;
    }
  }

  private static final Comparator<Node> BEST_FIRST =
      Comparator.comparingDouble((Node node) -> node.bound)
          .reversed()
          .thenComparing(Comparator.comparingInt((Node node) -> node.depth).reversed())
          .thenComparingInt(node -> node.number);

  Search(BudgetProblem problem, Conditions conditions, SolveLimits limits) {
    this.problem = problem;
    this.conditions = conditions;
    this.limits = limits;
    model = Model.of(problem);
    improvement = new Improvement(model);
    neighbourhoods = new Neighbourhoods(model, improvement);
    relaxation = new Relaxation(model);
    everything = Domains.of(model);
    noFavour = new double[model.size()];
    Arrays.fill(noFavour, 1);
    double total = 0;
    for (int row = 0; row < model.rows(); row++) {
      total += (double) model.weight[row] * model.cap[row] * model.years;
    }
    slack = Math.max(1, (long) (total * 1e-11));
  }

  Outcome run() {
    Domains root = Domains.of(model);
    if (!root.demand(problem.given(), conditions) || !root.propagate()) {
      return new Outcome.Impossible();
    }
    Dominance.apply(model, root);
    everything = root.copy();
    begin(everything);
    PriorityQueue<Node> open = new PriorityQueue<>(BEST_FIRST);
    open.add(
        new Node(
            root,
            relaxation.initial(best == null ? 0 : best.value()),
            Double.POSITIVE_INFINITY,
            0,
            0));
    int numbered = 0;
    while (!open.isEmpty()) {
      Node node = open.poll();
      if (node.bound <= (double) limit()) {
        break;
      }
      if (isEnough(node.bound)) {
        return ended(End.ENOUGH, node.bound);
      }
      if (nodes >= limits.nodes()) {
        return ended(End.NODES, node.bound);
      }
      if (limits.isStopped().getAsBoolean()) {
        return ended(End.STOPPED, node.bound);
      }
      Node lowered = look(node, ++numbered);
      if (lowered != null) {
        numbered = branch(lowered, open, numbered);
      }
      if (open.size() > OPEN) {
        deepen(open, numbered);
      }
    }
    if (best == null) {
      return new Outcome.Impossible();
    }
    return ended(End.PROVED, (double) best.value());
  }

  /** Looks at the deepest open nodes until the queue is short again or nothing is left to do. */
  private void deepen(PriorityQueue<Node> open, int numbered) {
    Deque<Node> stack = new ArrayDeque<>();
    Node deepest =
        Collections.max(
            open,
            Comparator.comparingInt((Node node) -> node.depth)
                .thenComparingInt(node -> node.number));
    open.remove(deepest);
    stack.push(deepest);
    int number = numbered;
    while (!stack.isEmpty()) {
      Node node = stack.pop();
      if (nodes >= limits.nodes() || limits.isStopped().getAsBoolean()) {
        open.add(node);
        continue;
      }
      Node child = node.bound <= (double) limit() ? null : look(node, ++number);
      if (child != null) {
        PriorityQueue<Node> two = new PriorityQueue<>(BEST_FIRST);
        number = branch(child, two, number);
        two.forEach(stack::push);
      }
    }
  }

  /** A bound at most this holds nothing better than the best plan. */
  private long limit() {
    return best == null ? -1L : best.value() + Math.max(0, model.grain - slack);
  }

  /** The first plans: from the hint, and greedily by gain for burden and by gain alone. */
  private void begin(Domains root) {
    Plan hint = conditions.hint();
    if (hint != null) {
      int[] starts = new int[model.size()];
      for (int c = 0; c < starts.length; c++) {
        Integer year = hint.starts().get(model.controls.get(c).id());
        starts[c] = year == null ? model.years : year - 1;
      }
      attempt(root, starts, noFavour, false);
    }
    attempt(root, null, noFavour, true);
    double[] byGain = new double[model.size()];
    Draft empty = Draft.empty(model);
    for (int c = 0; c < byGain.length; c++) {
      byGain[c] = empty.burden(c, Math.min(root.first[c], model.years - 1));
    }
    attempt(root, null, byGain, false);
    ruin(root, noFavour, RUINS);
  }

  private void attempt(Domains domains, int @Nullable [] follow, double[] favour, boolean better) {
    Draft draft = Draft.empty(model);
    if (follow != null) {
      improvement.follow(draft, domains, follow);
    }
    if (!improvement.addDemanded(draft, domains)) {
      return;
    }
    improvement.fill(draft, domains, favour);
    improvement.dropUseless(draft, domains);
    improvement.fill(draft, domains, noFavour);
    if (better || best == null || draft.value() > best.value()) {
      draft = improvement.better(draft, domains, noFavour);
      improvement.dropUseless(draft, domains);
    }
    take(draft);
  }

  /** Betters the best plan by ruining parts of it. */
  private void ruin(Domains domains, double[] favour, int most) {
    if (best != null && model.size() > 1) {
      int rounds = Math.min(most, RUINS_EACH * model.size());
      Draft draft = neighbourhoods.better(best, domains, favour, rounds, limits.isStopped());
      improvement.dropUseless(draft, domains);
      take(draft);
    }
  }

  /** What the relaxation takes of each control is in favour of it. */
  private double[] favour() {
    double[] favour = new double[model.size()];
    for (int c = 0; c < favour.length; c++) {
      favour[c] = LEAST_FAVOUR + 1 - relaxation.taken(c, model.years);
    }
    return favour;
  }

  private void take(Draft draft) {
    if (best == null || Improvement.isBetter(draft, best)) {
      best = draft.copy();
      Map<String, Integer> starts = new HashMap<>();
      for (int c = 0; c < model.size(); c++) {
        if (best.has(c)) {
          starts.put(model.controls.get(c).id(), best.start[c] + 1);
        }
      }
      plan = Plan.of(starts);
      residual = PlanFigures.of(problem, plan).residual();
    }
  }

  /** Lowers a node's bound and tries plans; null when nothing better can be in it. */
  private @Nullable Node look(Node node, int number) {
    nodes++;
    Domains domains = node.domains;
    if (!domains.propagate()) {
      return null;
    }
    int rounds = node.depth == 0 ? ROUNDS_AT_ROOT : ROUNDS;
    if (!relaxation.lower(node.from, domains, limit(), rounds, limits.isStopped())) {
      return null;
    }
    if (node.depth <= TRIED_DEPTH || nodes % TRIED_NODES == 0 || domains.isAllFixed()) {
      attempt(domains, likely(domains), noFavour, false);
    }
    if (node.depth % RUINED_DEPTHS == 0) {
      ruin(everything, favour(), node.depth == 0 ? RUINS : RUINS_BELOW);
    }
    double bound = Math.min(node.bound, relaxation.bound());
    if (bound <= (double) limit() || domains.isAllFixed()) {
      return null;
    }
    return new Node(domains, relaxation.here(), bound, node.depth, number);
  }

  /** What the relaxation takes at least half of. */
  private int[] likely(Domains domains) {
    int[] starts = new int[model.size()];
    for (int c = 0; c < starts.length; c++) {
      double sum = 0;
      starts[c] = model.years;
      for (int start = domains.first[c]; start <= domains.last[c]; start++) {
        sum += relaxation.taken(c, start);
        if (sum >= 0.5) {
          starts[c] = start;
          break;
        }
      }
    }
    return starts;
  }

  /** Cuts a node in two where the relaxation is least decided; returns the last number given. */
  private int branch(Node node, PriorityQueue<Node> open, int numbered) {
    Domains domains = node.domains;
    int chosen = -1;
    int cut = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < model.size(); c++) {
      double sum = 0;
      for (int start = domains.first[c]; start < domains.last[c]; start++) {
        sum += relaxation.taken(c, start);
        double decided = Math.abs(sum - 0.5) - 1e-6 * Math.min(1_000, model.rowsOf[c].length);
        if (decided < least) {
          least = decided;
          chosen = c;
          cut = start;
        }
      }
    }
    Domains early = domains.copy();
    early.last[chosen] = cut;
    Domains late = domains.copy();
    late.first[chosen] = cut + 1;
    open.add(new Node(early, node.from, node.bound, node.depth + 1, numbered + 1));
    open.add(new Node(late, node.from, node.bound, node.depth + 1, numbered + 2));
    return numbered + 2;
  }

  /** Whether the plan is as good as was asked for, or it is certain that none is. */
  private boolean isEnough(double bound) {
    if (conditions.enough() < 0) {
      return false;
    }
    if (residual <= conditions.enough() + 1e-9) {
      return true;
    }
    return best != null && least(bound) > conditions.enough() + 1e-9;
  }

  /** The least residual that a plan worth no more than the bound can leave. */
  private double least(double bound) {
    if (best == null) {
      return 0;
    }
    double more = Math.max(0, bound - (double) best.value()) / Model.UNIT / model.years;
    return Math.max(0, residual - more);
  }

  private Outcome ended(End end, double bound) {
    if (best == null) {
      return new Outcome.Undecided();
    }
    double least = end == End.PROVED ? residual : least(bound);
    return new Outcome.Solved(plan, residual, least, end, nodes);
  }
}
