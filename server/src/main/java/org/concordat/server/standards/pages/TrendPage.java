package org.concordat.server.standards.pages;

import java.time.LocalDate;
import java.util.List;
import org.concordat.server.web.PageModel;

/** How the coverage of a catalogue has moved. */
public record TrendPage(String id, String title, List<Point> points) implements PageModel {
  public TrendPage {
    points = List.copyOf(points);
  }

  /** The coverage at the end of a day. */
  public record Point(LocalDate day, CoverageView coverage) {}

  @Override
  public String template() {
    return "standards/trend";
  }
}
