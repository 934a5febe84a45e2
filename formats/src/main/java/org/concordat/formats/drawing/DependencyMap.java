package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;

/**
 * The dependency map: which asset needs which other, business assets above, what they stand on
 * beneath, each with the highest level that any of its properties is needed at.
 */
public final class DependencyMap {
  private static final double ICON = 24;
  private static final double HEAD = 8;
  private static final double JOINT = 3;
  private static final double THINNEST = 1.3;

  private final ImpactScale scale;
  private final Names names;
  private final AssetNeeds needs;
  private final DependencyChoice choice;
  private final DependencyLayout layout;
  private final Svg svg = new Svg();

  /**
   * How to draw.
   *
   * @param limit how many assets to draw at most, from 1 to {@value #LARGEST}; the picture counts
   *     the rest
   */
  public record Options(int limit) {
    /** With more assets nobody could follow an arrow. */
    public static final int LARGEST = 300;

    /** So many assets find room on a large screen. */
    public static final Options DEFAULT = new Options(120);

    public Options {
      if (limit < 1 || limit > LARGEST) {
        throw new IllegalArgumentException("limit: " + limit + " is not in 1.." + LARGEST);
      }
    }
  }

  private DependencyMap(
      Workspace workspace, Names names, AssetNeeds needs, DependencyChoice choice) {
    this.scale = workspace.scale();
    this.names = names;
    this.needs = needs;
    this.choice = choice;
    List<Card> cards = new ArrayList<>();
    for (int i = 0; i < choice.assets().size(); i++) {
      cards.add(card(choice.assets().get(i), choice.groups().get(i)));
    }
    this.layout = new DependencyLayout(choice, cards);
  }

  /**
   * Draws the assets and what they depend on.
   *
   * @param ranked the priorities by rank
   * @return a complete SVG document
   */
  public static String draw(Workspace workspace, List<Priority> ranked, Options options) {
    return draw(workspace, ranked, options, Wording.ENGLISH);
  }

  /** The same in another language. */
  public static String draw(
      Workspace workspace, List<Priority> ranked, Options options, Wording wording) {
    Picture picture = new Picture("dependencies", Phrase.MAP, workspace, wording);
    if (workspace.assets().isEmpty()) {
      return picture.missing(wording.say(Phrase.MAP_NO_ASSETS), wording.say(Phrase.MAP_ADD_ASSETS));
    }
    Names names = new Names(workspace, wording);
    AssetNeeds needs = new AssetNeeds(workspace, ranked);
    DependencyChoice choice = DependencyChoice.of(workspace, needs, options.limit(), names);
    DependencyMap map = new DependencyMap(workspace, names, needs, choice);
    map.describe(picture, ranked);
    return map.draw(picture);
  }

  private Card card(Asset asset, List<String> groups) {
    double room = DependencyLayout.CARD_WIDTH - ICON - 2 * Card.PADDING;
    List<String> strong = Lettering.STRONG.wrap(names.asset(asset.id()), room, 3);
    List<String> small = new ArrayList<>();
    small.add(names.kind(asset.kind()));
    groups.forEach(g -> small.addAll(Lettering.SMALL.wrap(g, room, 2)));
    return new Card(
        0,
        0,
        DependencyLayout.CARD_WIDTH,
        Card.height(strong, small),
        ICON + Card.PADDING,
        strong,
        small);
  }

  private void describe(Picture picture, List<Priority> ranked) {
    picture.note(names.say(Phrase.MAP_COUNTS, choice.assets().size(), choice.arrows().size()));
    Reasons.describe(picture, ranked, names, scale);
    if (choice.omittedAssets() > 0) {
      picture.note(
          names.say(Phrase.WANT_OF_ROOM, names.say(Phrase.MAP_FAR, choice.omittedAssets())));
    }
    if (choice.omittedArrows() > 0) {
      picture.note(
          names.say(Phrase.WANT_OF_ROOM, names.say(Phrase.MAP_BETWEEN, choice.omittedArrows())));
    }
    if (choice.arrows().isEmpty()) {
      picture.note(names.say(Phrase.MAP_NOTHING));
    }
    picture.explainLevels(
        (out, x, y, level) -> {
          out.rect(x, y, 14, 16, "frame " + Theme.area(level));
          line(out, Svg.path("M", x + 17, y + 8, "H", x + 38), level, false);
        });
    picture.explain(
        (out, x, y) -> line(out, Svg.path("M", x, y + 8, "H", x + 36), scale.size(), true),
        names.say(Phrase.MAP_DASHED));
  }

  private void line(Svg out, String path, int level, boolean dashed) {
    double weight = weight(level);
    out.empty(
        "path",
        "d",
        path,
        "class",
        "edge " + Theme.line(level),
        "stroke-width",
        weight,
        "stroke-dasharray",
        Marks.dashes(scale, level, weight, dashed));
  }

  private double weight(int level) {
    return Math.max(THINNEST, Marks.weight(scale, level) / 2);
  }

  private String draw(Picture picture) {
    drawTiers();
    layout.routes().stream()
        .sorted(Comparator.comparingInt(r -> r.arrow().level()))
        .forEach(this::drawRoute);
    for (int i = 0; i < choice.assets().size(); i++) {
      drawAsset(choice.assets().get(i), layout.cards().get(i));
    }
    if (layout.hasGrid()) {
      svg.text(
          DependencyLayout.GUTTER,
          layout.gridTop() + 28,
          Lettering.BODY,
          "muted",
          names.say(Phrase.MAP_ALONE));
    }
    return picture.around(svg, layout.width(), layout.height());
  }

  private void drawTiers() {
    drawTier(0, names.say(Phrase.MAP_BUSINESS));
    drawTier(1, names.say(Phrase.MAP_IT));
  }

  private void drawTier(int tier, String name) {
    double top = Double.MAX_VALUE;
    double bottom = 0;
    for (int i = 0; i < choice.assets().size(); i++) {
      Card card = layout.cards().get(i);
      boolean inLayers = !layout.hasGrid() || card.y() < layout.gridTop();
      if (inLayers && DependencyLayout.tier(choice.assets().get(i).kind()) == tier) {
        top = Math.min(top, card.y());
        bottom = Math.max(bottom, card.y() + card.height());
      }
    }
    if (top < bottom) {
      svg.empty("path", "d", Svg.path("M", 20, top, "V", bottom), "class", "edge faint");
      svg.leaf(
          "text",
          name,
          "transform",
          "translate(" + Svg.path(13, (top + bottom) / 2) + ") rotate(-90)",
          "class",
          Lettering.SMALL.css() + " middle muted");
    }
  }

  private void drawRoute(DependencyLayout.Route route) {
    DependencyChoice.Arrow arrow = route.arrow();
    List<DependencyLayout.Point> points = route.points();
    DependencyLayout.Point tip = points.getLast();
    DependencyLayout.Point before = points.get(points.size() - 2);
    double length = Math.max(1, Math.hypot(tip.x() - before.x(), tip.y() - before.y()));
    double dx = (tip.x() - before.x()) / length;
    double dy = (tip.y() - before.y()) / length;
    StringBuilder path = new StringBuilder();
    for (DependencyLayout.Point point : points.subList(0, points.size() - 1)) {
      path.append(path.isEmpty() ? "M " : " L ").append(Svg.path(point.x(), point.y()));
    }
    double baseX = tip.x() - dx * HEAD;
    double baseY = tip.y() - dy * HEAD;
    path.append(" L ").append(Svg.path(baseX, baseY));
    svg.open("g", "class", "arrow").title(words(arrow));
    line(svg, path.toString(), arrow.level(), arrow.redundant());
    svg.empty(
        "path",
        "d",
        Svg.path(
            "M",
            tip.x(),
            tip.y(),
            "L",
            baseX - dy * 4.5,
            baseY + dx * 4.5,
            "L",
            baseX + dy * 4.5,
            baseY - dx * 4.5,
            "Z"),
        "class",
        "head " + Theme.line(arrow.level()));
    for (DependencyLayout.Point joint : route.joints()) {
      svg.empty(
          "circle",
          "cx",
          joint.x(),
          "cy",
          joint.y(),
          "r",
          JOINT,
          "class",
          "head " + Theme.line(arrow.level()));
    }
    svg.close();
  }

  private String words(DependencyChoice.Arrow arrow) {
    return names.say(
        Phrase.MAP_DEPENDS,
        names.asset(choice.assets().get(arrow.from()).id()),
        names.asset(choice.assets().get(arrow.on()).id()),
        names.level(scale, arrow.level()));
  }

  private void drawAsset(Asset asset, Card card) {
    int level = needs.level(asset);
    String reason = needs.first(asset).map(p -> Reasons.of(p, names, scale)).orElse("");
    String words = names.asset(asset.id()) + " (" + names.kind(asset.kind()) + "). " + reason;
    svg.open("g", "class", "asset").title(words.strip());
    card.draw(svg);
    Marks.kind(svg, card.x() + Card.PADDING, card.y() + Card.PADDING + 1, asset.kind());
    double kindLine = card.y() + Card.PADDING + card.strong().size() * Lettering.STRONG.leading();
    double badge = card.right() - Card.PADDING / 2 - Marks.badgeWidth(names.level(scale, level));
    Marks.badge(svg, badge, kindLine, names.level(scale, level), level);
    svg.close();
  }
}
