package org.concordat.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A draft with what it changes and what that moves. */
@Command(
    name = "show",
    sortOptions = false,
    header = "Show a draft: what it changes, and what that moves.",
    description = {
      "",
      "Tells each change with its number, then the requirements that would move: from which level"
          + " and rank to which, for which unit, by which change, and the best reason that they"
          + " would have."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat draft show https://acme.example \"Two sites\"",
      "  concordat draft show https://acme.example \"Two sites\" --format json"
    })
final class DraftShowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final DraftOptions options = new DraftOptions();

  DraftShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, Refusal {
    options.tell(options.find(), terminal);
    return ExitStatus.OK;
  }
}
