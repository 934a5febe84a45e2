package org.concordat.server.standards.pages;

import java.util.List;
import org.concordat.core.findings.Finding;
import org.concordat.server.web.PageModel;

/**
 * What the crosswalks in use contradict each other in, and what of the standards does not fit.
 *
 * @param crosswalks how many crosswalks are in use
 * @param mappings how many mappings they have
 */
public record ContradictionsPage(
    List<MappingView.Clash> clashes, List<Finding> findings, int crosswalks, int mappings)
    implements PageModel {
  public ContradictionsPage {
    clashes = List.copyOf(clashes);
    findings = List.copyOf(findings);
  }

  @Override
  public String template() {
    return "standards/contradictions";
  }
}
