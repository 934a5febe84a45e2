package org.concordat.server.identity.pages;

import org.concordat.server.identity.factors.SecondFactors;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the second factor.
 *
 * @param held what the account has
 * @param problem the key of the text that says why it did not work, or null
 * @param seconds how long to wait before the next try
 */
public record SecondStepPage(SecondFactors.Held held, @Nullable String problem, long seconds)
    implements PageModel {
  @Override
  public String template() {
    return "identity/second_step";
  }

  @Override
  public int status() {
    return problem == null ? 200 : seconds > 0 ? 429 : 401;
  }
}
