package org.concordat.core.standards.inference;

import java.util.List;
import java.util.function.Supplier;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Operation;
import org.jspecify.annotations.Nullable;

/**
 * How far one control is covered by those that an organisation has in operation, and why. Proofs
 * are dear and few of them are looked at, so each is sought when somebody asks for it.
 */
public final class ControlCoverage {
  private final Control control;
  private final Degree degree;
  private final Supplier<Reason> search;
  private volatile @Nullable Reason found;

  /**
   * The coverage of a control.
   *
   * @param search finds the reason; it may be asked by several threads at once, and always answers
   *     the same
   */
  ControlCoverage(Control control, Degree degree, Supplier<Reason> search) {
    this.control = control;
    this.degree = degree;
    this.search = search;
  }

  public Control control() {
    return control;
  }

  public Degree degree() {
    return degree;
  }

  /** What proves the degree; the first time it is looked for, which may take a millisecond. */
  public Reason reason() {
    Reason known = found;
    if (known == null) {
      known = search.get();
      found = known;
    }
    return known;
  }

  /** The control and its degree, without looking for the proof. */
  @Override
  public String toString() {
    return control.id() + ": " + degree;
  }

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
