package org.concordat.server.agreements.pages;

import java.util.List;
import org.concordat.core.agreements.Money;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.server.agreements.ListedAgreement;
import org.concordat.server.web.PageModel;

/** Whether those who supply keep what is agreed. */
public record ProviderPage(List<Kept> kept, Labels names) implements PageModel {
  public ProviderPage {
    kept = List.copyOf(kept);
  }

  /**
   * How an agreement in force is kept.
   *
   * @param met how many targets are met in their latest window
   * @param unknown how many have too few records in it
   * @param atRisk how many are likely to be breached before their window ends
   * @param credits what is due so far
   * @param lessons how many targets should change
   * @param concerns the targets that are breached in their latest window, or likely will be
   */
  public record Kept(
      ListedAgreement agreement,
      String unitName,
      int met,
      int breached,
      int unknown,
      int atRisk,
      Money credits,
      int lessons,
      List<TargetEvaluation> concerns) {
    public Kept {
      concerns = List.copyOf(concerns);
    }
  }

  /** The agreements with targets that somebody should look at. */
  public List<Kept> worrying() {
    return kept.stream().filter(each -> !each.concerns().isEmpty()).toList();
  }

  @Override
  public String template() {
    return "agreements/provider";
  }
}
