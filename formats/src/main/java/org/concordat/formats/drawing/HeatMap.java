package org.concordat.formats.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;

/** The heat map: how much of each property each asset is needed, asset by property. */
public final class HeatMap {
  /** So many assets stay readable. */
  public static final int DEFAULT_LIMIT = 60;

  /** So many properties find room side by side. */
  static final int MOST_PROPERTIES = 16;

  private static final double NAME_WIDTH = 290;
  private static final double CELL_WIDTH = 108;
  private static final double REASON_WIDTH = 380;
  private static final double LEAST_HEIGHT = 34;
  private static final double HEADER = 44;
  private static final double UNIT_HEIGHT = 40;
  private static final double GAP = 4;
  private static final double ICON = 24;

  /** Which rows a heat map has. */
  public enum Rows {
    /** All assets in one list, the most needed first. */
    TOGETHER,
    /** The same unit by unit, assets without a unit last. */
    BY_UNIT
  }

  private final Workspace workspace;
  private final ImpactScale scale;
  private final Names names;
  private final AssetNeeds needs;
  private final List<String> properties;
  private final Svg svg = new Svg();

  private HeatMap(Workspace workspace, Names names, AssetNeeds needs, List<String> properties) {
    this.workspace = workspace;
    this.scale = workspace.scale();
    this.names = names;
    this.needs = needs;
    this.properties = properties;
  }

  /** Draws all assets together: {@link #draw(Workspace, List, int, Rows)}. */
  public static String draw(Workspace workspace, List<Priority> ranked, int limit) {
    return draw(workspace, ranked, limit, Rows.TOGETHER);
  }

  /**
   * Draws the assets that are needed most.
   *
   * @param ranked the priorities of all requirements, by rank; a property that is not among them
   *     shows as if the asset did not have it
   * @param limit how many assets to draw at most, 1 or more; the picture counts the rest
   * @return a complete SVG document
   * @throws IllegalArgumentException when the limit is below 1
   */
  public static String draw(Workspace workspace, List<Priority> ranked, int limit, Rows rows) {
    return draw(workspace, ranked, limit, rows, Wording.ENGLISH);
  }

  /** The same in another language. */
  public static String draw(
      Workspace workspace, List<Priority> ranked, int limit, Rows rows, Wording wording) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: " + limit + " is below 1");
    }
    Picture picture = new Picture("heatmap", Phrase.HEAT, workspace, wording);
    if (ranked.isEmpty()) {
      return picture.missing(
          wording.say(Phrase.HEAT_NO_ASSETS), wording.say(Phrase.HEAT_ADD_ASSETS));
    }
    if (ranked.stream().allMatch(p -> p.score() == 0)) {
      return picture.missing(wording.say(Phrase.HEAT_NO_NEED), wording.say(Phrase.HEAT_ADD_NEED));
    }
    AssetNeeds needs = new AssetNeeds(workspace, ranked);
    List<Asset> assets = needs.assets().stream().filter(a -> needs.first(a).isPresent()).toList();
    List<Asset> shown = assets.subList(0, Math.min(limit, assets.size()));
    List<String> all = properties(shown);
    List<String> properties = all.subList(0, Math.min(MOST_PROPERTIES, all.size()));
    HeatMap map = new HeatMap(workspace, new Names(workspace, wording), needs, properties);
    map.describe(picture, ranked, shown.size(), assets.size(), all.size());
    return map.draw(picture, shown, rows);
  }

  /** The properties of the assets: known ones in their usual order, then the others. */
  private static List<String> properties(List<Asset> assets) {
    Set<String> had = new LinkedHashSet<>();
    assets.forEach(a -> had.addAll(a.properties()));
    Set<String> ordered = new LinkedHashSet<>(SecurityProperty.KNOWN);
    ordered.addAll(had);
    ordered.retainAll(had);
    return List.copyOf(ordered);
  }

  private void describe(
      Picture picture, List<Priority> ranked, int shown, int assets, int allProperties) {
    picture.note(names.say(Phrase.HEAT_COUNTS, shown, properties.size()));
    Reasons.describe(picture, ranked, names, scale);
    if (assets > shown) {
      picture.note(names.say(Phrase.WANT_OF_ROOM, names.say(Phrase.HEAT_LESS, assets - shown)));
    }
    if (allProperties > properties.size()) {
      picture.note(
          names.say(
              Phrase.WANT_OF_ROOM,
              names.say(Phrase.PROPERTIES, allProperties - properties.size())));
    }
    picture.explainLevels(this::sample);
    picture.explain(
        (out, x, y) -> sample(out, x, y, 0),
        names.say(Phrase.HEAT_UNNEEDED, names.level(scale, 0)));
    picture.explain(
        (out, x, y) -> out.text(x + 18, y + 12, Lettering.BODY, "middle muted", "\u2013"),
        names.say(Phrase.HEAT_NOT_HAD));
  }

  private void sample(Svg out, double x, double y, int level) {
    cell(out, x, y, 36, 16, level);
  }

  private static void cell(Svg out, double x, double y, double width, double height, int level) {
    out.rect(x, y, width, height, "frame cell " + Theme.area(level));
  }

  private String draw(Picture picture, List<Asset> assets, Rows rows) {
    double y = drawHeader();
    switch (rows) {
      case TOGETHER -> y = drawRows(assets, y);
      case BY_UNIT -> {
        Map<String, String> units = new LinkedHashMap<>();
        workspace.units().forEach(u -> units.putIfAbsent(u.id(), Names.unit(u)));
        for (Map.Entry<String, List<Asset>> group : byUnit(assets).entrySet()) {
          String name = units.getOrDefault(group.getKey(), group.getKey());
          y = drawUnit(name.isEmpty() ? names.say(Phrase.HEAT_NO_UNIT) : name, y);
          y = drawRows(group.getValue(), y);
        }
      }
    }
    return picture.around(svg, reasonX() + REASON_WIDTH, y);
  }

  /** Unit by unit, in the order of their most needed assets; without a unit comes last. */
  private static Map<String, List<Asset>> byUnit(List<Asset> assets) {
    Map<String, List<Asset>> groups = new LinkedHashMap<>();
    List<Asset> alone = new ArrayList<>();
    for (Asset asset : assets) {
      String unit = asset.unit();
      (unit == null ? alone : groups.computeIfAbsent(unit, u -> new ArrayList<>())).add(asset);
    }
    if (!alone.isEmpty()) {
      groups.put("", alone);
    }
    return groups;
  }

  private double reasonX() {
    return NAME_WIDTH + properties.size() * CELL_WIDTH + 12;
  }

  private double drawHeader() {
    double base = HEADER - 12;
    svg.text(0, base, Lettering.BODY, "muted", names.say(Phrase.HEAT_ASSET));
    for (int i = 0; i < properties.size(); i++) {
      String name = names.property(properties.get(i));
      List<String> lines = Lettering.SMALL.wrap(name, CELL_WIDTH - 6, 2);
      double y = base - (lines.size() - 1) * Lettering.SMALL.leading();
      svg.open("g", "class", "property").title(name);
      for (String line : lines) {
        svg.text(cellX(i) + CELL_WIDTH / 2, y, Lettering.SMALL, "middle text", line);
        y += Lettering.SMALL.leading();
      }
      svg.close();
    }
    svg.text(reasonX(), base, Lettering.BODY, "muted", names.say(Phrase.HEAT_WHY));
    return HEADER;
  }

  private static double cellX(int column) {
    return NAME_WIDTH + column * CELL_WIDTH;
  }

  private double drawUnit(String name, double y) {
    String shown = Lettering.STRONG.cut(name, reasonX() + REASON_WIDTH);
    svg.open("g", "class", "unit").title(name);
    svg.text(0, y + UNIT_HEIGHT - 12, Lettering.STRONG, "text", shown);
    svg.close();
    return y + UNIT_HEIGHT;
  }

  private double drawRows(List<Asset> assets, double top) {
    double y = top;
    for (Asset asset : assets) {
      y += drawRow(asset, y) + GAP;
    }
    return y;
  }

  private double drawRow(Asset asset, double y) {
    List<String> name =
        Lettering.STRONG.wrap(names.asset(asset.id()), NAME_WIDTH - ICON - Card.PADDING, 2);
    String because = reason(asset);
    List<String> reason = Lettering.SMALL.wrap(because, REASON_WIDTH, 2);
    double height =
        Math.max(
            LEAST_HEIGHT,
            Math.max(
                    name.size() * Lettering.STRONG.leading(),
                    reason.size() * Lettering.SMALL.leading())
                + 4);
    svg.open("g", "class", "asset")
        .title(names.asset(asset.id()) + " (" + names.kind(asset.kind()) + ")");
    Marks.kind(svg, 0, y + height / 2 - 8, asset.kind());
    lines(name, ICON, y + height / 2, Lettering.STRONG, "text");
    svg.close();
    for (int i = 0; i < properties.size(); i++) {
      drawCell(asset, properties.get(i), cellX(i), y, height);
    }
    svg.open("g", "class", "reason").title(because);
    lines(reason, reasonX(), y + height / 2, Lettering.SMALL, "text");
    svg.close();
    return height;
  }

  /** Lines of text around a middle. */
  private void lines(
      List<String> lines, double x, double middle, Lettering lettering, String look) {
    double y = middle - lines.size() * lettering.leading() / 2 - 4;
    for (String line : lines) {
      y += lettering.leading();
      svg.text(x, y, lettering, look, line);
    }
  }

  private String reason(Asset asset) {
    return needs
        .first(asset)
        .flatMap(p -> p.rationale().stream().findFirst())
        .map(names::reason)
        .orElse("");
  }

  private void drawCell(Asset asset, String property, double x, double y, double height) {
    double width = CELL_WIDTH - GAP;
    double base = y + height / 2 + 4;
    Optional<Priority> need = needs.of(asset, property);
    if (need.isEmpty()) {
      svg.text(x + width / 2, base, Lettering.BODY, "middle muted", "\u2013");
      return;
    }
    int level = scale.shownNumber(need.get().score());
    svg.open("g", "class", "need").title(Reasons.of(need.get(), names, scale));
    cell(svg, x, y, width, height, level);
    String name = Lettering.SMALL.cut(names.level(scale, level), width - 8);
    svg.text(x + width / 2, base, Lettering.SMALL, "middle " + Theme.onArea(level), name);
    svg.close();
  }
}
