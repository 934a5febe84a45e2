package org.concordat.cli.attacks;

import org.concordat.cli.output.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The door to the commands for attack trees. */
@Command(
    name = "tree",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Check, evaluate, draw and convert attack trees.",
    description = {
      "",
      "An attack tree says how somebody may reach what you do not want, and what stands against it."
          + " It lies in a YAML or JSON file, or in the XML of ADTool. Figures are exact also where"
          + " branches share a step: it is paid once."
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat tree check claims-standstill.yaml",
      "  concordat tree evaluate claims-standstill.yaml --budget 5000",
      "  concordat tree draw claims-standstill.yaml -o claims.svg --mark cheapest",
      "  concordat tree convert account.xml -o account.yaml"
    })
public final class TreeCommand {
  private TreeCommand() {}

  /** The command with its sub-commands. */
  public static CommandLine of(Terminal terminal) {
    return new CommandLine(new TreeCommand())
        .addSubcommand(new TreeCheckCommand(terminal))
        .addSubcommand(new TreeEvaluateCommand(terminal))
        .addSubcommand(new TreeDrawCommand(terminal))
        .addSubcommand(new TreeConvertCommand(terminal));
  }
}
