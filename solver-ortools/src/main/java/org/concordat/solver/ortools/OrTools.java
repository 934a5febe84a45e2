package org.concordat.solver.ortools;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.concordat.core.alignment.budget.search.IntegerProgram;
import org.concordat.core.alignment.budget.search.ProgramSolver;

/**
 * Gives integer programs to SCIP, which is among the native libraries of OR-Tools. It tells a bound
 * at any time and can be interrupted.
 */
public final class OrTools implements ProgramSolver {
  /** Half a million columns are within its reach; what it has found after its time is told. */
  private static final int REACH = 500_000;

  private static final long LOOKS_MILLIS = 200;

  /** Made by the service loader; loads the native library. */
  public OrTools() {
    Loader.loadNativeLibraries();
  }

  @Override
  public String name() {
    return "scip";
  }

  @Override
  public int reach() {
    return REACH;
  }

  @Override
  public Answer solve(
      IntegerProgram program, Optional<double[]> start, Duration most, BooleanSupplier isStopped) {
    MPSolver solver = MPSolver.createSolver("SCIP");
    if (solver == null || isStopped.getAsBoolean()) {
      return Answer.NOTHING;
    }
    try {
      MPVariable[] variables = variables(program, solver);
      start.ifPresent(values -> solver.setHint(variables, values));
      solver.setTimeLimit(most.toMillis());
      return answer(solver, solve(solver, isStopped), variables);
    } finally {
      solver.delete();
    }
  }

  private static MPVariable[] variables(IntegerProgram program, MPSolver solver) {
    MPVariable[] variables = new MPVariable[program.columns().size()];
    MPObjective objective = solver.objective();
    objective.setMaximization();
    for (int i = 0; i < variables.length; i++) {
      IntegerProgram.Column column = program.columns().get(i);
      variables[i] = solver.makeVar(column.lower(), column.upper(), column.isWhole(), "");
      objective.setCoefficient(variables[i], column.weight());
    }
    for (IntegerProgram.Row row : program.rows()) {
      MPConstraint constraint = solver.makeConstraint(-MPSolver.infinity(), row.atMost());
      for (int i = 0; i < row.columns().length; i++) {
        constraint.setCoefficient(variables[row.columns()[i]], row.factors()[i]);
      }
    }
    return variables;
  }

  private static MPSolver.ResultStatus solve(MPSolver solver, BooleanSupplier isStopped) {
    try (ScheduledExecutorService watch =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("scip-watch").daemon().factory())) {
      var looks =
          watch.scheduleWithFixedDelay(
              () -> {
                if (isStopped.getAsBoolean()) {
                  solver.interruptSolve();
                }
              },
              LOOKS_MILLIS,
              LOOKS_MILLIS,
              TimeUnit.MILLISECONDS);
      MPSolverParameters parameters = new MPSolverParameters();
      // The default calls what is within a ten-thousandth the best.
      parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
      MPSolver.ResultStatus status = solver.solve(parameters);
      parameters.delete();
      looks.cancel(false);
      return status;
    }
  }

  private static Answer answer(
      MPSolver solver, MPSolver.ResultStatus status, MPVariable[] variables) {
    return switch (status) {
      case OPTIMAL, FEASIBLE -> {
        double[] values = new double[variables.length];
        for (int i = 0; i < values.length; i++) {
          values[i] = variables[i].solutionValue();
        }
        yield new Answer(
            Optional.of(values), OptionalDouble.of(solver.objective().bestBound()), false);
      }
      case INFEASIBLE -> Answer.IMPOSSIBLE;
      case UNBOUNDED, ABNORMAL, NOT_SOLVED, MODEL_INVALID -> Answer.NOTHING;
    };
  }
}
