package org.concordat.server.web;

import java.util.List;

/**
 * Says that something did not work.
 *
 * @param status the HTTP status
 * @param kind which texts tell of it, such as {@code notFound}
 * @param details what is wrong in detail, as sentences
 */
public record ErrorPage(int status, String kind, List<String> details) implements PageModel {
  public ErrorPage {
    details = List.copyOf(details);
  }

  /** The page for a status. */
  static ErrorPage of(int status) {
    String kind =
        switch (status) {
          case 400, 405, 415, 422 -> "badRequest";
          case 401, 403 -> "forbidden";
          case 404, 410 -> "notFound";
          case 413 -> "tooLarge";
          case 429 -> "tooMany";
          default -> "broken";
        };
    return new ErrorPage(status, kind, List.of());
  }

  @Override
  public String template() {
    return "web/error";
  }
}
