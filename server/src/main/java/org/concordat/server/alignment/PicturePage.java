package org.concordat.server.alignment;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.concordat.core.alignment.Unit;
import org.concordat.server.web.PageModel;

/**
 * A picture.
 *
 * @param by the unit whose goals alone count, or nothing for all
 * @param most how many things it shows at the most
 * @param full whether it is shown in its full size, not fitted into the page
 * @param empty whether there is nothing to draw yet
 * @param properties the columns of the heat map
 * @param heat the heat map as a table whose cells open their reasons; empty for other pictures
 */
public record PicturePage(
    Picture picture,
    String by,
    int most,
    boolean full,
    boolean empty,
    List<Unit> units,
    List<String> properties,
    List<HeatRow> heat)
    implements PageModel {
  public PicturePage {
    units = List.copyOf(units);
    properties = List.copyOf(properties);
    heat = List.copyOf(heat);
  }

  /**
   * An asset of the heat map.
   *
   * @param cells one for each property, in their order
   */
  public record HeatRow(String asset, String name, List<HeatCell> cells) {
    public HeatRow {
      cells = List.copyOf(cells);
    }
  }

  /**
   * The need of a property.
   *
   * @param there whether the asset has the property
   */
  public record HeatCell(String property, boolean there, LevelView level) {}

  /** The picture's name in addresses and keys. */
  public String word() {
    return picture.word();
  }

  /** The address of the picture alone. */
  public String file() {
    return "/pictures/"
        + word()
        + ".svg?most="
        + most
        + (by.isEmpty() ? "" : "&by=" + URLEncoder.encode(by, StandardCharsets.UTF_8));
  }

  @Override
  public String template() {
    return "alignment/picture";
  }
}
