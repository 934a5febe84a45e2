package org.concordat.cli;

import picocli.CommandLine.Command;

/** What several standards mean together; its sub-commands are the four scenarios. */
@Command(
    name = "scenario",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Say what one standard gives another, what is left, and how two come together.",
    description = {
      "",
      "Four questions: what of another standard do we have already (have), what is left (left),"
          + " what is to do for both, each piece of work once (both), and what two organisations"
          + " have together (merge). Where a table of topics relates the two standards, it answers;"
          + " otherwise what the crosswalks prove does."
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat scenario have --of iso27001-2005 --for itil-v3 lakeside.yaml",
      "  concordat scenario left --of itil-4 --for iso27001-2022",
      "  concordat scenario both --of itil-v3 --for iso27001-2005",
      "  concordat scenario merge --of itil-v3 --for iso27001-2005 --a northern.yaml --b"
          + " lakeside.yaml"
    })
final class ScenarioCommand {}
