package org.concordat.formats.budget;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.concordat.core.alignment.budget.Frontier;
import org.concordat.core.alignment.budget.FrontierPoint;
import org.concordat.core.alignment.budget.Quantity;
import org.concordat.formats.attacks.Amounts;
import org.concordat.formats.drawing.FrontChart;

/** A frontier as SVG: what plans take in all years to the right, what they leave unmet upwards. */
public final class FrontierPicture {
  private FrontierPicture() {}

  /**
   * What is written in the picture.
   *
   * @param across what the horizontal axis counts
   * @param up what the vertical axis counts
   * @param point what a point says
   * @param nothing what is said where there is no point, and what to do then
   * @param number how numbers are written
   */
  public record Words(
      String heading,
      String across,
      String up,
      Function<FrontierPoint, String> point,
      List<String> nothing,
      DoubleFunction<String> number) {
    public Words {
      nothing = List.copyOf(nothing);
    }

    /** The words of programs and of the command line. */
    public static final Words ENGLISH =
        new Words(
            "What each amount of money buys",
            "money in all years",
            "left unmet",
            p ->
                Quantity.text(p.money())
                    + " leaves "
                    + Amounts.number(p.residual())
                    + (p.isProved() ? "" : ", certainly no less than " + Amounts.number(p.bound())),
            List.of("There is no point.", "No plan was found within the limits of the search."),
            Amounts::number);
  }

  /** Draws a frontier as a complete SVG document. */
  public static String draw(Frontier frontier, Words words) {
    return FrontChart.draw(
        new FrontChart.Legend(words.heading, words.across, words.up, words.nothing, words.number),
        frontier.byMoney().stream()
            .map(frontier.points()::get)
            .map(p -> new FrontChart.Point(p.money() / 1_000.0, p.residual(), words.point.apply(p)))
            .toList());
  }
}
