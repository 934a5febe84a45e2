package org.concordat.server.alignment;

import java.util.List;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * The officer's six questions, answered from what the model holds.
 *
 * @param organisation its name
 * @param figures what the answers stand on
 * @param top the first requirements, with their reasons
 * @param steps the first steps, until all are done
 */
public record HomePage(String organisation, Figures figures, List<RankedRow> top, List<Step> steps)
    implements PageModel {
  public HomePage {
    top = List.copyOf(top);
    steps = List.copyOf(steps);
  }

  /**
   * Counts.
   *
   * @param needed requirements that some goal needs
   * @param onTop requirements with the highest need that any has
   * @param deafGoals goals that no kind of damage is said to hurt
   * @param judgedByMany links that several people judged
   * @param differing those of them whose judges differ
   * @param judgements all judgements
   * @param attributed those that say who judged and when
   * @param unratedAssets assets without an impact of their own
   * @param strayAssets assets of no unit
   */
  public record Figures(
      int assets,
      int requirements,
      int needed,
      int onTop,
      int deafGoals,
      int units,
      int goals,
      int factors,
      int judgements,
      int judgedByMany,
      int differing,
      int attributed,
      int unratedAssets,
      int strayAssets) {}

  /**
   * A step of the first five minutes.
   *
   * @param key the key of its text
   * @param link where it is done
   */
  public record Step(String key, String link, boolean done) {}

  /** The highest level that any requirement has, or null when none is needed. */
  public @Nullable LevelView topLevel() {
    return top.isEmpty() ? null : top.getFirst().level();
  }

  /** Whether there is something to prioritise. */
  public boolean ready() {
    return steps.stream().allMatch(Step::done);
  }

  @Override
  public String template() {
    return "alignment/home";
  }
}
