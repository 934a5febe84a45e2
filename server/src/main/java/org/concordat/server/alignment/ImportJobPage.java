package org.concordat.server.alignment;

import org.concordat.server.web.PageModel;
import org.concordat.server.workspace.imports.ImportJob;
import org.concordat.server.workspace.imports.ImportJob.Stage;

/** One import: how far it is, or what it would do, or what became of it. */
public record ImportJobPage(ImportJob job) implements PageModel {
  /** How much is written, in hundredths. */
  public static int percent(Stage.Writing writing) {
    return writing.inAll() == 0 ? 0 : (int) (100 * writing.written() / writing.inAll());
  }

  @Override
  public String template() {
    return "alignment/import_job";
  }
}
