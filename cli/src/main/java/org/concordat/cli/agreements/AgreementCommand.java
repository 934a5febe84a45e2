package org.concordat.cli.agreements;

import java.time.Clock;
import org.concordat.cli.output.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Agreements on security between units and those who supply; its sub-commands do the work. */
@Command(
    name = "agreement",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Draft, review, compare, evaluate and verify agreements on security.",
    description = {
      "",
      "An agreement says which security a business unit gets from IT, for which price, and how both"
          + " tell whether it is kept. Drafts follow from the unit's priorities; a review finds"
          + " every other unit that a lower level would hurt."
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat agreement draft bank-a.yaml --services services.yaml --unit mortgages",
      "  concordat agreement review bank-a.yaml mortgages-1.yaml",
      "  concordat agreement evaluate mortgages-1.yaml measurements.csv"
    })
public final class AgreementCommand {
  private AgreementCommand() {}

  /** The command with its sub-commands. */
  public static CommandLine of(Terminal terminal, Clock clock, Workspaces workspaces) {
    return new CommandLine(new AgreementCommand())
        .addSubcommand(new AgreementDraftCommand(terminal, clock, workspaces))
        .addSubcommand(new AgreementCompareCommand(terminal, workspaces))
        .addSubcommand(new AgreementReviewCommand(terminal, workspaces))
        .addSubcommand(new AgreementEvaluateCommand(terminal, clock))
        .addSubcommand(new AgreementVerifyCommand(terminal))
        .addSubcommand(new AgreementOpenSloCommand(terminal));
  }
}
