package org.concordat.cli;

import picocli.CommandLine.Command;

/** What concerns the change trail; its sub-commands do the work. */
@Command(
    name = "trail",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Check an export of the server's change trail.",
    description = {
      "",
      "The server records every change of every row, and seals the records so that nobody can alter"
          + " them unnoticed. An export can be checked by anyone, without the server."
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat trail verify trail.ndjson --key seal.pub",
      "  concordat trail verify --help"
    })
final class TrailCommand {}
