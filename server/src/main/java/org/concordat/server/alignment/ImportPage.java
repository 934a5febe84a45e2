package org.concordat.server.alignment;

import java.util.List;
import org.concordat.server.web.PageModel;
import org.concordat.server.workspace.imports.ImportJob;

/**
 * A file to choose for an import, and the imports of the last days.
 *
 * @param recent latest first
 */
public record ImportPage(List<ImportJob> recent) implements PageModel {
  public ImportPage {
    recent = List.copyOf(recent);
  }

  /** The text of a stage in the list. */
  public static String stageKey(ImportJob job) {
    return "alignment.import.stage." + job.stage().getClass().getSimpleName();
  }

  @Override
  public String template() {
    return "alignment/import";
  }
}
