package org.concordat.server.agreements.pages;

import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.AgreementLine;
import org.concordat.server.web.PageModel;

/**
 * What an offer would come to.
 *
 * @param document the offer as the form has it, with what was there before where the form is wrong
 * @param protection the part of the unit's need that it meets
 * @param hurtUnits the names of the other units that it would hurt
 * @param isUpdate whether it is told in place, with the fields of the changed lines
 * @param changed the lines whose fields are other ones by now, since another service was chosen
 */
public record ForeseenPage(
    Agreement document,
    double protection,
    List<String> hurtUnits,
    FormProblems problems,
    List<AgreementLine> changed,
    boolean isUpdate)
    implements PageModel {
  public ForeseenPage {
    hurtUnits = List.copyOf(hurtUnits);
    changed = List.copyOf(changed);
  }

  /** The same without what is wrong, while somebody still fills the form. */
  ForeseenPage without() {
    return new ForeseenPage(document, protection, hurtUnits, new FormProblems(), changed, isUpdate);
  }

  @Override
  public String template() {
    return "agreements/foreseen";
  }
}
