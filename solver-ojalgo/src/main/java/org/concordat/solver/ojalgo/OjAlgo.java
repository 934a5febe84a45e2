package org.concordat.solver.ojalgo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.concordat.core.alignment.budget.search.IntegerProgram;
import org.concordat.core.alignment.budget.search.ProgramSolver;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/**
 * Gives integer programs to ojAlgo, which is made of Java alone. What it finds is taken as a plan,
 * never as a proof: version 57.1.0 calls 1 of 700 small questions solved by a plan that is not the
 * best, and with its cuts many more. It cannot be interrupted, only be given a time.
 */
public final class OjAlgo implements ProgramSolver {
  /** A thousand columns take it a few seconds. */
  private static final int REACH = 1_000;

  /**
   * Cuts are left out: with them version 57.1.0 called 7 of 300 small questions impossible or
   * solved by a plan that is not the best. No value is further from whole than one half, so none is
   * cut.
   */
  private static final IntegerStrategy WITHOUT_CUTS =
      IntegerStrategy.newConfigurable()
          .withGMICutConfiguration(new IntegerStrategy.GMICutConfiguration().withFractionality(0.6))
          .withParallelism(() -> 1);

  /** Made by the service loader. */
  public OjAlgo() {}

  @Override
  public String name() {
    return "ojalgo";
  }

  @Override
  public int reach() {
    return REACH;
  }

  @Override
  public Answer solve(
      IntegerProgram program, Optional<double[]> start, Duration most, BooleanSupplier isStopped) {
    if (isStopped.getAsBoolean()) {
      return Answer.NOTHING;
    }
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    model.options.time_abort = most.toMillis();
    model.options.time_suffice = most.toMillis();
    model.options.integer(WITHOUT_CUTS);
    List<Variable> variables = variables(program, start, model);
    int number = 0;
    for (IntegerProgram.Row row : program.rows()) {
      double atMost = row.atMost();
      Expression expression = null;
      for (int i = 0; i < row.columns().length; i++) {
        IntegerProgram.Column column = program.columns().get(row.columns()[i]);
        if (column.lower() == column.upper()) {
          atMost -= row.factors()[i] * column.lower();
        } else {
          expression = expression == null ? model.addExpression("r" + number++) : expression;
          expression.set(variables.get(row.columns()[i]), row.factors()[i]);
        }
      }
      if (expression != null) {
        expression.upper(atMost);
      }
    }
    Optimisation.Result result = model.maximise();
    Optimisation.State state = result.getState();
    if (!state.isFeasible()) {
      return Answer.NOTHING;
    }
    double[] values = new double[variables.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = result.doubleValue(i);
    }
    return new Answer(Optional.of(values), OptionalDouble.empty(), false);
  }

  private static List<Variable> variables(
      IntegerProgram program, Optional<double[]> start, ExpressionsBasedModel model) {
    List<Variable> variables = new ArrayList<>();
    for (IntegerProgram.Column column : program.columns()) {
      int at = variables.size();
      Variable variable = model.addVariable("x" + at).lower(column.lower()).upper(column.upper());
      variable.integer(column.isWhole());
      if (column.weight() != 0) {
        variable.weight(column.weight());
      }
      start.ifPresent(
          values ->
              variable.setValue(BigDecimal.valueOf(values[at]).setScale(6, RoundingMode.HALF_UP)));
      variables.add(variable);
    }
    return variables;
  }
}
