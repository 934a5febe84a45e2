package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.Factor;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.content.CatalogueFactor;
import org.concordat.formats.content.InformationType;
import org.concordat.formats.content.ShippedContent;
import org.concordat.formats.imports.ImportMerge;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts a workspace from the catalogues that ship with Concordat. */
@Command(
    name = "new",
    sortOptions = false,
    header = "Start a workspace, with factors and information types to begin with.",
    description = {
      "",
      "Makes a workspace. The factors are kinds of damage to choose from; information types bring"
          + " assets with the impact levels that the loss of such information usually has (NIST SP"
          + " 800-60), for you to confirm or correct. 'concordat catalogue' shows both."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat new start",
      "  concordat new insurer --name \"Acme Insurance\" --industry insurance --factors",
      "  concordat new claims.yaml --factors --information \"insurance claims\""
    })
final class NewCommand implements Callable<Integer> {
  /** More information types than this are hardly what one search meant. */
  private static final int MOST_TYPES = 8;

  private final Terminal terminal;
  private final Clock clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "WORKSPACE",
      description = "The folder to make, or the file when it ends in .yaml.")
  private Path path = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The name of the organisation. Default: the name of the folder or file.")
  private @Nullable String name;

  @Option(
      names = "--industry",
      paramLabel = "INDUSTRY",
      description = "Its industry; --factors then brings those that are typical of it.")
  private @Nullable String industry;

  @Option(names = "--factors", description = "Bring the catalogue of factors.")
  private boolean factors;

  @Option(
      names = "--information",
      paramLabel = "WORDS",
      description =
          "Bring the information types of these words, or the one of this id. May be repeated.")
  private List<String> information = List.of();

  NewCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InvalidInput, Refusal {
    Set<InformationType> types = new LinkedHashSet<>();
    for (String words : information) {
      types.addAll(find(words));
    }
    if (!WorkspaceTarget.isMissing(path)) {
      throw new Refusal(path + ": there is a workspace here already; choose another place");
    }
    Workspace workspace = start();
    if (!types.isEmpty()) {
      workspace =
          ImportMerge.into(workspace, ShippedContent.asImportedModel(types), LocalDate.now(clock))
              .workspace();
    }
    WorkspaceTarget.check(workspace);
    WorkspaceFiles.save(workspace, path);
    tell(workspace);
    return ExitStatus.OK;
  }

  private List<InformationType> find(String words) {
    List<InformationType> all = ShippedContent.informationTypes();
    List<InformationType> byId =
        all.stream().filter(t -> t.id().equalsIgnoreCase(words.strip())).toList();
    List<InformationType> found = byId.isEmpty() ? ShippedContent.informationTypes(words) : byId;
    if (found.isEmpty()) {
      throw wrong(
          "no information type is called '%s'; look for one with: concordat catalogue"
                  .formatted(words)
              + " information-types");
    }
    if (found.size() > MOST_TYPES) {
      throw wrong(
          "%d information types are called '%s'; say more words, or an id, for example %s"
              .formatted(found.size(), words, choices(found)));
    }
    return found;
  }

  private static String choices(List<InformationType> found) {
    return String.join(
        ", ", found.stream().limit(3).map(t -> t.id() + " (" + t.title() + ")").toList());
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Workspace start() {
    Organisation named =
        WorkspaceTarget.organisation(name == null ? WorkspaceTarget.stem(path) : name);
    Workspace empty = Workspace.empty(new Organisation(named.id(), named.name(), industry));
    return new Workspace(
        empty.organisation(),
        empty.scale(),
        empty.combination(),
        empty.inheritance(),
        empty.properties(),
        empty.units(),
        factors(),
        empty.assets(),
        empty.dependencies(),
        empty.impacts(),
        empty.origins());
  }

  private List<Factor> factors() {
    if (!factors) {
      return List.of();
    }
    List<CatalogueFactor> all =
        industry == null ? ShippedContent.factors() : ShippedContent.factors(industry);
    return all.stream().map(CatalogueFactor::asFactor).toList();
  }

  private void tell(Workspace workspace) {
    terminal.paragraph(
        0,
        "Made %s with %d factors and %d assets."
            .formatted(path, workspace.factors().size(), workspace.assets().size()));
    terminal.line("");
    terminal.paragraph(
        0,
        "Next: write your units and what they want into %s, for example:"
            .formatted(Files.isDirectory(path) ? "a YAML file in " + path : path));
    terminal.line("");
    for (String line :
        """
        units:
          - id: claims
            name: Claims handling
            goals:
              - {id: fast-settlement, name: Settle within a day, importance: critical}
        impacts:
          - {factor: %s, goal: fast-settlement, level: critical, by: you}
        """
            .formatted(exampleFactor(workspace))
            .split("\n", -1)) {
      terminal.line(line.isEmpty() ? "" : "  " + line);
    }
    terminal.line("Then:");
    terminal.command(
        "concordat priorities" + WorkspaceReader.argument(new WorkspacePlace.Local(path)));
  }

  private static String exampleFactor(Workspace workspace) {
    List<String> ids = workspace.factors().stream().map(Factor::id).toList();
    if (ids.isEmpty()) {
      return "delay";
    }
    return ids.contains(ImportMerge.RATED_IMPACT) ? ImportMerge.RATED_IMPACT : ids.getFirst();
  }
}
