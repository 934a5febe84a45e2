package org.concordat.server.standards.pages;

import java.util.List;
import java.util.Map;
import org.concordat.core.alignment.Unit;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;
import org.concordat.core.standards.programme.ProgrammeEntry.ObligationKind;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * One obligation and the controls that it leads to.
 *
 * @param tag of the obligation, without its controls
 * @param catalogues the titles of the catalogues whose controls can be added, by their ids
 */
public record ObligationPage(
    Obligation obligation,
    String tag,
    List<Row> rows,
    List<Unit> units,
    Map<String, String> catalogues,
    boolean edits)
    implements PageModel {
  public ObligationPage {
    rows = List.copyOf(rows);
    units = List.copyOf(units);
  }

  /**
   * A control that the obligation leads to.
   *
   * @param because why, or null
   * @param degree how far it is covered, in small letters; null when the library has no such
   *     control
   * @param proof what covers it, or null
   */
  public record Row(
      ControlView control,
      @Nullable String because,
      @Nullable String degree,
      @Nullable ProofView proof,
      String tag) {}

  public ObligationKind[] kinds() {
    return ObligationKind.values();
  }

  @Override
  public String template() {
    return "standards/obligation";
  }
}
