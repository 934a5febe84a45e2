package org.concordat.server.identity.pages;

import java.util.List;
import java.util.Set;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.ApiTokens;
import org.concordat.server.identity.factors.Passkeys;
import org.concordat.server.identity.signin.Sessions;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * One's own account.
 *
 * @param allowed what the account may do
 * @param made a token that was just made, to be shown this once, or null
 * @param problem the key of the text that says what is wrong, or null
 */
public record AccountPage(
    Accounts.Listed account,
    Set<Permission> allowed,
    Entrance entrance,
    List<Sessions.Listed> sessions,
    List<ApiTokens.Listed> tokens,
    @Nullable String made,
    @Nullable String problem)
    implements PageModel {
  public AccountPage {
    allowed = Set.copyOf(allowed);
    sessions = List.copyOf(sessions);
    tokens = List.copyOf(tokens);
  }

  /**
   * How the account is opened.
   *
   * @param app whether it has an app that shows codes
   * @param recoveryCodes how many of them are left
   * @param changeable whether the sign-in is so recent that this may be changed
   */
  public record Entrance(
      boolean password,
      boolean app,
      List<Passkeys.Listed> passkeys,
      int recoveryCodes,
      boolean changeable) {
    public Entrance {
      passkeys = List.copyOf(passkeys);
    }

    /** Whether a password alone does not open it. */
    public boolean hasSecondFactor() {
      return app || !passkeys.isEmpty();
    }
  }

  @Override
  public String template() {
    return "identity/account";
  }

  @Override
  public int status() {
    return problem == null ? 200 : 422;
  }
}
