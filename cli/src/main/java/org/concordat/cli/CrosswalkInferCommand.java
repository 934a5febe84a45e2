package org.concordat.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.Table.Column;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.inference.Inference;
import org.concordat.core.standards.inference.Known;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is known of the controls of two catalogues. */
@Command(
    name = "infer",
    sortOptions = false,
    header = "Say how the controls of two catalogues relate, as far as crosswalks prove it.",
    description = {
      "",
      "Lists every pair of which something is known: the relations of the source to the target that"
          + " are still possible. Crosswalks by way of other catalogues count, parts and mappings"
          + " of unstated kind too. --why shows the mappings that prove each pair."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat crosswalk infer --from iso27001-2022 --to csf-2.0 standards --why",
      "  concordat crosswalk infer --from iso27001-2022 --to csf-2.0 standards --format json"
    })
final class CrosswalkInferCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final CrosswalkOptions options = new CrosswalkOptions();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "CATALOGUE",
      description = "The id of the catalogue that the sources are in.")
  private String from = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  CrosswalkInferCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    Library library = options.library(List.of(from), terminal);
    Inference inference = CrosswalkFiles.infer(library, terminal);
    List<Known> pairs;
    try (var _ = terminal.progress("Finding proofs")) {
      pairs = inference.between(from, options.to());
    }
    switch (format) {
      case JSON -> CrosswalkJson.inferred(pairs, inference.contradictions(), terminal);
      case CSV, MARKDOWN -> Tables.write(table(pairs, library), format, terminal);
      case TABLE -> {
        if (!pairs.isEmpty()) {
          Tables.write(table(pairs, library), format, terminal);
          terminal.line("");
        }
        terminal.paragraph(0, summary(pairs));
      }
    }
    if (format != TableFormat.JSON) {
      CrosswalkWords.warn(inference.contradictions(), terminal);
    }
    return ExitStatus.OK;
  }

  private Table table(List<Known> pairs, Library library) {
    boolean isForPrograms = format == TableFormat.CSV;
    CrosswalkWords words = new CrosswalkWords(library);
    List<Column> columns = new ArrayList<>();
    columns.add(Table.elastic("source", from));
    columns.add(Table.elastic("known", "is"));
    columns.add(Table.elastic("target", options.to()));
    if (options.why() || isForPrograms) {
      columns.add(Table.elastic("via", "Because"));
    }
    Table.Builder table = Table.of(columns.toArray(Column[]::new));
    for (Known known : pairs) {
      List<Cell> row = new ArrayList<>();
      row.add(isForPrograms ? Cell.of(known.source().control()) : words.control(known.source()));
      row.add(
          Cell.of(
              isForPrograms
                  ? String.join(" ", known.relations().words())
                  : CrosswalkWords.known(known.relations())));
      row.add(isForPrograms ? Cell.of(known.target().control()) : words.control(known.target()));
      if (options.why() || isForPrograms) {
        row.add(CrosswalkWords.why(known));
      }
      table.row(row);
    }
    return table.build();
  }

  private String summary(List<Known> pairs) {
    if (pairs.isEmpty()) {
      return "Nothing is known of how %s and %s relate.".formatted(from, options.to());
    }
    return String.format(
        Locale.ROOT,
        "Something is known of %,d %s; of all others nothing.",
        pairs.size(),
        pairs.size() == 1 ? "pair" : "pairs");
  }
}
