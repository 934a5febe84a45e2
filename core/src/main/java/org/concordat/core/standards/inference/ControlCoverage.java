package org.concordat.core.standards.inference;

import java.util.List;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Operation;

/** How far one control is covered by those that an organisation has in operation, and why. */
public record ControlCoverage(Control control, Degree degree, Reason reason) {

  /** How far a control is covered, most first. */
  public enum Degree {
    /** What is in operation demands all that the control does. */
    COVERED,
    /** Some of it is in operation, and that is proved. */
    PARTLY,
    /** Something in operation may have to do with it, or may not. */
    POSSIBLY,
    /** Nothing in operation is known to have to do with it. */
    OPEN
  }

  /** What proves the degree. */
  public sealed interface Reason {}

  /**
   * A control in operation, of those with the same effect the one with the shortest proof.
   *
   * @param known what is known of the control in operation in relation to the covered one
   */
  public record ByControl(Operation operation, Known known) implements Reason {}

  /** Parts of the control that are covered, or at least partly. */
  public record ByParts(List<Control> parts) implements Reason {
    public ByParts {
      parts = List.copyOf(parts);
    }
  }

  /** Nothing is known that would cover it. */
  public record Nothing() implements Reason {}
}
