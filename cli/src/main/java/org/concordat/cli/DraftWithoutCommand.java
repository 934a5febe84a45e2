package org.concordat.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a change out of a draft. */
@Command(
    name = "without",
    sortOptions = false,
    header = "Take a change out of a draft.",
    description = {
      "",
      "Those that cannot be without it go with it, such as a dependency on an asset that the change"
          + " adds."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat draft without https://acme.example \"Two sites\" 2",
      "  concordat draft without https://acme.example \"Two sites\" 2 --format json"
    })
final class DraftWithoutCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final DraftOptions options = new DraftOptions();

  @Parameters(
      index = "2",
      paramLabel = "NUMBER",
      description = "The number of the change, as 'show' tells it.")
  private int number;

  DraftWithoutCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, Refusal {
    Told draft = options.find();
    options.tell(options.server().without(draft, options.place(draft, number)), terminal);
    return ExitStatus.OK;
  }
}
