package org.concordat.formats.drawing;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Orders factors and goals so that few lines cross: each goes to the mean of its neighbours, in
 * sweeps (K. Sugiyama et al., <i>Methods for Visual Understanding of Hierarchical System
 * Structures</i>, 1981). Requirements keep their rank, and the goals of a unit stay together.
 *
 * @param factors the places of the factors, topmost first
 * @param goals the places of the goals, topmost first, unit after unit
 */
record ImpactOrder(List<Integer> factors, List<Integer> goals) {
  private static final int SWEEPS = 8;

  /** How much more a line of a best path counts than another one. */
  private static final int WINNING = 5;

  static ImpactOrder of(ImpactGraph graph) {
    Search search = new Search(graph);
    ImpactOrder best = search.order();
    long fewest = search.crossings();
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      search.sweep();
      long crossings = search.crossings();
      if (crossings < fewest) {
        fewest = crossings;
        best = search.order();
      }
    }
    return best;
  }

  /** How many lines cross, those of best paths counted {@value #WINNING} times. */
  static long crossings(ImpactGraph graph, ImpactOrder order) {
    Search search = new Search(graph);
    search.factorRow = rows(order.factors().stream().toList());
    search.goalRow = rows(order.goals().stream().toList());
    return search.crossings();
  }

  private static int[] rows(List<Integer> order) {
    int[] rows = new int[order.size()];
    for (int row = 0; row < rows.length; row++) {
      rows[order.get(row)] = row;
    }
    return rows;
  }

  private static final class Search {
    private final ImpactGraph graph;
    private int[] factorRow;
    private int[] goalRow;

    Search(ImpactGraph graph) {
      this.graph = graph;
      int[] needRow = IntStream.range(0, graph.needs().size()).toArray();
      factorRow = new int[graph.factors().size()];
      goalRow = new int[graph.targets().size()];
      double[] sums = new double[factorRow.length];
      double[] weights = new double[factorRow.length];
      pull(graph.damages(), false, needRow, sums, weights);
      factorRow = rows(sorted(sums, weights));
      sortGoals();
    }

    ImpactOrder order() {
      return new ImpactOrder(inOrder(factorRow), inOrder(goalRow));
    }

    private static List<Integer> inOrder(int[] rows) {
      return IntStream.range(0, rows.length)
          .boxed()
          .sorted(Comparator.comparingInt(i -> rows[i]))
          .toList();
    }

    void sweep() {
      int[] needRow = IntStream.range(0, graph.needs().size()).toArray();
      double[] sums = new double[factorRow.length];
      double[] weights = new double[factorRow.length];
      pull(graph.damages(), false, needRow, sums, weights);
      pull(graph.hurts(), true, goalRow, sums, weights);
      factorRow = rows(sorted(sums, weights));
      sortGoals();
    }

    private void sortGoals() {
      double[] sums = new double[goalRow.length];
      double[] weights = new double[goalRow.length];
      pull(graph.hurts(), false, factorRow, sums, weights);
      Map<String, double[]> units = new HashMap<>();
      for (int goal = 0; goal < sums.length; goal++) {
        double[] unit = units.computeIfAbsent(unitOf(goal), u -> new double[2]);
        unit[0] += sums[goal];
        unit[1] += weights[goal];
      }
      Comparator<Integer> byUnit =
          Comparator.comparingDouble((Integer g) -> mean(units.getOrDefault(unitOf(g), NOWHERE)))
              .thenComparing(this::unitOf);
      goalRow =
          rows(
              IntStream.range(0, sums.length)
                  .boxed()
                  .sorted(byUnit.thenComparingDouble(g -> sums[g] / Math.max(1, weights[g])))
                  .toList());
    }

    private static final double[] NOWHERE = {0, 1};

    private static double mean(double[] unit) {
      return unit[0] / Math.max(1, unit[1]);
    }

    private String unitOf(int goal) {
      return graph.targets().get(goal).unit().id();
    }

    /** Adds to each end the places of its neighbours, in [0, 1], and their weights. */
    private static void pull(
        List<ImpactGraph.Link> links,
        boolean backwards,
        int[] neighbourRow,
        double[] sums,
        double[] weights) {
      double last = Math.max(1, neighbourRow.length - 1);
      for (ImpactGraph.Link link : links) {
        int end = backwards ? link.from() : link.to();
        int neighbour = backwards ? link.to() : link.from();
        double weight = weight(link);
        sums[end] += weight * neighbourRow[neighbour] / last;
        weights[end] += weight;
      }
    }

    private static int weight(ImpactGraph.Link link) {
      return link.winning() ? WINNING : 1;
    }

    private static List<Integer> sorted(double[] sums, double[] weights) {
      return IntStream.range(0, sums.length)
          .boxed()
          .sorted(Comparator.comparingDouble(i -> sums[i] / Math.max(1, weights[i])))
          .toList();
    }

    long crossings() {
      int[] needRow = IntStream.range(0, graph.needs().size()).toArray();
      return crossings(graph.damages(), needRow, factorRow)
          + crossings(graph.hurts(), factorRow, goalRow);
    }

    /** The weights of the pairs of lines that change sides. */
    private static long crossings(List<ImpactGraph.Link> links, int[] fromRow, int[] toRow) {
      ImpactGraph.Link[] sorted = links.toArray(ImpactGraph.Link[]::new);
      Arrays.sort(
          sorted,
          Comparator.<ImpactGraph.Link>comparingInt(l -> fromRow[l.from()])
              .thenComparingInt(l -> toRow[l.to()]));
      long[] above = new long[toRow.length];
      long crossings = 0;
      for (ImpactGraph.Link link : sorted) {
        for (int row = toRow[link.to()] + 1; row < above.length; row++) {
          crossings += above[row] * weight(link);
        }
        above[toRow[link.to()]] += weight(link);
      }
      return crossings;
    }
  }
}
