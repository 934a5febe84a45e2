package org.concordat.server.identity.pages;

import java.util.List;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.signon.SingleSignOn;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Sets up single sign-on.
 *
 * @param admits the role of people without an account, or null when they are turned away
 * @param arranged whether it is set up
 * @param settled whether the environment settles it, and this page changes nothing
 * @param returnAddress what the provider has to be told
 * @param signInAddress where people of this organisation sign in
 * @param problem the key of the text that says what is wrong, or null
 * @param detail what the provider did wrong, or an empty text
 */
public record SingleSignOnPage(
    String issuer,
    String clientId,
    String domains,
    @Nullable Role admits,
    boolean arranged,
    boolean settled,
    String returnAddress,
    String signInAddress,
    @Nullable String problem,
    String detail)
    implements PageModel {
  /** The roles to choose from. */
  public List<Role> roles() {
    return SingleSignOn.ADMITTED;
  }

  @Override
  public String template() {
    return "identity/single_sign_on";
  }

  @Override
  public int status() {
    return problem == null ? 200 : 422;
  }
}
