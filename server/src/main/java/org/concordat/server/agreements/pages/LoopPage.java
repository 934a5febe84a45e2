package org.concordat.server.agreements.pages;

import java.util.List;
import org.concordat.server.web.PageModel;

/**
 * The loop with its four arrows, each with what matters of it now.
 *
 * @param carriers how many IT assets carry something that is agreed
 */
public record LoopPage(
    Units units,
    int carriers,
    List<ProviderPage.Kept> kept,
    ProcessPage.State process,
    Labels names)
    implements PageModel {
  public LoopPage {
    kept = List.copyOf(kept);
  }

  /** How many steps of all units are done, need another look, and are there in all. */
  public record Units(int done, int again, int all) {}

  public int met() {
    return kept.stream().mapToInt(ProviderPage.Kept::met).sum();
  }

  public int breached() {
    return kept.stream().mapToInt(ProviderPage.Kept::breached).sum();
  }

  public int unknown() {
    return kept.stream().mapToInt(ProviderPage.Kept::unknown).sum();
  }

  @Override
  public String template() {
    return "agreements/loop";
  }
}
