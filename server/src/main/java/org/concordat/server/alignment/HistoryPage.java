package org.concordat.server.alignment;

import java.time.Instant;
import java.util.List;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what.
 *
 * @param subject the entry whose history it is, or null for all actions
 * @param next the number before which earlier actions stand, or 0 when these are all
 */
public record HistoryPage(@Nullable String subject, List<Row> rows, long next)
    implements PageModel {
  public HistoryPage {
    rows = List.copyOf(rows);
  }

  /**
   * An action.
   *
   * @param by who, for people
   * @param sentences what changed; only some of many
   * @param entries how many rows changed
   */
  public record Row(
      String change,
      Instant at,
      String by,
      @Nullable String reason,
      List<String> sentences,
      long entries) {
    public Row {
      sentences = List.copyOf(sentences);
    }
  }

  @Override
  public String template() {
    return "alignment/history";
  }
}
