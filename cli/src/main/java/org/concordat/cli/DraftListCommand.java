package org.concordat.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The drafts of a server. */
@Command(
    name = "list",
    sortOptions = false,
    header = "List the drafts that you may open.",
    description = {
      "",
      "Your own, those that others share, and all that are proposed or decided; the newest first."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat draft list https://acme.example",
      "  concordat draft list https://acme.example --format csv"
    })
final class DraftListCommand implements Callable<Integer> {
  /** So many characters of a moment say the day. */
  private static final int DAY = 10;

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "ADDRESS", description = DraftOptions.ADDRESS)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private DraftServer server;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  DraftListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Table.Builder table =
        Table.of(
            Table.elastic("name", "Name"),
            Table.column("state", "State"),
            Table.elastic("by", "By"),
            Table.column("made", "Made"),
            Table.column("shared", "Shared"),
            Table.column("id", "Id"));
    List<Told> drafts = server.all();
    for (Told draft : drafts) {
      String made = draft.member("made").text("at");
      table.row(
          Cell.of(draft.text("name"), Tone.STRONG),
          Cell.of(draft.text("state")),
          Cell.of(draft.member("made").text("by")),
          Cell.of(made.substring(0, Math.min(DAY, made.length()))),
          Cell.of(draft.flag("shared") ? "yes" : "no"),
          Cell.of(draft.text("id"), Tone.QUIET));
    }
    if (drafts.isEmpty() && format == TableFormat.TABLE) {
      terminal.paragraph(0, "There are no drafts that you may open. Begin one:");
      terminal.command("concordat draft new " + server + " \"What if ...\"");
    } else {
      Tables.write(table.build(), format, terminal);
    }
    return ExitStatus.OK;
  }
}
