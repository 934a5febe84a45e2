package org.concordat.server.identity.pages;

import java.util.List;
import org.concordat.server.web.PageModel;
import org.concordat.server.workspace.Organisations;
import org.jspecify.annotations.Nullable;

/**
 * Asks who somebody is.
 *
 * @param then where they want to go
 * @param organisations to choose from, when there are several
 * @param problem the key of the text that says why it did not work, or null
 * @param seconds how long to wait before the next try
 */
public record SignInPage(
    String then,
    String email,
    List<Organisations.Listed> organisations,
    @Nullable String problem,
    long seconds)
    implements PageModel {
  public SignInPage {
    organisations = List.copyOf(organisations);
  }

  @Override
  public String template() {
    return "identity/sign_in";
  }

  @Override
  public int status() {
    return problem == null ? 200 : seconds > 0 ? 429 : 401;
  }
}
