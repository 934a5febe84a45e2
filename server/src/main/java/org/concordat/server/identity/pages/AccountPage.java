package org.concordat.server.identity.pages;

import java.util.List;
import java.util.Set;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.ApiTokens;
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
    List<ApiTokens.Listed> tokens,
    @Nullable String made,
    @Nullable String problem)
    implements PageModel {
  public AccountPage {
    allowed = Set.copyOf(allowed);
    tokens = List.copyOf(tokens);
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
