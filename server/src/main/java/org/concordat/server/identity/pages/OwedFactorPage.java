package org.concordat.server.identity.pages;

import java.util.List;
import org.concordat.server.web.PageModel;

/**
 * Asks for the second factor that a role needs, before anything else.
 *
 * @param changeable whether the sign-in is fresh enough to make one
 */
public record OwedFactorPage(boolean changeable) implements PageModel {
  /** What there is: nothing, but the password that was just given. */
  public AccountPage.Entrance entrance() {
    return new AccountPage.Entrance(true, false, List.of(), 0, changeable);
  }

  @Override
  public String template() {
    return "identity/owed_factor";
  }
}
