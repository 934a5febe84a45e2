package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.drafts.DraftFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries things out in a draft. */
@Command(
    name = "try",
    sortOptions = false,
    header = "Try changes out in a draft.",
    description = {
      "",
      "Takes the same changes as 'concordat what-if', all of them or none, and shows what the draft"
          + " moves with them."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat draft try https://acme.example \"Two sites\" second-site.yaml",
      "  concordat draft try https://acme.example \"Two sites\" --try \"{try: asset-gone, id:"
          + " crm}\""
    })
final class DraftTryCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private final DraftOptions options = new DraftOptions();

  @Parameters(
      index = "2..*",
      arity = "0..*",
      paramLabel = "CHANGES",
      description = "Files with changes (YAML or JSON).")
  private List<Path> files = new ArrayList<>();

  @Mixin private final TriedChanges tried = new TriedChanges();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  DraftTryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput, Refusal {
    List<DraftFile.Entry> entries = tried.with(files);
    if (entries.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "name a file with changes, or say one with --try");
    }
    options.tell(options.server().edit(options.find(), entries), terminal);
    return ExitStatus.OK;
  }
}
