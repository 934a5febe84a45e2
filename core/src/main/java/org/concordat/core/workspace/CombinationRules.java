package org.concordat.core.workspace;

import java.util.List;
import org.concordat.core.alignment.Along;
import org.concordat.core.alignment.Dependency;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.Place;

/** What the ways of combining levels must obey. */
final class CombinationRules {
  private static final String MATRIX = "combination.along.matrix";

  private final ImpactScale scale;
  private final List<List<Level>> rows;
  private final FindingList findings;

  private CombinationRules(ImpactScale scale, List<List<Level>> rows, FindingList findings) {
    this.scale = scale;
    this.rows = rows;
    this.findings = findings;
  }

  static void check(Workspace workspace, FindingList findings) {
    switch (workspace.combination().along()) {
      case Along.WeakestLink _ -> {}
      case Along.Product _ -> refuseLevelOptions(workspace, findings);
      case Along.Matrix(List<List<Level>> rows) ->
          new CombinationRules(workspace.scale(), rows, findings).checkMatrix();
    }
  }

  /** Cumulation and redundancy speak of levels, which a product leaves. */
  private static void refuseLevelOptions(Workspace workspace, FindingList findings) {
    String remedy = "use 'along: weakest-link' or a matrix, or do without";
    if (workspace.inheritance().cumulation() != null) {
      findings.error(
          Place.ofKey("inheritance.cumulation"),
          "cumulation counts levels and does not go together with 'along: product'",
          remedy);
    }
    List<Dependency> dependencies = workspace.dependencies();
    long redundant = dependencies.stream().filter(d -> d.redundancy() != null).count();
    for (int i = 0; i < dependencies.size() && redundant > 0; i++) {
      if (dependencies.get(i).redundancy() != null) {
        findings.error(
            Place.ofKey("dependencies[" + i + "].redundancy"),
            "redundancy lowers levels and does not go together with 'along: product'"
                + (redundant == 1 ? "" : " (" + redundant + " dependencies state one)"),
            remedy);
        break;
      }
    }
  }

  private void checkMatrix() {
    if (!isSquare()) {
      return;
    }
    for (int row = 1; row <= scale.size(); row++) {
      for (int column = 1; column <= scale.size(); column++) {
        checkCell(row, column);
      }
    }
  }

  private boolean isSquare() {
    int n = scale.size();
    boolean square = rows.size() == n;
    if (!square) {
      findings.error(
          Place.ofKey(MATRIX),
          "the matrix has " + rows.size() + " rows for a scale of " + n + " levels",
          "write one row for each of " + String.join(", ", scale.names()) + ", lowest first");
    }
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).size() != n) {
        square = false;
        String row = i < n ? "row '" + scale.names().get(i) + "'" : "row " + (i + 1);
        findings.error(
            Place.ofKey(MATRIX + "[" + i + "]"),
            row + " of the matrix has " + rows.get(i).size() + " cells for " + n + " levels",
            "write one cell for each of " + String.join(", ", scale.names()) + ", lowest first");
      }
    }
    return square;
  }

  private void checkCell(int row, int column) {
    int value = cell(row, column);
    int most = Math.min(row, column);
    int above = row > 1 ? bounded(row - 1, column) : 1;
    int before = column > 1 ? bounded(row, column - 1) : 1;
    int least = Math.max(above, before);
    if (value > scale.size()) {
      report(row, column, "is level " + value + ", which the scale does not have", least, most);
    } else if (value > most) {
      String exceeded = row <= column ? "row" : "column";
      report(
          row,
          column,
          "is " + named(value) + " and exceeds its own " + exceeded + ", " + named(most),
          least,
          most);
    } else if (value < least) {
      String neighbour =
          above >= before
              ? "row " + named(row - 1) + " in the same column"
              : "column " + named(column - 1) + " in the same row";
      report(
          row,
          column,
          "is " + named(value) + ", lower than " + named(least) + " of " + neighbour,
          least,
          most);
    }
  }

  /** What a cell holds, or would have to hold at most, so that one mistake is reported once. */
  private int bounded(int row, int column) {
    return Math.min(cell(row, column), Math.min(row, column));
  }

  private int cell(int row, int column) {
    return rows.get(row - 1).get(column - 1).number();
  }

  private void report(int row, int column, String problem, int least, int most) {
    String right =
        least == most ? named(most) : "a level from " + named(least) + " to " + named(most);
    findings.error(
        Place.ofKey(MATRIX + "[" + (row - 1) + "][" + (column - 1) + "]"),
        "the cell in row " + named(row) + ", column " + named(column) + " " + problem,
        "right would be " + right);
  }

  private String named(int level) {
    return "'" + scale.names().get(level - 1) + "'";
  }
}
