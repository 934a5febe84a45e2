package org.concordat.cli;

import picocli.CommandLine.Command;

/** Judgement rounds; its sub-commands do the work. */
@Command(
    name = "round",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Say how far people agree who judge the same things.",
    description = {
      "",
      "When several people judge the same links apart, their answers say how far they agree, about"
          + " what they differ, and whether it matters: which priorities would be others if the"
          + " lowest or the highest answer were right."
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat round agreement acme",
      "  concordat round agreement answers.csv --of acme"
    })
final class RoundCommand {}
