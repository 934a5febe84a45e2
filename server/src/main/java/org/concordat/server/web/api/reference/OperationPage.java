package org.concordat.server.web.api.reference;

import org.concordat.server.web.PageModel;
import org.concordat.server.web.api.reference.Reference.Operation;

/** One operation: what it takes, what it answers, an example. */
public record OperationPage(Operation operation) implements PageModel {
  @Override
  public String template() {
    return "web/reference/operation";
  }
}
