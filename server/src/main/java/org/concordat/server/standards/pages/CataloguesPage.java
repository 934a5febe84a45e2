package org.concordat.server.standards.pages;

import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * The catalogues that an organisation follows, and those that it could.
 *
 * @param findings what does not fit together
 * @param edits whether the reader may follow others
 */
public record CataloguesPage(
    List<Followed> followed, List<Offered> offered, List<Finding> findings, boolean edits)
    implements PageModel {
  public CataloguesPage {
    followed = List.copyOf(followed);
    offered = List.copyOf(offered);
    findings = List.copyOf(findings);
  }

  /**
   * A catalogue that is followed.
   *
   * @param operated how many of its controls are said to be in operation, be it partly
   */
  public record Followed(
      String id,
      String title,
      @Nullable String because,
      int controls,
      int operated,
      CoverageView coverage,
      String tag) {}

  /**
   * A catalogue on the shelf.
   *
   * @param joins the titles of the followed catalogues that a shipped crosswalk joins it with
   */
  public record Offered(
      String id, String title, int controls, @Nullable String licence, List<String> joins) {
    public Offered {
      joins = List.copyOf(joins);
    }
  }

  @Override
  public String template() {
    return "standards/catalogues";
  }
}
