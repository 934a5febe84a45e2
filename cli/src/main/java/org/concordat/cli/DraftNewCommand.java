package org.concordat.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.TextFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a draft. */
@Command(
    name = "new",
    sortOptions = false,
    header = "Begin a draft.",
    description = {
      "",
      "It has no changes yet, and is yours alone until you share it or propose it."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat draft new https://acme.example \"Two sites\"",
      "  concordat draft new https://acme.example \"Two sites\" --format json"
    })
final class DraftNewCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ADDRESS", description = DraftOptions.ADDRESS)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private DraftServer server;

  @Parameters(index = "1", paramLabel = "NAME", description = "What you want to find out.")
  private String name = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: text.")
  private TextFormat format = TextFormat.TEXT;

  DraftNewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (name.isBlank()) {
      throw new ParameterException(spec.commandLine(), "give the draft a name");
    }
    Told draft = server.begin(name.strip());
    if (format == TextFormat.JSON) {
      draft.write(terminal.out());
    } else {
      terminal.paragraph(0, "Begun: " + server.page(draft));
      terminal.line("Try something out in it:");
      terminal.command("concordat draft try %s %s CHANGES".formatted(server, draft.text("id")));
    }
    return ExitStatus.OK;
  }
}
