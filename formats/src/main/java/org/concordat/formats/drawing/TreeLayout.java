package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Where the nodes of a tree stand, in pixels: wholes above their parts, by Eclipse ELK. */
final class TreeLayout {
  static {
    // Teaches ELK its own value types; by hand, so that it holds whatever a jar does to services.
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  /** The compact placement takes seconds with more links than these. */
  private static final int MOST_FOR_SIMPLEX = 200;

  private final Map<String, Card> cards = new HashMap<>();
  private final Map<Link, List<Point>> routes = new HashMap<>();
  private final double width;
  private final double height;

  /** A line from a node down to another one. */
  record Link(String from, String to, boolean isCounter) {}

  record Point(double x, double y) {}

  /**
   * Lays out.
   *
   * @param sized one card for each node, with its size
   * @param links from wholes to parts, from the left to the right
   */
  TreeLayout(Map<String, Card> sized, List<Link> links) {
    ElkNode root = graph(links.size());
    Map<String, ElkNode> nodes = new HashMap<>();
    sized.forEach(
        (id, card) -> {
          ElkNode node = ElkGraphUtil.createNode(root);
          node.setDimensions(card.width(), card.height());
          nodes.put(id, node);
        });
    List<ElkEdge> edges = new ArrayList<>();
    for (Link link : links) {
      edges.add(ElkGraphUtil.createSimpleEdge(nodes.get(link.from()), nodes.get(link.to())));
    }
    new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
    sized.forEach(
        (id, card) -> {
          ElkNode node = nodes.getOrDefault(id, root);
          cards.put(id, card.at(node.getX(), node.getY()));
        });
    for (int i = 0; i < edges.size(); i++) {
      routes.put(links.get(i), route(edges.get(i)));
    }
    width = root.getWidth();
    height = root.getHeight();
  }

  private static ElkNode graph(int links) {
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
    root.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY,
        links <= MOST_FOR_SIMPLEX
            ? NodePlacementStrategy.NETWORK_SIMPLEX
            : NodePlacementStrategy.LINEAR_SEGMENTS);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(4));
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, 16.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 10.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 44.0);
    return root;
  }

  private static List<Point> route(ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().getFirst();
    List<Point> points = new ArrayList<>();
    points.add(new Point(section.getStartX(), section.getStartY()));
    section.getBendPoints().forEach(p -> points.add(new Point(p.getX(), p.getY())));
    points.add(new Point(section.getEndX(), section.getEndY()));
    return points;
  }

  /** The card of a node, in its place. */
  Card card(String id) {
    Card card = cards.get(id);
    if (card == null) {
      throw new IllegalArgumentException("no node '" + id + "' was laid out");
    }
    return card;
  }

  /** The way of a link, from the whole down. */
  List<Point> route(Link link) {
    return routes.getOrDefault(link, List.of());
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }
}
