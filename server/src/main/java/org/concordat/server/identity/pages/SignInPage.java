package org.concordat.server.identity.pages;

import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Asks who somebody is.
 *
 * @param then where they want to go
 * @param organisation the id of the organisation that they came to, or null when there is one alone
 *     or none was named
 * @param asksOrganisation whether they have to say which organisation they belong to
 * @param typed what they typed for it
 * @param signOn the id of the organisation when its people may sign in elsewhere, or null
 * @param problem the key of the text that says why it did not work, or null
 * @param seconds how long to wait before the next try
 */
public record SignInPage(
    String then,
    String email,
    @Nullable String organisation,
    boolean asksOrganisation,
    String typed,
    @Nullable String signOn,
    @Nullable String problem,
    long seconds)
    implements PageModel {
  @Override
  public String template() {
    return "identity/sign_in";
  }

  @Override
  public int status() {
    return problem == null ? 200 : seconds > 0 ? 429 : 401;
  }
}
