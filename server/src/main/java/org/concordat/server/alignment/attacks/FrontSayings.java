package org.concordat.server.alignment.attacks;

import java.util.List;
import org.concordat.formats.drawing.TreeFront;
import org.concordat.server.web.Surroundings;

/** What the charts of a tree's fronts say in the reader's language. */
final class FrontSayings {
  private FrontSayings() {}

  static TreeFront.Sayings of(Surroundings here) {
    return new TreeFront.Sayings(
        front -> here.text("attacks.chart." + key(front)),
        front -> here.text("attacks.chart.up." + key(front)),
        here.text("attacks.chart.across.attack"),
        here.text("attacks.chart.across.measures"),
        here.text("attacks.chart.nothing"),
        List.of(here.text("attacks.chart.missing"), here.text("attacks.impossible")),
        List.of(here.text("attacks.chart.tooLarge"), here.text("attacks.chart.tooLarge.remedy")),
        value -> Double.isInfinite(value) ? "\u221e" : TreeView.number(here.locale(), value));
  }

  private static String key(TreeFront front) {
    return switch (front) {
      case COST_PROBABILITY -> "probability";
      case COST_TIME -> "time";
      case PLAN_COST -> "price";
      case PLAN_SUCCESS -> "success";
    };
  }
}
