package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;

/**
 * The impact diagram: which requirement does which kind of damage to which goal. Three columns, and
 * the best path of each requirement stands out.
 */
public final class ImpactDiagram {
  /** So many requirements stay readable. */
  public static final int DEFAULT_LIMIT = 60;

  /** Between two lines that meet the same card. */
  private static final double WIDEST_STEP = 9;

  private final ImpactScale scale;
  private final Names names;
  private final ImpactGraph graph;
  private final ImpactLayout layout;
  private final Svg svg = new Svg();

  private ImpactDiagram(ImpactScale scale, Names names, ImpactGraph graph) {
    this.scale = scale;
    this.names = names;
    this.graph = graph;
    this.layout = new ImpactLayout(graph, names, scale);
  }

  /**
   * Draws the requirements that come first, and why.
   *
   * @param ranked the priorities by rank, each with its rationale
   * @param limit how many requirements to draw at most, 1 or more; the picture counts the rest
   * @return a complete SVG document
   * @throws IllegalArgumentException when the limit is below 1
   */
  public static String draw(Workspace workspace, List<Priority> ranked, int limit) {
    return draw(workspace, ranked, limit, Wording.ENGLISH);
  }

  /** The same in another language. */
  public static String draw(
      Workspace workspace, List<Priority> ranked, int limit, Wording wording) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: " + limit + " is below 1");
    }
    Picture picture = new Picture("impact", Phrase.IMPACT, workspace, wording);
    if (ranked.isEmpty()) {
      return picture.missing(
          wording.say(Phrase.IMPACT_NO_ASSETS), wording.say(Phrase.IMPACT_ADD_ASSETS));
    }
    if (workspace.units().stream().allMatch(u -> u.goals().isEmpty())) {
      return picture.missing(
          wording.say(Phrase.IMPACT_NO_GOALS), wording.say(Phrase.IMPACT_ADD_GOALS));
    }
    Names names = new Names(workspace, wording);
    ImpactGraph graph = ImpactGraph.of(workspace, ranked, limit, names);
    if (graph.needs().isEmpty()) {
      return picture.missing(
          wording.say(Phrase.IMPACT_NO_PATH), wording.say(Phrase.IMPACT_ADD_PATH));
    }
    return new ImpactDiagram(workspace.scale(), names, graph).draw(picture);
  }

  private String draw(Picture picture) {
    describe(picture);
    legend(picture);
    heading(0, names.say(Phrase.IMPACT_REQUIREMENT));
    heading(ImpactLayout.FACTOR_X, names.say(Phrase.IMPACT_FACTOR));
    heading(ImpactLayout.GOAL_X, names.say(Phrase.IMPACT_GOAL));
    drawLinks();
    drawNeeds();
    drawFactors();
    drawGoals();
    return picture.around(svg, ImpactLayout.WIDTH, layout.height());
  }

  private void describe(Picture picture) {
    int units = (int) graph.targets().stream().map(ImpactGraph.Target::unit).distinct().count();
    picture.note(
        names.say(
            Phrase.IMPACT_COUNTS,
            graph.needs().size(),
            graph.factors().size(),
            graph.targets().size(),
            units));
    Reasons.describe(picture, graph.needs(), names, scale);
    ImpactGraph.Omitted omitted = graph.omitted();
    List<String> rest = new ArrayList<>();
    if (omitted.needs() > 0) {
      rest.add(names.say(Phrase.IMPACT_LESS, omitted.needs()));
    }
    if (omitted.factors() > 0) {
      rest.add(names.say(Phrase.FACTORS, omitted.factors()));
    }
    if (omitted.goals() > 0) {
      rest.add(names.say(Phrase.GOALS, omitted.goals()));
    }
    if (!rest.isEmpty()) {
      picture.note(names.say(Phrase.WANT_OF_ROOM, String.join(", ", rest)));
    }
    if (graph.unneeded() > 0) {
      picture.note(names.say(Phrase.IMPACT_UNNEEDED, graph.unneeded()));
    }
  }

  private void legend(Picture picture) {
    picture.explainLevels(
        (sample, x, y, level) -> {
          double weight = Marks.weight(scale, level);
          sampleLine(sample, x, y, Theme.line(level), level, weight, false);
        });
    int top = scale.size();
    double weight = Marks.weight(scale, top);
    picture.explain(
        (sample, x, y) -> sampleLine(sample, x, y, Theme.line(top), top, weight, true),
        names.say(Phrase.IMPACT_DASHED));
    picture.explain(
        (sample, x, y) ->
            sampleLine(sample, x, y, "faint", top, Marks.faintWeight(scale, top), false),
        names.say(Phrase.IMPACT_THIN));
  }

  private void sampleLine(
      Svg sample, double x, double y, String look, int level, double weight, boolean inherited) {
    sample.empty(
        "path",
        "d",
        Svg.path("M", x, y + 8, "H", x + 36),
        "class",
        "edge " + look,
        "stroke-width",
        weight,
        "stroke-dasharray",
        Marks.dashes(scale, level, weight, inherited));
  }

  private void heading(double x, String text) {
    svg.text(x, 14, Lettering.BODY, "muted", text);
  }

  /** The lines of best paths come last, so that they lie on top. */
  private void drawLinks() {
    for (boolean winning : new boolean[] {false, true}) {
      drawLinks(graph.damages(), layout.needs(), layout.factors(), winning);
      drawLinks(graph.hurts(), layout.factors(), layout.goals(), winning);
    }
  }

  private void drawLinks(
      List<ImpactGraph.Link> links, Card[] sources, Card[] ends, boolean winning) {
    double[] starts = ports(links, sources, ImpactGraph.Link::from, l -> ends[l.to()].middle());
    double[] arrivals = ports(links, ends, ImpactGraph.Link::to, l -> sources[l.from()].middle());
    for (int i = 0; i < links.size(); i++) {
      ImpactGraph.Link link = links.get(i);
      if (link.winning() == winning) {
        svg.open("g").title(words(link, sources == layout.needs()));
        double from = sources[link.from()].right();
        draw(link, from, starts[i], ends[link.to()].x(), arrivals[i]);
        svg.close();
      }
    }
  }

  /** Where each link meets its card: one beneath the other, in the order of their other ends. */
  private static double[] ports(
      List<ImpactGraph.Link> links,
      Card[] cards,
      ToIntFunction<ImpactGraph.Link> card,
      ToDoubleFunction<ImpactGraph.Link> other) {
    Map<Integer, List<Integer>> meeting = new HashMap<>();
    IntStream.range(0, links.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> other.applyAsDouble(links.get(i))))
        .forEach(
            i ->
                meeting
                    .computeIfAbsent(card.applyAsInt(links.get(i)), c -> new ArrayList<>())
                    .add(i));
    double[] ports = new double[links.size()];
    meeting.forEach(
        (place, members) -> {
          double step = Math.min(WIDEST_STEP, (cards[place].height() - 10) / members.size());
          double first = cards[place].middle() - step * (members.size() - 1) / 2;
          for (int i = 0; i < members.size(); i++) {
            ports[members.get(i)] = first + i * step;
          }
        });
    return ports;
  }

  private void draw(ImpactGraph.Link link, double x, double y, double toX, double toY) {
    double bend = (x + toX) / 2;
    double weight =
        link.winning() ? Marks.weight(scale, link.level()) : Marks.faintWeight(scale, link.level());
    svg.empty(
        "path",
        "d",
        Svg.path("M", x, y, "C", bend, y, bend, toY, toX, toY),
        "class",
        "edge " + (link.winning() ? Theme.line(link.level()) : "faint"),
        "stroke-width",
        weight,
        "stroke-dasharray",
        Marks.dashes(scale, link.level(), weight, link.inherited()));
  }

  private String words(ImpactGraph.Link link, boolean damage) {
    String from = damage ? need(link.from()) : factor(link.from());
    String to = damage ? factor(link.to()) : goal(link.to());
    String steps = link.inherited() ? ", " + link.steps() : "";
    return from + " \u2192 " + to + ": " + names.level(scale, link.level()) + steps;
  }

  private String need(int place) {
    return names.requirement(graph.needs().get(place).requirement());
  }

  private String factor(int place) {
    return names.factor(graph.factors().get(place));
  }

  private String goal(int place) {
    return names.goal(graph.targets().get(place).goal().id());
  }

  private void drawNeeds() {
    for (int i = 0; i < layout.needs().length; i++) {
      Priority need = graph.needs().get(i);
      Card card = layout.needs()[i];
      int level = scale.shownNumber(need.score());
      svg.open("g", "class", "need").title(Reasons.of(need, names, scale));
      card.draw(svg);
      String rank = Integer.toString(need.rank());
      svg.text(ImpactLayout.RANK_X, card.y() + 21, Lettering.BODY, "end muted", rank);
      double badge = card.right() - Card.PADDING - Marks.badgeWidth(names.level(scale, level));
      Marks.badge(svg, badge, card.y() + Card.PADDING, names.level(scale, level), level);
      svg.close();
    }
  }

  private void drawFactors() {
    for (int i = 0; i < layout.factors().length; i++) {
      svg.open("g", "class", "factor").title(factor(i));
      layout.factors()[i].draw(svg);
      svg.close();
    }
  }

  private void drawGoals() {
    for (ImpactLayout.Header header : layout.headers()) {
      double y = header.y() - 4;
      for (String line : header.name()) {
        y += Lettering.STRONG.leading();
        svg.text(ImpactLayout.GOAL_X, y, Lettering.STRONG, "text", line);
      }
      y += Lettering.SMALL.leading();
      if (!header.discipline().isEmpty()) {
        svg.text(ImpactLayout.GOAL_X, y, Lettering.SMALL, "muted", header.discipline());
      }
    }
    for (int i = 0; i < layout.goals().length; i++) {
      String unit = Names.unit(graph.targets().get(i).unit());
      svg.open("g", "class", "goal").title(names.say(Phrase.IMPACT_GOAL_OF, goal(i), unit));
      layout.goals()[i].draw(svg);
      svg.close();
    }
  }
}
