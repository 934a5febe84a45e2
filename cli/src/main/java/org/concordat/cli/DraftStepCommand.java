package org.concordat.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;

/** Takes a draft a step further: shared, proposed, decided on, dropped. */
@Command(
    sortOptions = false,
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n")
final class DraftStepCommand implements Callable<Integer> {
  private static final String BECAUSE = "--because";

  private final DraftStep step;
  private final Terminal terminal;

  @Option(names = BECAUSE, paramLabel = "WORDS", description = "Why.")
  private String words = "";

  @Mixin private final DraftOptions options = new DraftOptions();

  private DraftStepCommand(DraftStep step, Terminal terminal) {
    this.step = step;
    this.terminal = terminal;
  }

  /** The command for a step. */
  static CommandLine of(DraftStep step, Terminal terminal) {
    CommandLine command = new CommandLine(new DraftStepCommand(step, terminal));
    String name = Words.of(step);
    command.getCommandSpec().name(name);
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.header(step.header).description("", step.about);
    String example = "  concordat draft " + name + " https://acme.example \"Two sites\"";
    usage.footer(example, example + (step.takesWords ? " --because Built" : " --format json"));
    if (!step.takesWords) {
      command.getCommandSpec().remove(command.getCommandSpec().findOption(BECAUSE));
    }
    return command;
  }

  @Override
  public Integer call() throws IOException, Refusal {
    DraftServer server = options.server();
    Told draft = options.find();
    Told told =
        switch (step) {
          case SHARE -> server.share(draft, true);
          case UNSHARE -> server.share(draft, false);
          case PROPOSE -> server.step(draft, "proposed", words);
          case TAKE_BACK -> server.step(draft, "open", words);
          case APPROVE -> server.step(draft, "applied", words);
          case REFUSE -> server.step(draft, "refused", words);
          case DROP -> server.step(draft, "dropped", words);
        };
    if (options.format() == TableFormat.TABLE) {
      terminal.paragraph(0, step.done.formatted(server.page(told)));
    } else {
      options.tell(told, terminal);
    }
    return ExitStatus.OK;
  }
}
