package org.concordat.server.deciding.pages;

import java.util.List;
import org.concordat.core.alignment.Requirement;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.deciding.Draft;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Two drafts beside today.
 *
 * @param differing how many requirements would stand elsewhere in one than in the other
 * @param rows those that differ most between the two
 */
public record DraftComparisonPage(Draft one, Draft other, int differing, List<Row> rows)
    implements PageModel {
  public DraftComparisonPage {
    rows = List.copyOf(rows);
  }

  /** A requirement today and in both drafts; null where it is not there. */
  public record Row(
      Requirement requirement,
      String name,
      @Nullable Place today,
      @Nullable Place one,
      @Nullable Place other) {}

  /** Where a requirement stands. */
  public record Place(int rank, LevelView level) {}

  @Override
  public String template() {
    return "deciding/comparison";
  }
}
