package org.concordat.server.standards.pages;

import java.util.List;
import java.util.Map;
import org.concordat.core.findings.Finding;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * What an import would change; nothing is changed yet.
 *
 * @param upload the id of the file that waits, or null while none was sent
 * @param titles the titles of the catalogues to choose from, by their ids
 * @param catalogues what would come of catalogues: title and number of controls
 * @param crosswalks what would come of crosswalks: id and number of mappings
 * @param changes how many entries would change
 * @param clashes contradictions that it would bring
 * @param findings what is wrong with the file, or only to be looked at
 */
public record StandardsImportPage(
    @Nullable String upload,
    String name,
    String source,
    String target,
    Map<String, String> titles,
    Map<String, Integer> catalogues,
    Map<String, Integer> crosswalks,
    int changes,
    List<MappingView.Clash> clashes,
    List<MarkingPage.Effect> effects,
    List<Finding> findings)
    implements PageModel {
  /** So many findings and contradictions are listed. */
  private static final int LISTED = 100;

  public StandardsImportPage {
    clashes = List.copyOf(clashes);
    effects = List.copyOf(effects);
    findings = List.copyOf(findings);
  }

  public List<Finding> listedFindings() {
    return findings.subList(0, Math.min(LISTED, findings.size()));
  }

  public List<MappingView.Clash> listedClashes() {
    return clashes.subList(0, Math.min(LISTED, clashes.size()));
  }

  @Override
  public String template() {
    return "standards/import";
  }
}
