package org.concordat.server.alignment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.concordat.core.alignment.Asset;
import org.concordat.core.findings.Finding;
import org.concordat.server.trail.history.PastModels.Comparison;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * What a change of many assets would do, before it is done.
 *
 * @param fields the form once more
 * @param tag of the assets as they are now
 * @param assets how many are meant
 * @param changed how many of them would become others, or go
 * @param removal whether they would go
 * @param along how many dependencies, judgements and origins would go with them
 * @param samples some of them, as they are and as they would be
 * @param moved the priorities that would move, or null when that was not reckoned
 * @param findings what forbids it
 * @param again whether the assets are others than the reader has seen
 */
public record BulkPage(
    Map<String, List<String>> fields,
    String tag,
    int assets,
    int changed,
    boolean removal,
    int along,
    List<Sample> samples,
    @Nullable Comparison moved,
    List<Finding> findings,
    boolean again)
    implements PageModel {
  public BulkPage {
    samples = List.copyOf(samples);
    findings = List.copyOf(findings);
  }

  /**
   * An asset before and after.
   *
   * @param after null when it would go
   */
  public record Sample(
      Asset before,
      @Nullable Asset after,
      @Nullable String unitBefore,
      @Nullable String unitAfter) {
    public boolean kindMoves() {
      return after != null && after.kind() != before.kind();
    }

    public boolean unitMoves() {
      return after != null && !Objects.equals(unitBefore, unitAfter);
    }

    /** The properties that the asset has now and would not have. */
    public List<String> dropped() {
      return after == null
          ? List.of()
          : before.properties().stream().filter(p -> !after.properties().contains(p)).toList();
    }

    /** The properties that the asset would have and has not now. */
    public List<String> added() {
      return after == null
          ? List.of()
          : after.properties().stream().filter(p -> !before.properties().contains(p)).toList();
    }
  }

  @Override
  public String template() {
    return "alignment/bulk";
  }
}
