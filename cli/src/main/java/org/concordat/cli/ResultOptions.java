package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Terminal;
import org.concordat.formats.tables.RowWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options by which a result is written: as what, and where. */
final class ResultOptions {
  private static final String WORKBOOK = ".xlsx";

  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: what FILE ends in, else table.")
  private @Nullable TableFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write it into this file, which ends in .csv, .xlsx, .json or .md.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  /** What text is written; a workbook has what CSV has. */
  TableFormat format() {
    if (format != null) {
      return format;
    }
    return output == null || OutputTarget.isStandardOutput(output) ? TableFormat.TABLE : of(output);
  }

  private TableFormat of(Path file) {
    String name = name(file);
    if (name.endsWith(".csv") || name.endsWith(WORKBOOK)) {
      return TableFormat.CSV;
    }
    if (name.endsWith(".json")) {
      return TableFormat.JSON;
    }
    if (name.endsWith(".md")) {
      return TableFormat.MARKDOWN;
    }
    throw new ParameterException(
        spec.commandLine(),
        file + " does not say how to write; end it in .csv, .xlsx, .json or .md, or name --format");
  }

  private static String name(Path file) {
    return file.toString().toLowerCase(Locale.ROOT);
  }

  /** Where the result goes; a file that must not be overwritten is found before the work. */
  OutputTarget target(Terminal terminal) throws IOException {
    return OutputTarget.of(output == null ? OutputTarget.STANDARD_OUTPUT : output, force, terminal);
  }

  /** Whether people will read it, and not programs. */
  boolean isForPeople() {
    return format() == TableFormat.TABLE || format() == TableFormat.MARKDOWN;
  }

  /** Writes a result as rows, and finishes the file. */
  interface Rows {
    void write(RowWriter rows) throws IOException;
  }

  /** Writes a result to the terminal that it is given. */
  interface Printing {
    void print(Terminal to) throws IOException;
  }

  /**
   * Writes a result where it was asked for.
   *
   * @param target what {@link #target} told before the work
   * @param sheet what the sheet of a workbook is called
   * @param rows what a workbook holds
   * @param printing writes all else, in {@link #format}
   */
  void write(OutputTarget target, Terminal terminal, String sheet, Rows rows, Printing printing)
      throws IOException {
    if (format == null && output != null && name(output).endsWith(WORKBOOK)) {
      target.write(out -> rows.write(RowWriter.xlsx(out, sheet, 1)));
    } else {
      target.print(terminal, (_, to) -> printing.print(to));
    }
  }
}
