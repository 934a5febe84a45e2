package org.concordat.core.alignment.budget.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.concordat.core.alignment.budget.PlanSolver;

/** The ways to search a plan that are there, by their names. */
public final class Solvers {
  /** Our own search, and a library for what it leaves open. What counts when nobody asks. */
  public static final String TOGETHER = "together";

  /** Our own search alone. */
  public static final String OWN = "own";

  private Solvers() {}

  /** All names: {@link #TOGETHER}, {@link #OWN} and those of the libraries that are there. */
  public static List<String> names() {
    List<String> names = new ArrayList<>(List.of(TOGETHER, OWN));
    libraries().forEach(library -> names.add(library.name()));
    return List.copyOf(names);
  }

  /**
   * The solver of that name.
   *
   * @param most how long each question may take; our own search alone has its limits for that
   */
  public static Optional<PlanSolver> find(String name, Duration most) {
    List<ProgramSolver> libraries = libraries();
    return switch (name) {
      case OWN -> Optional.of(new BranchAndBound());
      case TOGETHER ->
          Optional.of(
              libraries.isEmpty()
                  ? new BranchAndBound()
                  : new InTurn(
                      new BranchAndBound(),
                      most.dividedBy(2),
                      new LibrarySearch(libraries.getFirst(), most.dividedBy(2))));
      default ->
          libraries.stream()
              .filter(library -> library.name().equals(name))
              .<PlanSolver>map(library -> new LibrarySearch(library, most))
              .findFirst();
    };
  }

  /** The one with the longest reach first. */
  private static List<ProgramSolver> libraries() {
    return ServiceLoader.load(ProgramSolver.class, ProgramSolver.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(
            Comparator.comparingInt(ProgramSolver::reach)
                .reversed()
                .thenComparing(ProgramSolver::name))
        .toList();
  }
}
