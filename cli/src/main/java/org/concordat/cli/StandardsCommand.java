package org.concordat.cli;

import picocli.CommandLine.Command;

/** What ships with Concordat of standards; its sub-commands do the work. */
@Command(
    name = "standards",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "List the standards that ship with Concordat, and look into them.",
    description = {
      "",
      "Catalogues are standards as the controls that they are made of; crosswalks and tables of"
          + " topics say how they relate. Every command that needs one takes its id."
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat standards list",
      "  concordat standards show iso27001-2022 --control A.5.24",
      "  concordat standards show itil-4 --format csv"
    })
final class StandardsCommand {}
