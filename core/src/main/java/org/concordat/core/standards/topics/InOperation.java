package org.concordat.core.standards.topics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What of a catalogue is in operation when something is said of some of its controls. A control in
 * operation has all its parts in operation; parts that are all of a control make it so; a part
 * makes its whole at least partly so, and a partly operated whole its parts.
 */
public final class InOperation {
  private final Catalogue catalogue;
  private final Map<String, Operation> said;
  private final Map<String, Operation> upward = new HashMap<>();
  private final Map<String, Operation> operations = new LinkedHashMap<>();

  private InOperation(Catalogue catalogue, Map<String, Operation> said) {
    this.catalogue = catalogue;
    this.said = said;
  }

  /**
   * What follows from what is said.
   *
   * @param said by control, as the catalogue spells it
   * @throws IllegalArgumentException when what is said contradicts itself; see {@link #clashes}
   */
  public static InOperation of(Catalogue catalogue, Map<String, Operation> said) {
    for (Clash clash : clashes(catalogue, said)) {
      throw new IllegalArgumentException(clash.toString());
    }
    InOperation operation = new InOperation(catalogue, said);
    catalogue.roots().forEach(r -> operation.down(r, null));
    return operation;
  }

  /** Two statements that cannot both be true: a whole, and a part of it. */
  public record Clash(String whole, Operation ofWhole, String part, Operation ofPart) {
    @Override
    public String toString() {
      return "%s is said to be %s, but its part %s is said to be %s"
          .formatted(whole, words(ofWhole), part, words(ofPart));
    }

    private static String words(Operation operation) {
      return switch (operation) {
        case YES -> "in operation";
        case PARTLY -> "partly in operation";
        case NO -> "not in operation";
      };
    }
  }

  /** What contradicts itself in what is said, in the order of the catalogue. */
  public static List<Clash> clashes(Catalogue catalogue, Map<String, Operation> said) {
    List<Clash> clashes = new ArrayList<>();
    for (Control part : catalogue.controls()) {
      Operation ofPart = said.get(part.id());
      Optional<Control> whole = catalogue.parent(part);
      while (ofPart != null && whole.isPresent()) {
        Operation ofWhole = said.get(whole.get().id());
        if (ofWhole != null && contradict(ofWhole, ofPart)) {
          clashes.add(new Clash(whole.get().id(), ofWhole, part.id(), ofPart));
        }
        whole = catalogue.parent(whole.get());
      }
    }
    return clashes;
  }

  private static boolean contradict(Operation ofWhole, Operation ofPart) {
    return switch (ofWhole) {
      case YES -> ofPart != Operation.YES;
      case PARTLY -> false;
      case NO -> ofPart != Operation.NO;
    };
  }

  /** Whether a control is in operation; no for one that the catalogue does not have. */
  public Operation of(String control) {
    return operations.getOrDefault(control, Operation.NO);
  }

  /** Whether each control of the catalogue is in operation. */
  public Map<String, Operation> all() {
    return Collections.unmodifiableMap(operations);
  }

  /**
   * The controls that something is said of and that make this one what it is: itself, the nearest
   * whole, or parts; empty when nothing is in operation.
   */
  public List<String> because(String control) {
    Optional<Control> found = catalogue.find(control);
    if (found.isEmpty() || of(control) == Operation.NO) {
      return List.of();
    }
    List<String> because = new ArrayList<>();
    fromParts(found.get(), because);
    Optional<Control> whole = catalogue.parent(found.get());
    while (because.isEmpty() && whole.isPresent()) {
      if (said.containsKey(whole.get().id())) {
        because.add(whole.get().id());
      }
      whole = catalogue.parent(whole.get());
    }
    return because;
  }

  private void fromParts(Control control, List<String> because) {
    Operation operation = said.get(control.id());
    if (operation == null) {
      catalogue.parts(control).forEach(p -> fromParts(p, because));
    } else if (operation != Operation.NO) {
      because.add(control.id());
    }
  }

  private void down(Control control, @Nullable Operation fromWhole) {
    Operation own = up(control);
    Operation operation = fromWhole == null || isSaid(control) ? own : better(own, fromWhole);
    operations.put(control.id(), operation);
    // Only what is said of a whole says something of its parts; what follows from parts does not.
    Operation passed = isSaid(control) ? said.get(control.id()) : fromWhole;
    catalogue.parts(control).forEach(p -> down(p, passed));
  }

  private Operation up(Control control) {
    Operation known = upward.get(control.id());
    if (known == null) {
      known = isSaid(control) ? said.getOrDefault(control.id(), Operation.NO) : ofParts(control);
      upward.put(control.id(), known);
    }
    return known;
  }

  private Operation ofParts(Control control) {
    List<Operation> parts =
        catalogue.parts(control).stream().filter(p -> !p.withdrawn()).map(this::up).toList();
    if (parts.stream().allMatch(p -> p == Operation.NO)) {
      return Operation.NO;
    }
    return control.exhaustive() && parts.stream().allMatch(p -> p == Operation.YES)
        ? Operation.YES
        : Operation.PARTLY;
  }

  private boolean isSaid(Control control) {
    return said.containsKey(control.id());
  }

  /** The further of two. */
  static Operation better(Operation one, Operation other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /**
   * The cautious reading of what is said: a whole that is said to be in operation beside a part
   * that is not, or the other way round, is taken for partly in operation.
   */
  public static Map<String, Operation> cautious(Catalogue catalogue, Map<String, Operation> said) {
    Map<String, Operation> read = new LinkedHashMap<>(said);
    clashes(catalogue, said).forEach(clash -> read.put(clash.whole(), Operation.PARTLY));
    return read;
  }
}
