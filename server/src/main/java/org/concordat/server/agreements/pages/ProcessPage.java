package org.concordat.server.agreements.pages;

import java.time.LocalDate;
import java.util.List;
import org.concordat.server.agreements.ListedAgreement;
import org.concordat.server.agreements.SecurityProcess;
import org.concordat.server.web.PageModel;

/** Whether agreeing itself works: what is due, what waits, what rests on something that changed. */
public record ProcessPage(State now, Labels names) implements PageModel {
  /**
   * What there is to do.
   *
   * @param reviews agreements that are to be looked at again soon, or should have been
   * @param ending agreements whose term ends soon, or is over
   * @param escalated agreements that wait for top management
   * @param making agreements on their way
   * @param again units with a step that needs another look
   * @param without units that have no agreement
   */
  public record State(
      List<ListedAgreement> reviews,
      List<ListedAgreement> ending,
      List<ListedAgreement> escalated,
      List<ListedAgreement> making,
      List<SecurityProcess.OfUnit> again,
      List<SecurityProcess.OfUnit> without,
      LocalDate today) {
    public State {
      reviews = List.copyOf(reviews);
      ending = List.copyOf(ending);
      escalated = List.copyOf(escalated);
      making = List.copyOf(making);
      again = List.copyOf(again);
      without = List.copyOf(without);
    }
  }

  @Override
  public String template() {
    return "agreements/process";
  }
}
