package org.concordat.core.alignment.budget.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.core.alignment.budget.Plan;

/**
 * A budget question as any library for integer programs takes it: columns with bounds and weights,
 * rows that are at most something; the sum of the weights is to be as large as can be.
 *
 * <p>The first columns say for each control and year whether the control is in operation, 0 or 1.
 * The others say how much is covered of what can be gained, in any amount.
 *
 * @param rows the ties between columns
 */
public record IntegerProgram(List<Column> columns, List<Row> rows) {
  /** What a column may be. */
  public record Column(double lower, double upper, double weight, boolean isWhole) {}

  /** The sum of factors times columns is at most that. */
  @SuppressWarnings("ArrayRecordComponent") // rows are many, and compared by nobody
  public record Row(int[] columns, double[] factors, double atMost) {}

  public IntegerProgram {
    columns = Collections.unmodifiableList(columns);
    rows = Collections.unmodifiableList(rows);
  }

  /** The program of a model within domains; weights are in units of priority, summed over years. */
  static IntegerProgram of(Model model, Domains domains) {
    int years = model.years;
    List<Column> columns = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (int c = 0; c < model.size(); c++) {
      for (int year = 0; year < years; year++) {
        boolean mayRun = domains.first[c] <= year;
        boolean mustRun = domains.last[c] <= year;
        columns.add(new Column(mustRun ? 1 : 0, mayRun ? 1 : 0, 0, true));
        if (year > 0) {
          rows.add(row(0, c * years + year - 1, 1, c * years + year, -1));
        }
      }
    }
    covers(model, columns, rows);
    budgets(model, rows);
    for (int[] pair : model.needs) {
      for (int year = 0; year < years; year++) {
        rows.add(row(0, pair[0] * years + year, 1, pair[1] * years + year, -1));
      }
    }
    for (int[] pair : model.exclusions) {
      rows.add(row(1, pair[0] * years + years - 1, 1, pair[1] * years + years - 1, 1));
    }
    return new IntegerProgram(columns, rows);
  }

  private static Row row(double atMost, int first, double factor, int second, double other) {
    return new Row(new int[] {first, second}, new double[] {factor, other}, atMost);
  }

  private static void covers(Model model, List<Column> columns, List<Row> rows) {
    List<List<int[]>> serving = new ArrayList<>();
    for (int row = 0; row < model.rows(); row++) {
      serving.add(new ArrayList<>());
    }
    for (int c = 0; c < model.size(); c++) {
      for (int i = 0; i < model.rowsOf[c].length; i++) {
        serving.get(model.rowsOf[c][i]).add(new int[] {c, model.amountsOf[c][i]});
      }
    }
    for (int row = 0; row < model.rows(); row++) {
      double weight = (double) model.weight[row] / Model.UNIT;
      for (int year = 0; year < model.years; year++) {
        int[] at = new int[serving.get(row).size() + 1];
        double[] factors = new double[at.length];
        at[0] = columns.size();
        factors[0] = 1;
        columns.add(new Column(0, model.cap[row], weight, false));
        for (int i = 1; i < at.length; i++) {
          int[] each = serving.get(row).get(i - 1);
          at[i] = each[0] * model.years + year;
          factors[i] = -each[1];
        }
        rows.add(new Row(at, factors, 0));
      }
    }
  }

  private static void budgets(Model model, List<Row> rows) {
    for (int k = 0; k < model.budget.length; k++) {
      for (int year = 0; year < model.years; year++) {
        Map<Integer, Double> factors = new TreeMap<>();
        for (int c = 0; c < model.size(); c++) {
          double once = model.once[k][c];
          double yearly = model.yearly[k][c];
          factors.put(c * model.years + year, once + yearly);
          if (year > 0) {
            factors.put(c * model.years + year - 1, -once);
          }
        }
        factors.values().removeIf(factor -> factor == 0);
        if (factors.isEmpty()) {
          continue;
        }
        // In parts of the largest, so that the library's tolerance means the same for all rows.
        double largest = factors.values().stream().mapToDouble(Math::abs).max().orElse(1);
        rows.add(
            new Row(
                factors.keySet().stream().mapToInt(Integer::intValue).toArray(),
                factors.values().stream().mapToDouble(factor -> factor / largest).toArray(),
                model.budget[k][year] / largest));
      }
    }
  }

  /** The starts that the values of the columns mean. */
  static int[] starts(Model model, double[] values) {
    int[] starts = new int[model.size()];
    for (int c = 0; c < starts.length; c++) {
      starts[c] = model.years;
      for (int year = model.years - 1; year >= 0; year--) {
        if (values[c * model.years + year] > 0.5) {
          starts[c] = year;
        }
      }
    }
    return starts;
  }

  /** The values of all columns that a plan means. */
  static double[] values(Model model, Plan plan, int size) {
    double[] values = new double[size];
    int columns = model.size() * model.years;
    int[] covered = new int[model.rows() * model.years];
    for (int c = 0; c < model.size(); c++) {
      Integer start = plan.starts().get(model.controls.get(c).id());
      for (int year = start == null ? model.years : start - 1; year < model.years; year++) {
        values[c * model.years + year] = 1;
        for (int i = 0; i < model.rowsOf[c].length; i++) {
          covered[model.rowsOf[c][i] * model.years + year] += model.amountsOf[c][i];
        }
      }
    }
    for (int i = 0; i < covered.length; i++) {
      values[columns + i] = Math.min(model.cap[i / model.years], covered[i]);
    }
    return values;
  }
}
