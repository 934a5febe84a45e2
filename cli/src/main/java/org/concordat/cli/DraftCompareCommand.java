package org.concordat.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Two drafts side by side. */
@Command(
    name = "compare",
    sortOptions = false,
    header = "Set two drafts side by side.",
    description = {
      "",
      "Tells which requirements would have another score in one draft than in the other, and where"
          + " each stands today and in both."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat draft compare https://acme.example \"Two sites\" Insured",
      "  concordat draft compare https://acme.example \"Two sites\" Insured --format csv"
    })
final class DraftCompareCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final DraftOptions options = new DraftOptions();

  @Parameters(
      index = "2",
      paramLabel = "OTHER",
      description = "The other draft, by its id or its name.")
  private String other = "";

  DraftCompareCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, Refusal {
    Told one = options.find();
    Told two = options.server().find(other);
    Told comparison = options.server().compare(one, two);
    if (options.format() == TableFormat.JSON) {
      comparison.write(terminal.out());
    } else {
      ComparisonReport.of(one.text("name"), two.text("name"), comparison)
          .write(options.format(), terminal);
    }
    return ExitStatus.OK;
  }
}
