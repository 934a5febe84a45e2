package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.workspace.Workspace;

/** The frame that all pictures share: heading, notes and legend above, the body beneath. */
final class Picture {
  static final double MARGIN = 24;

  private static final double NARROWEST = 640;

  /** Of a long scale, so many levels and not many more stand in the legend. */
  private static final int LEGEND_LEVELS = 10;

  private static final double SAMPLE = 44;

  /** Headings break into lines; only what no one would call a heading is cut. */
  private static final int HEADING_LINES = 6;

  private static final int NOTE_LINES = 4;
  private static final int LEGEND_LINES = 3;

  private final String kind;
  private final String heading;
  private ImpactScale scale;
  private Wording wording = Wording.ENGLISH;
  private final List<String> description = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<LegendEntry> legend = new ArrayList<>();

  /** Draws a sample into a box of 36 by 16 pixels whose left upper corner is given. */
  interface Sample {
    void draw(Svg svg, double x, double y);
  }

  private record LegendEntry(Sample sample, String words) {}

  /**
   * An empty frame.
   *
   * @param kind a short name that is part of the identifiers in the document
   * @param what what the picture shows, such as {@link Phrase#HEAT}
   */
  Picture(String kind, Phrase what, Workspace workspace, Wording wording) {
    this(kind, wording.say(what), workspace.organisation().name(), workspace.organisation().id());
    this.wording = wording;
    this.scale = workspace.scale();
  }

  /**
   * An empty frame for what belongs to no workspace.
   *
   * @param what what the picture shows; nothing when the name says it
   * @param name of what is shown; without one, the id stands for it
   */
  Picture(String kind, String what, String name, String id) {
    this.kind = kind;
    String shown = Names.clean(name);
    String start = what.isEmpty() ? "" : what + ": ";
    this.heading = start + (shown.isEmpty() ? id : shown);
    this.scale = ImpactScale.DEFAULT;
  }

  /** Adds a sentence to what a reader is told who cannot see the picture. */
  void describe(String sentence) {
    description.add(sentence);
  }

  /** Adds a line above the body, which everybody sees and is told. */
  void note(String sentence) {
    notes.add(sentence);
    description.add(sentence);
  }

  void explain(Sample sample, String words) {
    legend.add(new LegendEntry(sample, words));
  }

  /** Explains the levels of the scale, highest first; of a long scale evenly chosen ones. */
  void explainLevels(LevelSample sample) {
    int last = 0;
    int shown = Math.min(scale.size(), LEGEND_LEVELS);
    for (int i = 0; i < shown; i++) {
      int level = scale.size() - Math.round((float) i * (scale.size() - 1) / (shown - 1));
      if (level != last) {
        explain(
            (svg, x, y) -> sample.draw(svg, x, y, level), Marks.levelName(scale, level, wording));
      }
      last = level;
    }
  }

  /** Draws the sample of one level, like {@link Sample}. */
  interface LevelSample {
    void draw(Svg svg, double x, double y, int level);
  }

  /**
   * The whole document.
   *
   * @param width of the body, in pixels
   * @param height of the body, in pixels
   */
  String around(Svg body, double width, double height) {
    double inner = Math.max(width, NARROWEST);
    Svg frame = new Svg();
    double y = MARGIN;
    for (String line : Lettering.HEADING.wrap(heading, inner, HEADING_LINES)) {
      y += Lettering.HEADING.leading();
      frame.text(MARGIN, y - 6, Lettering.HEADING, "text", line);
    }
    for (String note : notes) {
      for (String line : Lettering.BODY.wrap(note, inner, NOTE_LINES)) {
        y += Lettering.BODY.leading();
        frame.text(MARGIN, y, Lettering.BODY, "muted", line);
      }
    }
    y = drawLegend(frame, y + 14, inner) + 20;
    frame.open("g", "transform", "translate(" + Svg.path(MARGIN, y) + ")").add(body).close();
    return document(frame, inner + 2 * MARGIN, Math.ceil(y + height + MARGIN));
  }

  private double drawLegend(Svg frame, double top, double width) {
    double x = MARGIN;
    double y = top;
    int lines = 1;
    for (LegendEntry entry : legend) {
      List<String> words = Lettering.SMALL.wrap(entry.words(), width - SAMPLE, LEGEND_LINES);
      double needed = SAMPLE + words.stream().mapToDouble(Lettering.SMALL::width).max().orElse(0);
      if (x > MARGIN && x + needed > MARGIN + width) {
        x = MARGIN;
        y += rowHeight(lines);
        lines = 1;
      }
      entry.sample().draw(frame, x, y);
      frame.lines(x + SAMPLE, y + 12, Lettering.SMALL, "text", words);
      lines = Math.max(lines, words.size());
      x += needed + 22;
    }
    return legend.isEmpty() ? top : y + rowHeight(lines);
  }

  private static double rowHeight(int lines) {
    return 22 + (lines - 1) * Lettering.SMALL.leading();
  }

  /** Instead of a picture that would show nothing: what is missing, and what to do. */
  String missing(String what, String remedy) {
    describe(what);
    describe(remedy);
    Svg body = new Svg();
    double inner = NARROWEST - 48;
    List<String> first = Lettering.STRONG.wrap(what, inner, 3);
    List<String> second = Lettering.BODY.wrap(remedy, inner, 8);
    double height = 52 + 20 * (first.size() + second.size());
    body.rect(0, 0, NARROWEST, height, "box frame message");
    double y = 36;
    for (String line : first) {
      body.text(24, y, Lettering.STRONG, "text", line);
      y += 20;
    }
    y += 6;
    for (String line : second) {
      body.text(24, y, Lettering.BODY, "text", line);
      y += 20;
    }
    notes.clear();
    legend.clear();
    return around(body, NARROWEST, height);
  }

  private String document(Svg content, double width, double height) {
    String id = "concordat-" + kind;
    return new Svg()
        .open(
            "svg",
            "xmlns",
            "http://www.w3.org/2000/svg",
            "class",
            StyleSheet.SCOPE,
            "role",
            "img",
            "aria-labelledby",
            id + "-title " + id + "-description",
            "width",
            width,
            "height",
            height,
            "viewBox",
            Svg.path(0, 0, width, height))
        .leaf("title", heading, "id", id + "-title")
        .leaf("desc", String.join(" ", description), "id", id + "-description")
        .leaf("style", StyleSheet.of(scale.size()))
        .empty("rect", "width", width, "height", height, "class", "background")
        .add(content)
        .close()
        .toString();
  }
}
