package org.concordat.server.alignment;

import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;
import org.concordat.server.workspace.imports.ImportJob;

/**
 * A file to choose for an import, and the imports of the last days.
 *
 * @param all how many there are without a filter
 */
public record ImportPage(TableView table, int all) implements TablePage {
  /** What the keys of stages begin with. */
  static final String STAGE = "alignment.import.stage.";

  /** The text of a stage in the list. */
  public static String stageKey(ImportJob job) {
    if (job.takesBack() != null && job.stage() instanceof ImportJob.Stage.Reading) {
      return "alignment.back.reading";
    }
    if (job.takesBack() != null && job.stage() instanceof ImportJob.Stage.Comparing) {
      return "alignment.back.comparing";
    }
    return STAGE + job.stage().getClass().getSimpleName();
  }

  @Override
  public String template() {
    return "alignment/import";
  }
}
