package org.concordat.formats.drawing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.concordat.core.alignment.attacks.Actor;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.Refinement;
import org.concordat.core.alignment.attacks.StepValues;
import org.concordat.core.alignment.attacks.TreeNode;

/**
 * An attack-defence tree: the attacker's nodes are round, those of the defender have corners, so
 * that no colour has to be seen. A dotted line leads to what counters a node. A countermeasure that
 * is off has a dashed edge; one attack may stand out.
 */
public final class AttackTreePicture {
  /** With more nodes nobody could follow a line. */
  public static final int LARGEST = 400;

  private static final double WIDTH = 168;
  private static final double SIGN = 30;
  private static final int MARKED = 3;

  private final AttackTree tree;
  private final Set<String> on;
  private final Set<String> marked;
  private final Svg svg = new Svg();
  private final List<TreeLayout.Link> links = new ArrayList<>();
  private final TreeLayout layout;

  private AttackTreePicture(AttackTree tree, Set<String> on, Set<String> steps) {
    this.tree = tree;
    this.on = on;
    this.marked = steps;
    Set<String> drawn = new HashSet<>();
    Map<String, Card> cards = new LinkedHashMap<>();
    collect(tree.byId(), tree.root(), drawn, cards);
    this.layout = new TreeLayout(cards, links);
  }

  /**
   * Draws a tree.
   *
   * @param on the countermeasures that are on
   * @param steps of the attack that stands out, or nothing
   * @return a complete SVG document
   */
  public static String draw(AttackTree tree, Set<String> on, Set<String> steps) {
    Picture picture = new Picture("attack-tree", "Attack tree", tree.name(), tree.id());
    if (tree.nodes().size() > LARGEST) {
      return picture.missing(
          "This tree has " + tree.nodes().size() + " nodes.",
          "A picture shows at most " + LARGEST + ". Make trees of its branches to see them.");
    }
    AttackTreePicture drawing = new AttackTreePicture(tree, on, steps);
    drawing.describe(picture);
    return drawing.draw(picture);
  }

  private void collect(
      Map<String, TreeNode> byId, String id, Set<String> drawn, Map<String, Card> cards) {
    TreeNode node = byId.get(id);
    if (node == null || !drawn.add(id)) {
      return;
    }
    cards.put(id, card(node));
    for (String part : node.parts()) {
      links.add(new TreeLayout.Link(id, part, false));
      collect(byId, part, drawn, cards);
    }
    for (String counter : node.counteredBy()) {
      links.add(new TreeLayout.Link(id, counter, true));
      collect(byId, counter, drawn, cards);
    }
  }

  private Card card(TreeNode node) {
    double room = WIDTH - 2 * Card.PADDING - 12;
    List<String> strong = Lettering.STRONG.wrap(name(node), room, 4);
    List<String> small = new ArrayList<>();
    String values = values(node);
    if (!values.isEmpty()) {
      small.addAll(Lettering.SMALL.wrap(values, room, 3));
    }
    double height = Card.height(strong, small) + 6;
    return new Card(0, 0, WIDTH, height, WIDTH / 2, strong, small);
  }

  private static String name(TreeNode node) {
    String name = Names.clean(node.name());
    return name.isEmpty() ? node.id() : name;
  }

  /** What is known of a basic step, in the order cost, probability, skill, time. */
  private String values(TreeNode node) {
    List<String> values = new ArrayList<>();
    switch (node) {
      case TreeNode.AttackStep step -> {
        StepValues known = step.values();
        if (known.cost() != null) {
          values.add(amount(known.cost(), tree.units().cost()));
        }
        if (known.probability() != null) {
          values.add("p " + number(known.probability()));
        }
        if (known.skill() != null) {
          values.add("skill " + known.skill());
        }
        if (known.time() != null) {
          values.add(amount(known.time(), tree.units().time(), "time "));
        }
      }
      case TreeNode.Countermeasure measure -> {
        values.add(on.contains(measure.id()) ? "on" : "off");
        if (measure.cost() != null) {
          values.add(amount(measure.cost(), tree.units().cost()));
        }
      }
      case TreeNode.Gate _ -> {}
    }
    return String.join(", ", values);
  }

  private static String amount(double value, String unit) {
    return amount(value, unit, "cost ");
  }

  private static String amount(double value, String unit, String unlessUnit) {
    String shown = Names.clean(unit);
    return shown.isEmpty() ? unlessUnit + number(value) : number(value) + " " + shown;
  }

  /** Three significant decimals of small numbers, two of others. */
  private static String number(double value) {
    return value != 0 && Math.abs(value) < 0.1
        ? new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString()
        : Svg.number(value);
  }

  private void describe(Picture picture) {
    Map<String, TreeNode> byId = tree.byId();
    TreeNode root = tree.node(tree.root());
    picture.note(
        Names.count(tree.steps().size(), "step", "steps")
            + " of the attacker, "
            + Names.count(tree.countermeasures().size(), "countermeasure", "countermeasures")
            + ", of which "
            + on.size()
            + " on. The goal: "
            + name(root)
            + ".");
    if (!marked.isEmpty()) {
      List<String> steps = new ArrayList<>();
      tree.steps().stream().filter(s -> marked.contains(s.id())).forEach(s -> steps.add(name(s)));
      picture.note("The attack that stands out: " + String.join(", ", steps) + ".");
    }
    for (TreeNode node : tree.nodes()) {
      picture.describe(sentence(byId, node));
    }
    picture.explain(
        (out, x, y) ->
            out.empty(
                "ellipse", "cx", x + 18, "cy", y + 8, "rx", 18, "ry", 8, "class", "box frame"),
        "round: the attacker's");
    picture.explain((out, x, y) -> out.rect(x, y, 36, 16, "box frame"), "corners: the defender's");
    picture.explain(
        (out, x, y) -> line(out, Svg.path("M", x, y + 8, "H", x + 36), "faint", 1.4, "2 3"),
        "dotted: countered by");
    if (!marked.isEmpty()) {
      picture.explain(
          (out, x, y) ->
              line(out, Svg.path("M", x, y + 8, "H", x + 36), Theme.line(MARKED), 3, "none"),
          "heavy: the attack that stands out");
    }
  }

  private static String sentence(Map<String, TreeNode> byId, TreeNode node) {
    StringBuilder words = new StringBuilder(name(node));
    if (node instanceof TreeNode.Gate gate) {
      words
          .append(": ")
          .append(sign(gate.refinement()).toLowerCase(Locale.ROOT))
          .append(" of ")
          .append(names(byId, gate.parts()));
    }
    if (!node.counteredBy().isEmpty()) {
      words.append(", countered by ").append(names(byId, node.counteredBy()));
    }
    return words.append('.').toString();
  }

  private static String names(Map<String, TreeNode> byId, List<String> ids) {
    List<String> names = new ArrayList<>();
    for (String id : ids) {
      TreeNode node = byId.get(id);
      names.add(node == null ? id : name(node));
    }
    return String.join("; ", names);
  }

  private String draw(Picture picture) {
    Set<String> heavy = heavy();
    links.forEach(link -> drawLink(link, heavy));
    for (TreeNode node : tree.nodes()) {
      if (links.isEmpty() || isLaidOut(node.id())) {
        drawNode(node, heavy.contains(node.id()));
      }
    }
    return picture.around(svg, layout.width(), layout.height());
  }

  private boolean isLaidOut(String id) {
    return id.equals(tree.root()) || links.stream().anyMatch(l -> l.to().equals(id));
  }

  /** The marked steps and all that is reached by them alone. */
  private Set<String> heavy() {
    Set<String> heavy = new HashSet<>();
    if (!marked.isEmpty()) {
      Map<String, TreeNode> byId = tree.byId();
      tree.nodes().forEach(node -> isReached(byId, node, heavy));
    }
    return heavy;
  }

  private boolean isReached(Map<String, TreeNode> byId, TreeNode node, Set<String> heavy) {
    if (heavy.contains(node.id())) {
      return true;
    }
    boolean isReached =
        switch (node) {
          case TreeNode.AttackStep step -> marked.contains(step.id());
          case TreeNode.Countermeasure _ -> false;
          case TreeNode.Gate gate when gate.actor() == Actor.DEFENDER -> false;
          case TreeNode.Gate gate when gate.refinement() == Refinement.OR ->
              gate.parts().stream()
                  .map(byId::get)
                  .anyMatch(p -> p != null && isReached(byId, p, heavy));
          case TreeNode.Gate gate ->
              gate.parts().stream()
                  .map(byId::get)
                  .allMatch(p -> p != null && isReached(byId, p, heavy));
        };
    if (isReached) {
      heavy.add(node.id());
    }
    return isReached;
  }

  private void drawLink(TreeLayout.Link link, Set<String> heavy) {
    StringBuilder path = new StringBuilder();
    for (TreeLayout.Point point : layout.route(link)) {
      path.append(path.isEmpty() ? "M " : " L ").append(Svg.path(point.x(), point.y()));
    }
    boolean isHeavy = !link.isCounter() && heavy.contains(link.from()) && heavy.contains(link.to());
    line(
        svg,
        path.toString(),
        isHeavy ? Theme.line(MARKED) : "faint",
        isHeavy ? 3 : 1.4,
        link.isCounter() ? "2 3" : "none");
  }

  private static void line(Svg out, String path, String look, double width, String dashes) {
    out.empty(
        "path",
        "d",
        path,
        "class",
        "edge " + look,
        "stroke-width",
        width,
        "stroke-dasharray",
        dashes);
  }

  private void drawNode(TreeNode node, boolean isHeavy) {
    Card card = layout.card(node.id());
    String values = values(node);
    svg.open("g", "class", "node").title(name(node) + (values.isEmpty() ? "" : ": " + values));
    drawShape(node, card);
    if (isHeavy) {
      outline(node, card);
    }
    double line = card.y() + (card.height() - Card.height(card.strong(), card.small())) / 2;
    line += Card.PADDING;
    for (String text : card.strong()) {
      line += Lettering.STRONG.leading();
      svg.text(card.x() + card.indent(), line - 4, Lettering.STRONG, "middle text", text);
    }
    for (String text : card.small()) {
      line += Lettering.SMALL.leading();
      svg.text(card.x() + card.indent(), line - 3, Lettering.SMALL, "middle muted", text);
    }
    if (node instanceof TreeNode.Gate gate) {
      drawSign(card, gate);
    }
    svg.close();
  }

  private void drawShape(TreeNode node, Card card) {
    boolean isOff = node instanceof TreeNode.Countermeasure m && !on.contains(m.id());
    svg.empty(
        "rect",
        "x",
        card.x(),
        "y",
        card.y(),
        "width",
        card.width(),
        "height",
        card.height(),
        "rx",
        node.actor() == Actor.ATTACKER ? card.height() / 2 : 0,
        "class",
        "box frame",
        "stroke-dasharray",
        isOff ? "5 4" : "none");
  }

  private void outline(TreeNode node, Card card) {
    double round = node.actor() == Actor.ATTACKER ? card.height() / 2 : 0;
    double left = card.x() + round;
    double right = card.right() - round;
    double bottom = card.y() + card.height();
    line(
        svg,
        Svg.path(
            "M", left, card.y(), "H", right, "A", round, round, 0, 0, 1, right, bottom, "H", left,
            "A", round, round, 0, 0, 1, left, card.y(), "Z"),
        Theme.line(MARKED),
        2.6,
        "none");
  }

  private void drawSign(Card card, TreeNode.Gate gate) {
    String sign = sign(gate.refinement());
    double width = Math.max(SIGN, Lettering.SMALL.width(sign) + 10);
    double x = card.x() + card.indent() - width / 2;
    double y = card.y() + card.height() - 7;
    svg.rect(x, y, width, 16, "frame badge " + Theme.area(0));
    svg.text(x + width / 2, y + 12, Lettering.SMALL, "middle text", sign);
  }

  private static String sign(Refinement refinement) {
    return switch (refinement) {
      case OR -> "ONE";
      case AND -> "ALL";
      case SAND -> "IN ORDER";
    };
  }
}
