package org.concordat.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.whatif.Rebasing.Settlement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Settles a conflict of a draft with what others have changed. */
@Command(
    name = "settle",
    sortOptions = false,
    header = "Settle a conflict with what others have changed.",
    description = {
      "",
      "Where others have changed the very entry that a draft changes: 'mine' puts the draft's in"
          + " the place of what is there now, 'theirs' leaves that."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat draft settle https://acme.example \"Two sites\" 1 mine",
      "  concordat draft settle https://acme.example \"Two sites\" 1 theirs"
    })
final class DraftSettleCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final DraftOptions options = new DraftOptions();

  @Parameters(
      index = "2",
      paramLabel = "NUMBER",
      description = "The number of the change, as 'show' tells it.")
  private int number;

  @Parameters(
      index = "3",
      paramLabel = "WHOSE",
      description = "Whose state shall hold: ${COMPLETION-CANDIDATES}.")
  private Settlement settlement = Settlement.THEIRS;

  DraftSettleCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, Refusal {
    Told draft = options.find();
    int place = options.place(draft, number);
    options.tell(options.server().settle(draft, place, Words.of(settlement)), terminal);
    return ExitStatus.OK;
  }
}
