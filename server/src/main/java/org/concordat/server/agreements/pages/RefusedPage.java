package org.concordat.server.agreements.pages;

import org.concordat.server.web.PageModel;

/**
 * Says why a move was not made.
 *
 * @param status the HTTP status
 * @param kind which texts tell of it
 * @param path where the agreement is
 */
public record RefusedPage(int status, String kind, String path) implements PageModel {
  @Override
  public String template() {
    return "agreements/refused";
  }
}
