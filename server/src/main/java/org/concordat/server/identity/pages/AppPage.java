package org.concordat.server.identity.pages;

import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Sets up an app that shows one-time codes.
 *
 * @param secret for typing
 * @param picture for the app's camera
 * @param problem the key of the text that says what is wrong, or null
 */
public record AppPage(String secret, QrPicture picture, @Nullable String problem)
    implements PageModel {
  @Override
  public String template() {
    return "identity/app";
  }

  @Override
  public int status() {
    return problem == null ? 200 : 422;
  }

  @Override
  public String toString() {
    return "AppPage";
  }
}
