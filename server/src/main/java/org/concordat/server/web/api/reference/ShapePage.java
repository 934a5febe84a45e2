package org.concordat.server.web.api.reference;

import java.util.List;
import org.concordat.server.web.PageModel;
import org.concordat.server.web.api.reference.Reference.Operation;
import org.concordat.server.web.api.reference.Reference.Shape;

/**
 * One shape.
 *
 * @param uses the operations that take or give it
 */
public record ShapePage(Shape shape, List<Operation> uses) implements PageModel {
  public ShapePage {
    uses = List.copyOf(uses);
  }

  @Override
  public String template() {
    return "web/reference/shape";
  }
}
