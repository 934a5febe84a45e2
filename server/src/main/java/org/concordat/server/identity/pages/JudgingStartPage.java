package org.concordat.server.identity.pages;

import org.concordat.server.identity.accounts.JudgingLinks;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Where a judging link leads: one button.
 *
 * @param link the link's secret, for the form
 * @param open what it opens, or null when it works no more
 */
public record JudgingStartPage(String link, JudgingLinks.@Nullable Open open) implements PageModel {
  @Override
  public String template() {
    return "identity/judging_start";
  }

  @Override
  public int status() {
    return open == null ? 410 : 200;
  }
}
