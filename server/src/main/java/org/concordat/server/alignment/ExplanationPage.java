package org.concordat.server.alignment;

import java.time.LocalDate;
import java.util.List;
import org.concordat.core.alignment.Asset;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Why a requirement has its priority.
 *
 * @param of how many requirements there are
 * @param own the part of the score that does not come over dependencies
 * @param paths the best reasons, best first
 * @param units the need of each unit's goals alone
 * @param judgements what people said that breaking it does
 * @param dependents which assets depend on this one
 */
public record ExplanationPage(
    Asset asset,
    String property,
    int rank,
    int of,
    double score,
    double own,
    LevelView level,
    List<PathView> paths,
    List<UnitNeed> units,
    List<Said> judgements,
    List<Asset> dependents)
    implements PageModel {
  public ExplanationPage {
    paths = List.copyOf(paths);
    units = List.copyOf(units);
    judgements = List.copyOf(judgements);
    dependents = List.copyOf(dependents);
  }

  /** How much one unit's goals need it. */
  public record UnitNeed(String id, String name, double score, LevelView level) {}

  /**
   * A judgement.
   *
   * @param factor the name of the factor that is hurt
   */
  public record Said(
      String factor,
      LevelView level,
      @Nullable String by,
      @Nullable LocalDate on,
      @Nullable String because,
      boolean agreed) {}

  @Override
  public String template() {
    return "alignment/explanation";
  }
}
