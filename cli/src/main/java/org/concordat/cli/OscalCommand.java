package org.concordat.cli;

import picocli.CommandLine.Command;

/** What is done with OSCAL documents; its sub-commands do the work. */
@Command(
    name = "oscal",
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    header = "Check, convert and resolve OSCAL documents.",
    description = {
      "",
      "OSCAL is NIST's language for catalogues of controls, baselines and security plans. Documents"
          + " of OSCAL 1.x are read and written as JSON, YAML and XML, with everything that they"
          + " hold, also what OSCAL does not know."
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat oscal check baseline.yaml",
      "  concordat oscal resolve baseline.yaml -o resolved.json",
      "  concordat oscal convert controls.json -o controls.xml"
    })
final class OscalCommand {}
