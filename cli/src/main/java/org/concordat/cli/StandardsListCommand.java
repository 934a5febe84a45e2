package org.concordat.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.topics.TopicTable;
import org.concordat.formats.topics.ShippedStandards;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The catalogues, crosswalks and tables of topics that ship. */
@Command(
    name = "list",
    sortOptions = false,
    header = "List catalogues, crosswalks and tables of topics.",
    description = {"", "Each with its id, version, number of entries, source and licence."},
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {"  concordat standards list", "  concordat standards list --format json"})
final class StandardsListCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  @Mixin private final StandardsSource source = new StandardsSource();

  StandardsListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    Library library = source.library();
    Table.Builder table =
        Table.of(
            Table.column("kind", "Kind"),
            Table.elastic("id", "Id"),
            Table.elastic("title", "Title"),
            Table.column("version", "Version"),
            Table.column("entries", "Entries"),
            Table.elastic("source", "Source"),
            Table.elastic("licence", "Licence"));
    for (Catalogue catalogue : library.catalogues()) {
      long controls = catalogue.controls().stream().filter(c -> !c.withdrawn()).count();
      row(
          table,
          "catalogue",
          catalogue.id(),
          catalogue.title(),
          catalogue.version(),
          controls,
          catalogue.source(),
          catalogue.licence());
    }
    for (Crosswalk crosswalk : library.crosswalks()) {
      row(
          table,
          "crosswalk",
          crosswalk.id(),
          crosswalk.source() + " to " + crosswalk.target(),
          crosswalk.version(),
          crosswalk.mappings().size(),
          crosswalk.publisher(),
          crosswalk.licence());
    }
    for (TopicTable topics : ShippedStandards.topicTables()) {
      row(
          table,
          "topics",
          topics.id(),
          topics.title(),
          topics.version(),
          topics.topics().size(),
          topics.publisher(),
          topics.licence());
    }
    Tables.write(table.build(), format, terminal);
    return ExitStatus.OK;
  }

  private static void row(
      Table.Builder table,
      String kind,
      String id,
      String title,
      @Nullable String version,
      long entries,
      @Nullable String source,
      @Nullable String licence) {
    table.row(
        Cell.of(kind),
        Cell.of(id, Tone.STRONG),
        Cell.of(title),
        known(version),
        Cell.of(entries),
        known(source),
        known(licence));
  }

  private static Cell known(@Nullable String text) {
    return text == null ? Cell.nothing() : Cell.of(text);
  }
}
