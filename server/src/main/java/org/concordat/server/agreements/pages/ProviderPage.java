package org.concordat.server.agreements.pages;

import java.util.List;
import org.concordat.core.agreements.Money;
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
   */
  public record Kept(
      ListedAgreement agreement,
      String unitName,
      int met,
      int breached,
      int unknown,
      int atRisk,
      Money credits,
      int lessons) {}

  @Override
  public String template() {
    return "agreements/provider";
  }
}
