package org.concordat.cli;

import org.concordat.cli.output.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Drafts on a server; its sub-commands do the work. */
@Command(
    name = "draft",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Try changes out on a server, propose them, and decide.",
    description = {
      "",
      "A draft lies on top of the model of a server as it is now: it says which priorities would"
          + " move, and nothing holds until somebody else approves it. Without a server, 'concordat"
          + " what-if' tries changes out on files.",
      "",
      "The token stands in CONCORDAT_TOKEN; it needs READ_MODEL, for all but looking also"
          + " DRAFT_CHANGES, and for deciding the rights to the changes. A draft is named by its"
          + " id, or by its name when no other is called so."
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat draft new https://acme.example \"Two sites\"",
      "  concordat draft try https://acme.example \"Two sites\" second-site.yaml",
      "  concordat draft propose https://acme.example \"Two sites\" --because Built",
      "  concordat draft approve https://acme.example \"Two sites\""
    })
final class DraftCommand {
  private DraftCommand() {}

  /** The command with its sub-commands. */
  static CommandLine of(Terminal terminal) {
    CommandLine command =
        new CommandLine(new DraftCommand())
            .addSubcommand(new DraftListCommand(terminal))
            .addSubcommand(new DraftShowCommand(terminal))
            .addSubcommand(new DraftNewCommand(terminal))
            .addSubcommand(new DraftTryCommand(terminal))
            .addSubcommand(new DraftWithoutCommand(terminal))
            .addSubcommand(new DraftSettleCommand(terminal))
            .addSubcommand(new DraftCompareCommand(terminal));
    for (DraftStep step : DraftStep.values()) {
      command.addSubcommand(DraftStepCommand.of(step, terminal));
    }
    return command;
  }
}
