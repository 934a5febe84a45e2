package org.concordat.server.identity.pages;

import org.concordat.server.identity.accounts.Links.Purpose;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody in who holds a one-time link.
 *
 * @param link the link's secret, for the form
 * @param purpose what it is for, or null when it works no more
 * @param email the address that it was made for, or what was typed
 * @param fixedEmail whether the address is not to choose
 * @param problem the key of the text that says what is wrong, or null
 */
public record WelcomePage(
    String link,
    @Nullable Purpose purpose,
    String email,
    boolean fixedEmail,
    String name,
    @Nullable String problem)
    implements PageModel {
  @Override
  public String template() {
    return "identity/welcome";
  }

  @Override
  public int status() {
    return purpose == null ? 410 : problem == null ? 200 : 422;
  }
}
