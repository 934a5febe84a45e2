package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How two lists of groups flow into each other: a bar for each group, and bands between them, as
 * wide as they have pairs. Made of one layout, for a page within which its bands are links, and as
 * a document of its own.
 */
public final class FlowDiagram {
  private static final double WIDTH = 960;
  private static final double BAR = 14;

  /** Between a bar and its name's side of the picture. */
  private static final double SIDE = 300;

  private static final double GAP = 8;

  /** A bar is at least as high as its name. */
  private static final double LEAST = 18;

  private static final double ALL_PAIRS = 420;

  /** Of the document of its own: what a page's style sheet says within the page. */
  private static final String STYLE =
      """
      svg.concordat-flow{--flow:#8a1538;--flow-text:#1b1f24;--flow-paper:#ffffff}
      @media (prefers-color-scheme: dark){svg.concordat-flow{--flow:#ffb37a;--flow-text:#eceff3;--flow-paper:#14171c}}
      svg.concordat-flow .paper{fill:#ffffff;fill:var(--flow-paper)}
      svg.concordat-flow .band{fill:#8a1538;fill:var(--flow);fill-opacity:.3}
      svg.concordat-flow .bar{fill:#8a1538;fill:var(--flow)}
      svg.concordat-flow .flow-name{fill:#1b1f24;fill:var(--flow-text);font-family:system-ui,sans-serif;font-size:11.5px}
      svg.concordat-flow .end{text-anchor:end}
      """;

  private final String title;
  private final List<Bar> left;
  private final List<Bar> right;
  private final List<Band> bands;
  private final double height;

  /** A group at one side. */
  public record Group(String id, String title) {
    /** The id with the title, where it has one. */
    String name() {
      return title.equals(id) ? id : id + " " + title;
    }
  }

  /**
   * What flows between two groups.
   *
   * @param from the number of the group at the left, from 0
   * @param to the number of the group at the right, from 0
   * @param pairs how much, 1 or more
   * @param words what a reader is told of it
   * @param address where more of it is, or null
   */
  public record Flow(int from, int to, int pairs, String words, @Nullable String address) {}

  private record Bar(Group group, double y, double height) {
    double end() {
      return y + height;
    }
  }

  private record Band(Flow flow, String path) {}

  private FlowDiagram(
      String title, List<Bar> left, List<Bar> right, List<Band> bands, double height) {
    this.title = title;
    this.left = left;
    this.right = right;
    this.bands = bands;
    this.height = height;
  }

  /**
   * Lays out a diagram.
   *
   * @param title what it shows
   * @param flows in the order of their groups, each pair of groups once
   * @throws IllegalArgumentException without any flow
   */
  public static FlowDiagram of(
      String title, List<Group> left, List<Group> right, List<Flow> flows) {
    if (flows.isEmpty()) {
      throw new IllegalArgumentException("flows: there are none, so there is nothing to draw");
    }
    double unit = ALL_PAIRS / flows.stream().mapToInt(Flow::pairs).sum();
    int[] leftPairs = new int[left.size()];
    int[] rightPairs = new int[right.size()];
    for (Flow flow : flows) {
      leftPairs[flow.from()] += flow.pairs();
      rightPairs[flow.to()] += flow.pairs();
    }
    List<Bar> lefts = bars(left, leftPairs, unit);
    List<Bar> rights = bars(right, rightPairs, unit);
    double[] leftUsed = new double[left.size()];
    double[] rightUsed = new double[right.size()];
    List<Band> bands = new ArrayList<>();
    for (Flow flow : flows) {
      double width = flow.pairs() * unit;
      bands.add(
          new Band(
              flow,
              path(
                  lefts.get(flow.from()).y() + leftUsed[flow.from()],
                  rights.get(flow.to()).y() + rightUsed[flow.to()],
                  width)));
      leftUsed[flow.from()] += width;
      rightUsed[flow.to()] += width;
    }
    double height = Math.ceil(Math.max(end(lefts), end(rights)));
    return new FlowDiagram(title, lefts, rights, bands, height);
  }

  private static List<Bar> bars(List<Group> groups, int[] pairs, double unit) {
    List<Bar> bars = new ArrayList<>();
    double y = GAP;
    for (int i = 0; i < pairs.length; i++) {
      double height = pairs[i] == 0 ? 0 : Math.max(LEAST, pairs[i] * unit);
      bars.add(new Bar(groups.get(i), y, height));
      y += pairs[i] == 0 ? 0 : height + GAP;
    }
    return bars;
  }

  private static double end(List<Bar> bars) {
    return bars.stream().mapToDouble(Bar::end).max().orElse(0) + GAP;
  }

  private static String path(double from, double to, double width) {
    double start = SIDE + BAR;
    double stop = WIDTH - SIDE - BAR;
    double middle = (start + stop) / 2;
    return String.format(
        Locale.ROOT,
        "M%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f L%.1f %.1f C%.1f %.1f %.1f %.1f %.1f %.1f Z",
        start,
        from,
        middle,
        from,
        middle,
        to,
        stop,
        to,
        stop,
        to + width,
        middle,
        to + width,
        middle,
        from + width,
        start,
        from + width);
  }

  /** The diagram as a part of a page, whose style sheet colours it; its bands are links. */
  public String inPage() {
    Svg svg = open("group");
    body(svg, true);
    return svg.close().toString();
  }

  /** The diagram as a document of its own. */
  public String document() {
    Svg svg = open("img").leaf("title", title).leaf("style", STYLE);
    svg.empty("rect", "class", "paper", "width", WIDTH, "height", height);
    body(svg, false);
    return svg.close().toString();
  }

  private Svg open(String role) {
    return new Svg()
        .open(
            "svg",
            "xmlns",
            "http://www.w3.org/2000/svg",
            "class",
            "flow concordat-flow",
            "role",
            role,
            "aria-label",
            title,
            "width",
            WIDTH,
            "height",
            height,
            "viewBox",
            Svg.path(0, 0, WIDTH, height));
  }

  private void body(Svg svg, boolean linked) {
    for (Band band : bands) {
      String address = band.flow().address();
      if (linked && address != null) {
        svg.open("a", "href", address, "aria-label", band.flow().words());
        band(svg, band);
        svg.close();
      } else {
        band(svg, band);
      }
    }
    left.forEach(bar -> bar(svg, bar, SIDE, SIDE - GAP, "flow-name end"));
    right.forEach(bar -> bar(svg, bar, WIDTH - SIDE - BAR, WIDTH - SIDE + GAP, "flow-name"));
  }

  private static void band(Svg svg, Band band) {
    svg.open("path", "class", "band", "d", band.path()).title(band.flow().words()).close();
  }

  private static void bar(Svg svg, Bar bar, double x, double nameX, String look) {
    if (bar.height() > 0) {
      svg.empty("rect", "class", "bar", "x", x, "y", bar.y(), "width", BAR, "height", bar.height());
      String name = Lettering.SMALL.cut(bar.group().name(), SIDE - 2 * GAP);
      svg.leaf("text", name, "class", look, "x", nameX, "y", bar.y() + bar.height() / 2 + 4);
    }
  }
}
