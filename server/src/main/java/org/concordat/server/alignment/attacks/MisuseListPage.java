package org.concordat.server.alignment.attacks;

import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Requirement;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.PageModel;

/**
 * The misuse cases of an organisation, or of one requirement.
 *
 * @param asset of the requirement that is asked about, or nothing
 * @param property likewise
 * @param requirement the name of the requirement that is asked about, or nothing
 * @param choices the assets of the requirements that a new case may violate, by the ids of these
 */
public record MisuseListPage(
    String asset,
    String property,
    String requirement,
    List<Row> rows,
    Map<String, String> choices,
    boolean edits)
    implements PageModel {
  /** The property of a requirement to choose. */
  public static String property(String requirement) {
    return Requirement.parse(requirement).orElseThrow().property();
  }

  public MisuseListPage {
    rows = List.copyOf(rows);
  }

  /**
   * One case.
   *
   * @param assetName of the asset; its id when it is gone
   * @param level of the requirement's priority
   */
  public record Row(
      String id,
      String name,
      String asset,
      String assetName,
      String property,
      boolean isThere,
      LevelView level,
      String who,
      int nodes) {}

  @Override
  public String template() {
    return "attacks/misuse_list";
  }
}
