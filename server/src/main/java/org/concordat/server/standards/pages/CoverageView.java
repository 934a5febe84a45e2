package org.concordat.server.standards.pages;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.standards.inference.ControlCoverage.Degree;
import org.concordat.core.standards.inference.Coverage;

/** How many controls are covered to which degree, as a bar of one hundred parts with figures. */
public record CoverageView(int covered, int partly, int possibly, int open) {
  static CoverageView of(Coverage coverage) {
    return new CoverageView(
        coverage.count(Degree.COVERED),
        coverage.count(Degree.PARTLY),
        coverage.count(Degree.POSSIBLY),
        coverage.count(Degree.OPEN));
  }

  public int total() {
    return covered + partly + possibly + open;
  }

  /** The share that is covered, from 0 to 1. */
  public double share() {
    return total() == 0 ? 0 : (double) covered / total();
  }

  /**
   * A piece of the bar.
   *
   * @param degree in small letters
   * @param x where it begins, in hundredths of the bar
   */
  public record Piece(String degree, int count, double x, double width) {}

  /** The pieces that have a width. */
  public List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    double x = 0;
    int[] counts = {covered, partly, possibly, open};
    String[] degrees = {"covered", "partly", "possibly", "open"};
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double width = 100.0 * counts[i] / total();
        pieces.add(new Piece(degrees[i], counts[i], x, width));
        x += width;
      }
    }
    return pieces;
  }
}
