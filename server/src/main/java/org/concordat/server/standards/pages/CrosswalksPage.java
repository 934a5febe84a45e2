package org.concordat.server.standards.pages;

import java.util.List;
import java.util.Map;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * The crosswalks that ship and the organisation's own.
 *
 * @param catalogues the titles of all catalogues by their ids
 * @param edits whether the reader may change them
 */
public record CrosswalksPage(List<Row> rows, Map<String, String> catalogues, boolean edits)
    implements PageModel {
  public CrosswalksPage {
    rows = List.copyOf(rows);
  }

  /**
   * A crosswalk.
   *
   * @param source the source catalogue's title
   * @param target the target catalogue's title
   * @param own whether it is the organisation's own
   * @param used whether conclusions are drawn from it
   */
  public record Row(
      String id,
      String source,
      String target,
      @Nullable String publisher,
      @Nullable String licence,
      int mappings,
      boolean own,
      boolean used) {}

  @Override
  public String template() {
    return "standards/crosswalks";
  }
}
