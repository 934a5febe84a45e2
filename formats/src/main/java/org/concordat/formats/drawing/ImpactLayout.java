package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.ValueDiscipline;
import org.concordat.core.alignment.priorities.Priority;

/** Where everything stands in an impact diagram, in pixels. */
final class ImpactLayout {
  static final double FACTOR_X = 600;
  static final double GOAL_X = 990;
  static final double WIDTH = 1260;

  /** Where the right edge of a requirement's rank stands. */
  static final double RANK_X = 34;

  private static final double NEED_WIDTH = 430;
  private static final double NEED_INDENT = RANK_X + Card.PADDING;
  private static final double FACTOR_WIDTH = 220;
  private static final double GOAL_WIDTH = WIDTH - GOAL_X;
  private static final double TOP = 32;
  private static final double GAP = 6;
  private static final double FACTOR_GAP = 16;
  private static final double GROUP_GAP = 22;

  /** A factor grows with its lines, so that they stay apart, up to this height. */
  private static final double TALLEST_FACTOR = 260;

  /** A line on a best path draws its ends to each other so many times as strongly as another. */
  private static final double PULL = 5;

  private final ImpactGraph graph;
  private final Names names;
  private final ImpactScale scale;
  private final Card[] needs;
  private final Card[] factors;
  private final Card[] goals;
  private final List<Header> headers = new ArrayList<>();

  /** What stands above the goals of a unit. */
  record Header(double y, List<String> name, String discipline) {
    double height() {
      return name.size() * Lettering.STRONG.leading()
          + (discipline.isEmpty() ? 0 : Lettering.SMALL.leading())
          + 6;
    }
  }

  ImpactLayout(ImpactGraph graph, Names names, ImpactScale scale) {
    this.graph = graph;
    this.names = names;
    this.scale = scale;
    needs = new Card[graph.needs().size()];
    factors = new Card[graph.factors().size()];
    goals = new Card[graph.targets().size()];
    double bottom = stackNeeds();
    double[] thickness = thickness();
    for (int factor = 0; factor < factors.length; factor++) {
      factors[factor] = factor(factor, thickness[factor]);
    }
    for (int goal = 0; goal < goals.length; goal++) {
      goals[goal] = goal(goal);
    }
    ImpactOrder order = ImpactOrder.of(graph);
    Map<Unit, List<Integer>> groups = groups(order.goals());
    double factorsHeight = Arrays.stream(factors).mapToDouble(f -> f.height() + FACTOR_GAP).sum();
    double goalsHeight = groups.entrySet().stream().mapToDouble(this::height).sum();
    double room = Math.max(bottom - TOP, Math.max(factorsHeight, goalsHeight));
    placeFactors(order.factors(), room);
    placeGoals(groups, room);
  }

  /** The cards of the requirements, in the order of the graph. */
  Card[] needs() {
    return needs;
  }

  /** The cards of the factors, in the order of the graph. */
  Card[] factors() {
    return factors;
  }

  /** The cards of the goals, in the order of the graph. */
  Card[] goals() {
    return goals;
  }

  List<Header> headers() {
    return headers;
  }

  double height() {
    return Stream.of(needs, factors, goals)
        .flatMap(Arrays::stream)
        .mapToDouble(c -> c.y() + c.height())
        .max()
        .orElse(0);
  }

  private double stackNeeds() {
    double y = TOP;
    for (int i = 0; i < needs.length; i++) {
      Priority need = graph.needs().get(i);
      double room = NEED_WIDTH - NEED_INDENT - Card.PADDING;
      double badge =
          Marks.badgeWidth(names.level(scale, scale.shownNumber(need.score()))) + Card.PADDING;
      List<String> strong =
          Lettering.STRONG.wrap(names.requirement(need.requirement()), room - badge, 2);
      String steps = need.rationale().stream().limit(1).map(names::steps).findFirst().orElse("");
      List<String> small = steps.isEmpty() ? List.of() : Lettering.SMALL.wrap(steps, room, 2);
      double height = Card.height(strong, small);
      needs[i] = new Card(0, y, NEED_WIDTH, height, NEED_INDENT, strong, small);
      y += height + GAP;
    }
    return y - GAP;
  }

  /** How much room the lines of each factor take, on the side where they take more. */
  private double[] thickness() {
    double[] in = new double[factors.length];
    double[] out = new double[factors.length];
    graph.damages().forEach(l -> in[l.to()] += thickness(l));
    graph.hurts().forEach(l -> out[l.from()] += thickness(l));
    for (int factor = 0; factor < in.length; factor++) {
      in[factor] = Math.max(in[factor], out[factor]);
    }
    return in;
  }

  private double thickness(ImpactGraph.Link link) {
    return link.winning() ? Marks.weight(scale, link.level()) + 4 : 5;
  }

  private Card factor(int factor, double thickness) {
    List<String> strong =
        Lettering.STRONG.wrap(
            names.factor(graph.factors().get(factor)), FACTOR_WIDTH - 2 * Card.PADDING, 3);
    double height = Math.max(Card.height(strong, List.of()), Math.min(TALLEST_FACTOR, thickness));
    return new Card(FACTOR_X, 0, FACTOR_WIDTH, height, Card.PADDING, strong, List.of());
  }

  private Card goal(int goal) {
    ImpactGraph.Target target = graph.targets().get(goal);
    double room = GOAL_WIDTH - 2 * Card.PADDING;
    List<String> strong = Lettering.STRONG.wrap(names.goal(target.goal().id()), room, 3);
    int importance = target.goal().importanceOn(scale).number();
    String words = names.say(Phrase.IMPACT_IMPORTANCE, names.level(scale, importance));
    List<String> small = List.of(Lettering.SMALL.cut(words, room));
    double height = Card.height(strong, small);
    return new Card(GOAL_X, 0, GOAL_WIDTH, height, Card.PADDING, strong, small);
  }

  private Map<Unit, List<Integer>> groups(List<Integer> order) {
    Map<Unit, List<Integer>> groups = new LinkedHashMap<>();
    for (int goal : order) {
      groups.computeIfAbsent(graph.targets().get(goal).unit(), u -> new ArrayList<>()).add(goal);
    }
    return groups;
  }

  private Header header(Unit unit, double y) {
    ValueDiscipline discipline = unit.discipline();
    return new Header(
        y,
        Lettering.STRONG.wrap(Names.unit(unit), GOAL_WIDTH, 2),
        discipline == null ? "" : names.discipline(discipline));
  }

  /** The height of a unit with its goals, and the gap beneath. */
  private double height(Map.Entry<Unit, List<Integer>> group) {
    DoubleStream cards = group.getValue().stream().mapToDouble(g -> goals[g].height() + GAP);
    return header(group.getKey(), 0).height() + cards.sum() - GAP + GROUP_GAP;
  }

  private void placeFactors(List<Integer> order, double room) {
    Pull pull = new Pull(factors.length);
    graph.damages().forEach(l -> pull.add(l.to(), l, needs[l.from()].middle()));
    double[] centres = new double[order.size()];
    double[] heights = new double[order.size()];
    for (int row = 0; row < centres.length; row++) {
      centres[row] = pull.place(order.get(row)) - TOP;
      heights[row] = factors[order.get(row)].height();
    }
    double[] tops = Spread.tops(centres, heights, FACTOR_GAP, room);
    for (int row = 0; row < centres.length; row++) {
      factors[order.get(row)] = factors[order.get(row)].at(FACTOR_X, TOP + tops[row]);
    }
  }

  private void placeGoals(Map<Unit, List<Integer>> groups, double room) {
    List<Map.Entry<Unit, List<Integer>>> all = List.copyOf(groups.entrySet());
    int[] groupOf = new int[goals.length];
    for (int i = 0; i < all.size(); i++) {
      for (int goal : all.get(i).getValue()) {
        groupOf[goal] = i;
      }
    }
    Pull pull = new Pull(all.size());
    graph.hurts().forEach(l -> pull.add(groupOf[l.to()], l, factors[l.from()].middle()));
    double[] centres = new double[all.size()];
    double[] heights = new double[all.size()];
    for (int i = 0; i < centres.length; i++) {
      centres[i] = pull.place(i) - TOP;
      heights[i] = height(all.get(i)) - GROUP_GAP;
    }
    double[] tops = Spread.tops(centres, heights, GROUP_GAP, room);
    for (int i = 0; i < centres.length; i++) {
      Header header = header(all.get(i).getKey(), TOP + tops[i]);
      headers.add(header);
      double y = header.y() + header.height();
      for (int goal : all.get(i).getValue()) {
        goals[goal] = goals[goal].at(GOAL_X, y);
        y += goals[goal].height() + GAP;
      }
    }
  }

  /** The weighted mean of the places that draw something to them. */
  private static final class Pull {
    private final double[] sums;
    private final double[] weights;

    Pull(int size) {
      sums = new double[size];
      weights = new double[size];
    }

    void add(int drawn, ImpactGraph.Link link, double to) {
      double weight = link.winning() ? PULL : 1;
      sums[drawn] += weight * to;
      weights[drawn] += weight;
    }

    double place(int drawn) {
      return weights[drawn] == 0 ? 0 : sums[drawn] / weights[drawn];
    }
  }
}
