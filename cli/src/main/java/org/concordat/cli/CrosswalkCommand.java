package org.concordat.cli;

import picocli.CommandLine.Command;

/** What may be concluded from crosswalks between standards; its sub-commands do the work. */
@Command(
    name = "crosswalk",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Conclude from crosswalks between standards.",
    description = {
      "",
      "A crosswalk says how the controls of two standards relate: equal, subset, superset,"
          + " intersects, none, or just related. From any number of them follows what is known of"
          + " controls that nobody mapped; every conclusion comes with the published mappings that"
          + " prove it, and contradictions with their smallest cause."
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat crosswalk infer --from iso27001-2022 --to csf-2.0 standards --why",
      "  concordat crosswalk coverage --operated operated.yaml --to csf-2.0 standards",
      "  concordat crosswalk check standards"
    })
final class CrosswalkCommand {}
