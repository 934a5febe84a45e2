package org.concordat.server.alignment.attacks;

import org.concordat.core.alignment.attacks.MisuseCase;
import org.concordat.server.alignment.LevelView;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * One misuse case with its tree.
 *
 * @param tag of the case as it is shown
 * @param assetName of the asset; its id when it is gone
 * @param isThere whether the requirement is still in the model
 * @param level of the requirement's priority
 * @param view of the tree; null when there is none yet
 */
public record MisusePage(
    MisuseCase misuse,
    String tag,
    String assetName,
    boolean isThere,
    LevelView level,
    boolean edits,
    @Nullable TreeView view)
    implements PageModel {
  @Override
  public String template() {
    return "attacks/misuse";
  }

  @Override
  public @Nullable String fragment(String target) {
    return switch (target) {
      case "tree" -> "attacks/tree_part";
      case "evaluation" -> "attacks/evaluation_part";
      default -> null;
    };
  }
}
