package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.AssetKind;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where everything stands in a dependency map, in pixels: assets with dependencies in layers by
 * Eclipse ELK, the others in a grid beneath.
 */
final class DependencyLayout {
  static final double CARD_WIDTH = 196;

  /** Room on the left for the names of the tiers. */
  static final double GUTTER = 34;

  /** Layers hold so many assets at least, however few there are in all. */
  private static final int FEWEST_SIDE_BY_SIDE = 6;

  /** The compact placement takes seconds with more arrows than these. */
  private static final int MOST_FOR_SIMPLEX = 200;

  private static final double GRID_GAP = 14;
  private static final double GRID_WIDTH = 1080;
  private static final double GRID_HEADING = 44;

  static {
    // Teaches ELK its own value types; by hand, so that it holds whatever a jar does to services.
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  private final List<Card> cards;
  private final List<Route> routes = new ArrayList<>();
  private double width;
  private double height;
  private double gridTop = Double.NaN;

  /**
   * The way of an arrow.
   *
   * @param points from its start to its tip
   * @param joints where it joins others that lead to the same asset
   */
  record Route(DependencyChoice.Arrow arrow, List<Point> points, List<Point> joints) {}

  record Point(double x, double y) {}

  /**
   * Lays out.
   *
   * @param sized one card for each asset, with its size
   */
  DependencyLayout(DependencyChoice choice, List<Card> sized) {
    this.cards = new ArrayList<>(sized);
    boolean[] connected = new boolean[sized.size()];
    for (DependencyChoice.Arrow arrow : choice.arrows()) {
      connected[arrow.from()] = true;
      connected[arrow.on()] = true;
    }
    if (!choice.arrows().isEmpty()) {
      layOutLayers(choice, connected);
    }
    layOutGrid(connected);
  }

  List<Card> cards() {
    return cards;
  }

  List<Route> routes() {
    return routes;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  /** Whether there is a grid of assets without dependencies. */
  boolean hasGrid() {
    return !Double.isNaN(gridTop);
  }

  /** Where the heading of the grid begins. */
  double gridTop() {
    return gridTop;
  }

  /** The business tier is 0, the tier of information and technology that it stands on is 1. */
  static int tier(AssetKind kind) {
    return switch (kind) {
      case PROCESS, PEOPLE, SERVICE -> 0;
      case INFORMATION, TECHNICAL -> 1;
    };
  }

  private void layOutLayers(DependencyChoice choice, boolean[] connected) {
    ElkNode root = graph(choice);
    List<ElkNode> nodes = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      ElkNode node = ElkGraphUtil.createNode(connected[i] ? root : null);
      node.setDimensions(cards.get(i).width(), cards.get(i).height());
      node.setProperty(LayeredOptions.PARTITIONING_PARTITION, tier(choice.assets().get(i).kind()));
      nodes.add(node);
    }
    // All arrows to an asset enter by one port and may join on their way. Were they to leave by
    // one port too, four assets could join into one line that states dependencies nobody declared.
    Map<Integer, ElkPort> entrances = new HashMap<>();
    List<ElkEdge> edges = new ArrayList<>();
    for (DependencyChoice.Arrow arrow : choice.arrows()) {
      ElkPort entrance =
          entrances.computeIfAbsent(arrow.on(), on -> ElkGraphUtil.createPort(nodes.get(on)));
      edges.add(ElkGraphUtil.createSimpleEdge(nodes.get(arrow.from()), entrance));
    }
    new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
    for (int i = 0; i < nodes.size(); i++) {
      if (connected[i]) {
        ElkNode node = nodes.get(i);
        cards.set(i, cards.get(i).at(GUTTER + node.getX(), node.getY()));
      }
    }
    for (int i = 0; i < edges.size(); i++) {
      routes.add(route(choice.arrows().get(i), edges.get(i)));
    }
    width = GUTTER + root.getWidth();
    height = root.getHeight();
  }

  private static ElkNode graph(DependencyChoice choice) {
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.PARTITIONING_ACTIVATE, true);
    // Side by side, parts that do not hang together would each have tiers of their own.
    root.setProperty(LayeredOptions.SEPARATE_CONNECTED_COMPONENTS, false);
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.COFFMAN_GRAHAM);
    int widest = Math.max(FEWEST_SIDE_BY_SIDE, (int) Math.sqrt(choice.assets().size()));
    root.setProperty(LayeredOptions.LAYERING_COFFMAN_GRAHAM_LAYER_BOUND, widest);
    root.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY,
        choice.arrows().size() <= MOST_FOR_SIMPLEX
            ? NodePlacementStrategy.NETWORK_SIMPLEX
            : NodePlacementStrategy.LINEAR_SEGMENTS);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(4));
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, 18.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 12.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 9.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 32.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 8.0);
    return root;
  }

  private static Route route(DependencyChoice.Arrow arrow, ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().getFirst();
    List<Point> points = new ArrayList<>();
    points.add(point(section.getStartX(), section.getStartY()));
    section.getBendPoints().forEach(p -> points.add(point(p.getX(), p.getY())));
    points.add(point(section.getEndX(), section.getEndY()));
    List<Point> joints =
        edge.getProperty(LayeredOptions.JUNCTION_POINTS).stream()
            .map(p -> point(p.x, p.y))
            .toList();
    return new Route(arrow, points, joints);
  }

  private static Point point(double x, double y) {
    return new Point(GUTTER + x, y);
  }

  private void layOutGrid(boolean[] connected) {
    double x = GUTTER;
    double rowHeight = 0;
    double right = Math.max(width, GUTTER + GRID_WIDTH);
    for (int i = 0; i < cards.size(); i++) {
      if (connected[i]) {
        continue;
      }
      if (!hasGrid()) {
        gridTop = height;
        height += GRID_HEADING;
      }
      if (x + CARD_WIDTH > right) {
        x = GUTTER;
        height += rowHeight + GRID_GAP;
        rowHeight = 0;
      }
      cards.set(i, cards.get(i).at(x, height));
      width = Math.max(width, x + CARD_WIDTH);
      rowHeight = Math.max(rowHeight, cards.get(i).height());
      x += CARD_WIDTH + GRID_GAP;
    }
    height += rowHeight;
  }
}
