package org.concordat.server.identity.pages;

import java.util.List;
import org.concordat.core.alignment.Unit;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.pages.PeoplePage.PersonalLink;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * One person, for whoever looks after people.
 *
 * @param secondFactor whether there is one
 * @param owesFactor whether a role needs one and there is none
 * @param units the units that roles of units are held for
 * @param link a link to a new password that was just made, or null
 * @param problem the key of the text that says what is wrong, or null
 */
public record PersonPage(
    Accounts.Listed person,
    boolean secondFactor,
    boolean owesFactor,
    List<Unit> units,
    @Nullable PersonalLink link,
    @Nullable String problem)
    implements PageModel {
  public PersonPage {
    units = List.copyOf(units);
  }

  @Override
  public String template() {
    return "identity/person";
  }

  @Override
  public int status() {
    return problem == null ? 200 : 422;
  }
}
