package org.concordat.core.standards.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.Relation;
import org.concordat.core.standards.Relations;
import org.concordat.core.standards.inference.ControlCoverage.ByControl;
import org.concordat.core.standards.inference.ControlCoverage.ByParts;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.inference.ControlCoverage.Nothing;
import org.jspecify.annotations.Nullable;

/**
 * How far the controls that an organisation has in operation cover those of a catalogue.
 *
 * <ul>
 *   <li><i>covered</i>: a control in operation is equal to it or a superset; or it has parts that
 *       exhaust it, and all are covered
 *   <li><i>partly</i>: a control in operation, be it partly, has something in common with it; or a
 *       part of it is covered or partly covered
 *   <li><i>possibly</i>: something is known of it and a control in operation, but not whether they
 *       have anything in common
 *   <li><i>open</i>: otherwise
 * </ul>
 *
 * <p>Withdrawn parts demand nothing, so they need not be covered.
 */
public final class Coverage {
  private final Inference inference;
  private final Catalogue catalogue;
  private final Map<Integer, Operation> operated = new HashMap<>();
  private final Map<String, ControlCoverage> results = new HashMap<>();

  private Coverage(
      Inference inference, Map<ControlRef, Operation> operations, Catalogue catalogue) {
    this.inference = inference;
    this.catalogue = catalogue;
    operations.forEach(
        (control, operation) -> {
          int number = inference.number(control);
          if (operation != Operation.NO) {
            operated.put(number, operation);
          }
        });
    catalogue.roots().forEach(this::cover);
  }

  /**
   * The coverage of a catalogue.
   *
   * @param operations of controls of any catalogues; what is not named is not in operation
   * @throws IllegalArgumentException when there is no such catalogue, or a control is in none
   */
  public static Coverage of(
      Inference inference, Map<ControlRef, Operation> operations, String catalogue) {
    return new Coverage(inference, operations, inference.catalogue(catalogue));
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** The coverage of every control, in the order of the catalogue. */
  public List<ControlCoverage> controls() {
    return catalogue.controls().stream().map(this::of).toList();
  }

  /**
   * The coverage of one control.
   *
   * @throws IllegalArgumentException when it is not one of the catalogue
   */
  public ControlCoverage of(Control control) {
    ControlCoverage found = results.get(control.id());
    if (found == null) {
      throw new IllegalArgumentException(
          "catalogue " + catalogue.id() + " has no control " + control.id());
    }
    return found;
  }

  /** How many controls are covered to that degree. */
  public int count(Degree degree) {
    return (int) results.values().stream().filter(c -> c.degree() == degree).count();
  }

  private ControlCoverage cover(Control control) {
    List<ControlCoverage> parts = catalogue.parts(control).stream().map(this::cover).toList();
    ControlCoverage result = result(control, parts);
    results.put(control.id(), result);
    return result;
  }

  private ControlCoverage result(Control control, List<ControlCoverage> parts) {
    Candidates candidates = new Candidates(inference.number(ref(control)));
    if (!candidates.covering.isEmpty()) {
      return by(control, Degree.COVERED, nearest(control, candidates.covering));
    }
    List<ControlCoverage> demanding = parts.stream().filter(p -> !p.control().withdrawn()).toList();
    if (control.exhaustive()
        && !demanding.isEmpty()
        && demanding.stream().allMatch(p -> p.degree() == Degree.COVERED)) {
      return by(control, Degree.COVERED, () -> parts(demanding));
    }
    if (!candidates.overlapping.isEmpty()) {
      return by(control, Degree.PARTLY, nearest(control, candidates.overlapping));
    }
    List<ControlCoverage> begun =
        parts.stream()
            .filter(p -> p.degree() == Degree.COVERED || p.degree() == Degree.PARTLY)
            .toList();
    if (!begun.isEmpty()) {
      return by(control, Degree.PARTLY, () -> parts(begun));
    }
    if (!candidates.possible.isEmpty()) {
      return by(control, Degree.POSSIBLY, nearest(control, candidates.possible));
    }
    return by(control, Degree.OPEN, Nothing::new);
  }

  private static ControlCoverage by(
      Control control, Degree degree, Supplier<ControlCoverage.Reason> reason) {
    return new ControlCoverage(control, degree, reason);
  }

  /** Finds, when asked, the control in operation with the shortest proof. */
  private Supplier<ControlCoverage.Reason> nearest(Control control, List<Integer> sources) {
    List<Integer> few = List.copyOf(sources);
    int target = inference.number(ref(control));
    return () -> new Proofs(target).nearest(few);
  }

  private static ByParts parts(List<ControlCoverage> parts) {
    return new ByParts(parts.stream().map(ControlCoverage::control).toList());
  }

  private ControlRef ref(Control control) {
    return new ControlRef(catalogue.id(), control.id());
  }

  /** The controls in operation that may cover one control, by what they do for it. */
  private final class Candidates {
    final List<Integer> covering = new ArrayList<>();
    final List<Integer> overlapping = new ArrayList<>();
    final List<Integer> possible = new ArrayList<>();
    private final int target;

    Candidates(int target) {
      this.target = target;
      inference.forEachKnown(target, this::add);
    }

    private void add(int source) {
      Operation operation = operated.get(source);
      if (operation == null) {
        return;
      }
      Relations known = known(source);
      if (operation == Operation.YES && known.within(Relations.COVERING)) {
        covering.add(source);
      } else if (!known.contains(Relation.NONE)) {
        overlapping.add(source);
      } else if (known.size() > 1) {
        possible.add(source);
      }
    }

    private Relations known(int source) {
      return new Relations(inference.known(source, target));
    }
  }

  /** The proofs of what controls in operation do for one control. */
  private final class Proofs {
    private final int target;
    private @Nullable Chains chains;

    Proofs(int target) {
      this.target = target;
    }

    ByControl nearest(List<Integer> sources) {
      return sources.stream()
          .map(this::reason)
          .min(
              Comparator.<ByControl>comparingInt(
                      r -> r.known().via().stream().mapToInt(c -> c.steps().size()).sum())
                  .thenComparing(r -> r.known().source()))
          .orElseThrow();
    }

    private ByControl reason(int source) {
      return new ByControl(
          operated.getOrDefault(source, Operation.NO),
          new Known(
              inference.control(source),
              inference.control(target),
              new Relations(inference.known(source, target)),
              via(source)));
    }

    private List<Chain> via(int source) {
      if (source == target) {
        return List.of();
      }
      if (chains == null) {
        chains = inference.chains(target);
      }
      return chains.to(source).stream().map(Chain::reversed).toList();
    }
  }
}
