package org.concordat.server.agreements.pages;

import java.util.List;
import org.concordat.server.agreements.ServiceOffers;
import org.concordat.server.web.PageModel;

/**
 * All services as one text.
 *
 * @param problems what is wrong with what was sent, as sentences
 * @param tag of the state that the form is about
 */
public record ServicesTextPage(ServiceOffers.Terms terms, List<String> problems, String tag)
    implements PageModel {
  public ServicesTextPage {
    problems = List.copyOf(problems);
  }

  @Override
  public int status() {
    return problems.isEmpty() ? 200 : 422;
  }

  @Override
  public String template() {
    return "agreements/services_text";
  }
}
