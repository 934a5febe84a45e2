package org.concordat.server.standards.pages;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.server.standards.StandardsState;

/** Finds the controls of which something could be said at once. */
final class Marking {
  private Marking() {}

  /** The controls in force that are proved covered and not said to be in operation. */
  static List<Control> proved(Catalogue catalogue, StandardsState now) {
    Coverage coverage = now.coverage(catalogue.id());
    List<Control> proved = new ArrayList<>();
    for (Control control : catalogue.controls()) {
      boolean said =
          now.programme()
              .operation(new ControlRef(catalogue.id(), control.id()))
              .map(ControlOperation::operation)
              .filter(operation -> operation == Operation.YES)
              .isPresent();
      if (!said && !control.withdrawn() && coverage.of(control).degree() == Degree.COVERED) {
        proved.add(control);
      }
    }
    return proved;
  }
}
