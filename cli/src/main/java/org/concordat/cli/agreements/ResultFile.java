package org.concordat.cli.agreements;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Terminal;
import org.concordat.core.agreements.learning.Learning;
import org.concordat.formats.documents.Letterhead;
import org.concordat.formats.results.EnglishResults;
import org.concordat.formats.results.ResultDocument;
import org.concordat.formats.results.ResultJson;
import org.concordat.formats.results.ResultReport;
import org.concordat.formats.results.ResultTable;
import org.concordat.formats.tables.RowWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A report on results that is written into a file. */
final class ResultFile {
  private enum Form {
    PDF,
    XLSX,
    CSV,
    JSON
  }

  private final OutputTarget target;
  private final Form form;

  private ResultFile(OutputTarget target, Form form) {
    this.target = target;
    this.form = form;
  }

  /**
   * A file; its name says what it is.
   *
   * @throws ParameterException when its name says nothing that is known
   * @throws IOException when it is there already and must not be overwritten
   */
  static ResultFile of(Path output, boolean force, CommandSpec spec, Terminal terminal)
      throws IOException {
    String name = output.toString().toLowerCase(Locale.ROOT);
    for (Form form : Form.values()) {
      if (name.endsWith("." + form.name().toLowerCase(Locale.ROOT))) {
        return new ResultFile(OutputTarget.of(output, force, terminal), form);
      }
    }
    throw new ParameterException(
        spec.commandLine(), "a report ends in .pdf, .xlsx, .csv or .json, not like " + output);
  }

  void write(ResultReport report, LocalDate today) throws IOException {
    target.write(out -> write(report, today, out));
  }

  private void write(ResultReport report, LocalDate today, OutputStream out) throws IOException {
    switch (form) {
      case PDF ->
          out.write(
              ResultDocument.write(
                  Letterhead.english(report.agreement().organisation(), today.toString()),
                  report,
                  List.of(),
                  Learning.fromTargets(report.evaluation(), Learning.ENOUGH),
                  new EnglishResults()));
      case XLSX -> ResultTable.write(report, RowWriter.xlsx(out, "Results", 0));
      case CSV -> ResultTable.write(report, RowWriter.csv(out));
      case JSON -> ResultJson.write(report, out);
    }
  }
}
