package org.concordat.server.standards;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.concordat.core.findings.Finding;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Operation;
import org.concordat.core.standards.inference.Coverage;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.standards.programme.LibraryAssembly;
import org.concordat.core.standards.programme.Programme;
import org.concordat.core.standards.programme.ProgrammeEntry.ControlOperation;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnCrosswalk;
import org.concordat.core.standards.programme.ProgrammeEntry.OwnMapping;
import org.concordat.core.standards.programme.Purposes;
import org.concordat.core.standards.programme.Shelf;

/**
 * One organisation's standards at one moment: what it has put down, and what follows from it. Does
 * not change; what follows is reckoned when first asked for and kept.
 */
public final class StandardsState {
  /** Of more changed mappings than these it is quicker to reason anew. */
  private static final int FEW_MAPPINGS = 50;

  private final Programme programme;
  private final Once<LibraryAssembly> assembly;
  private final Once<Inference> inference;
  private final Once<Purposes> purposes;
  private final ConcurrentHashMap<String, Coverage> coverages = new ConcurrentHashMap<>();

  private StandardsState(
      Programme programme, Once<LibraryAssembly> assembly, Once<Inference> inference) {
    this.programme = programme;
    this.assembly = assembly;
    this.inference = inference;
    purposes =
        new Once<>(
            () -> Purposes.of(programme, inference.get(), assembly.get().library().catalogues()));
  }

  /**
   * What a programme says.
   *
   * @param shelf gives what ships; asked when the library is, for it takes a while the first time
   */
  static StandardsState of(Programme programme, Supplier<Shelf> shelf) {
    Once<LibraryAssembly> assembly = assembly(programme, shelf);
    return new StandardsState(
        programme, assembly, new Once<>(() -> Inference.of(assembly.get().library())));
  }

  private static Once<LibraryAssembly> assembly(Programme programme, Supplier<Shelf> shelf) {
    return new Once<>(() -> LibraryAssembly.of(programme, shelf.get()));
  }

  /** After changes that leave the library as it is, and with it what may be concluded. */
  StandardsState with(Programme changed, Supplier<Shelf> shelf) {
    return new StandardsState(changed, assembly(changed, shelf), inference);
  }

  /** After changes of own mappings and nothing else of the library. */
  StandardsState withMappings(Programme changed, Supplier<Shelf> shelf) {
    Once<LibraryAssembly> after = assembly(changed, shelf);
    Set<OwnMapping> gone = new LinkedHashSet<>(programme.all(OwnMapping.class));
    Set<OwnMapping> came = new LinkedHashSet<>(changed.all(OwnMapping.class));
    Set<OwnMapping> before = Set.copyOf(gone);
    gone.removeAll(came);
    came.removeAll(before);
    boolean sound = after.get().findings().isEmpty() && findings().isEmpty();
    if (!sound || !inference.isReckoned() || gone.size() + came.size() > FEW_MAPPINGS) {
      return of(changed, shelf);
    }
    Once<Inference> mended =
        new Once<>(
            () -> {
              Inference now = inference.get();
              for (OwnMapping each : gone) {
                now = now.minus(each.crosswalk(), each.mapping());
              }
              for (OwnMapping each : came) {
                now = now.plus(each.crosswalk(), each.mapping());
              }
              return now;
            });
    mended.get();
    return new StandardsState(changed, after, mended);
  }

  public Programme programme() {
    return programme;
  }

  /** The catalogues that are followed or needed, and the crosswalks in use. */
  public Library library() {
    return assembly.get().library();
  }

  /** What does not fit together and was left out of the library. */
  public List<Finding> findings() {
    return assembly.get().findings();
  }

  /** What may be concluded. */
  public Inference inference() {
    return inference.get();
  }

  /** What the controls are good for. */
  public Purposes purposes() {
    return purposes.get();
  }

  /** The catalogues that the organisation follows, in the order in which it began to. */
  public List<Catalogue> followed() {
    return library().catalogues().stream().filter(c -> programme.follows(c.id())).toList();
  }

  /** A control as its catalogue has it, in whatever spelling; empty when the library has none. */
  public Optional<Control> control(ControlRef ref) {
    return library().catalogue(ref.catalogue()).flatMap(c -> c.find(ref.control()));
  }

  /** A crosswalk of the library. */
  public Optional<Crosswalk> crosswalk(String id) {
    return library().crosswalks().stream().filter(c -> c.id().equals(id)).findFirst();
  }

  /** Whether a crosswalk is the organisation's own. */
  public boolean owns(String crosswalk) {
    return programme.all(OwnCrosswalk.class).stream().anyMatch(c -> c.id().equals(crosswalk));
  }

  /** What is said of the operation of the controls in the library. */
  public Map<ControlRef, Operation> operations() {
    Map<ControlRef, Operation> operations = new HashMap<>();
    for (ControlOperation each : programme.all(ControlOperation.class)) {
      if (control(each.control()).isPresent()) {
        operations.put(each.control(), each.operation());
      }
    }
    return operations;
  }

  /**
   * How far what is in operation covers a catalogue.
   *
   * @throws IllegalArgumentException when the library has no such catalogue
   */
  public Coverage coverage(String catalogue) {
    return coverages.computeIfAbsent(catalogue, id -> Coverage.of(inference(), operations(), id));
  }

  /** The catalogues of the library that are not followed and only join others. */
  public List<Catalogue> bridges() {
    List<Catalogue> bridges = new ArrayList<>(library().catalogues());
    bridges.removeIf(catalogue -> programme.follows(catalogue.id()));
    return bridges;
  }
}
