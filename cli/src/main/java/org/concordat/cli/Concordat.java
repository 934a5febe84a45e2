package org.concordat.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.concordat.cli.agreements.AgreementCommand;
import org.concordat.cli.attacks.TreeCommand;
import org.concordat.cli.output.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code concordat}: an overview by itself, and the door to all sub-commands. */
@Command(
    name = "concordat",
    versionProvider = Concordat.Version.class,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "",
      "Says what must be secured first, and why: every security requirement of your assets is"
          + " weighed by what breaking it would do to your business goals.",
      "",
      "A workspace is a folder of YAML files (or one file) with your units and their goals, the"
          + " kinds of damage that hurt them, your assets, and the judgements that link all of"
          + " these. Commands look at the current folder unless you name another, or the address of"
          + " a server.",
      ""
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nA first hour:%n",
    footer = {
      "  concordat new acme --factors --information \"insurance claims\"",
      "  concordat import model.archimate --into acme",
      "  concordat check acme",
      "  concordat priorities acme",
      "",
      "concordat COMMAND --help explains a command and shows examples.",
      "Exit status: 0 done; 1 the input is not valid or a file cannot be used; 2 wrong use."
    })
public final class Concordat implements Runnable {
  private final Surroundings surroundings;
  private final Terminal terminal;
  private final Failures failures;
  private final CommandLine commands;

  enum When {
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
      return Words.of(this);
    }
  }

  private Concordat(Surroundings surroundings) {
    this.surroundings = surroundings;
    terminal =
        new Terminal(
            surroundings.out(),
            surroundings.err(),
            () -> TerminalWidth.measure(surroundings.environment()),
            isColoured(When.AUTO),
            surroundings.isErrATerminal());
    failures = new Failures(terminal);
    commands =
        new CommandLine(this)
            .addSubcommand(new NewCommand(terminal, surroundings.clock()))
            .addSubcommand(new ImportCommand(terminal, surroundings.clock()))
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new PrioritiesCommand(terminal))
            .addSubcommand(new ExplainCommand(terminal))
            .addSubcommand(new DiffCommand(terminal))
            .addSubcommand(new WhatIfCommand(terminal, surroundings.clock()))
            .addSubcommand(new ClassicCommand(terminal))
            .addSubcommand(new SensitivityCommand(terminal))
            .addSubcommand(new ReassessCommand(terminal, surroundings.clock()))
            .addSubcommand(new BudgetCommand(terminal))
            .addSubcommand(new DrawCommand(terminal))
            .addSubcommand(new ExportCommand(terminal))
            .addSubcommand(new CatalogueCommand(terminal))
            .addSubcommand(new ServeCommand(terminal, surroundings))
            .addSubcommand(new DemoCommand(terminal, surroundings))
            .addSubcommand(new BackupCommand(terminal, surroundings))
            .addSubcommand(new RestoreCommand(terminal, surroundings))
            .addSubcommand(DraftCommand.of(terminal))
            .addSubcommand(
                new CommandLine(new RoundCommand())
                    .addSubcommand(new RoundAgreementCommand(terminal)))
            .addSubcommand(
                new CommandLine(new CrosswalkCommand())
                    .addSubcommand(new CrosswalkInferCommand(terminal))
                    .addSubcommand(new CrosswalkCoverageCommand(terminal, surroundings.clock()))
                    .addSubcommand(new CrosswalkCheckCommand(terminal))
                    .addSubcommand(new CrosswalkConvertCommand(terminal, surroundings.clock())))
            .addSubcommand(
                new CommandLine(new StandardsCommand())
                    .addSubcommand(new StandardsListCommand(terminal))
                    .addSubcommand(new StandardsShowCommand(terminal)))
            .addSubcommand(
                new CommandLine(new ScenarioCommand())
                    .addSubcommand(new ScenarioHaveCommand(terminal, surroundings.clock()))
                    .addSubcommand(new ScenarioLeftCommand(terminal, surroundings.clock()))
                    .addSubcommand(new ScenarioBothCommand(terminal, surroundings.clock()))
                    .addSubcommand(new ScenarioMergeCommand(terminal, surroundings.clock())))
            .addSubcommand(
                new CommandLine(new OscalCommand())
                    .addSubcommand(new OscalCheckCommand(terminal))
                    .addSubcommand(new OscalConvertCommand(terminal))
                    .addSubcommand(new OscalResolveCommand(terminal, surroundings.clock())))
            .addSubcommand(TreeCommand.of(terminal))
            .addSubcommand(
                AgreementCommand.of(
                    terminal,
                    surroundings.clock(),
                    place ->
                        WorkspaceReader.read(
                            WorkspacePlace.of(place, surroundings.environment()), terminal)))
            .addSubcommand(
                new CommandLine(new TrailCommand())
                    .addSubcommand(new TrailVerifyCommand(terminal)));
    commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOverwrittenOptionsAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setOut(new PrintWriter(surroundings.out(), false, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .setExecutionStrategy(this::execute);
    Words.teach(commands);
    commands.registerConverter(
        WorkspacePlace.class, text -> WorkspacePlace.of(text, surroundings.environment()));
    commands.registerConverter(
        DraftServer.class, text -> DraftServer.of(text, surroundings.environment()));
    commands.registerConverter(
        StandardsPlace.class, text -> StandardsPlace.of(text, surroundings.environment()));
  }

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "Colours: ${COMPLETION-CANDIDATES}. Default: auto (on a terminal).")
  void setColour(When when) {
    terminal.setColoured(isColoured(when));
    commands.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.isColoured() ? Ansi.ON : Ansi.OFF));
  }

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an unexpected failure.")
  void setDebug(boolean debug) {
    failures.setDebug(debug);
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  /** Starts the command and ends the process with its exit status. */
  public static void main(String[] args) {
    System.exit(run(args, Surroundings.ofProcess()));
  }

  /** Runs the command and returns its exit status. */
  static int run(String[] args, Surroundings surroundings) {
    Concordat concordat = new Concordat(surroundings);
    int status;
    try {
      status = concordat.start(args);
      surroundings.out().flush();
    } catch (RuntimeException | Error e) {
      status = concordat.failures.tell(e);
    }
    try {
      surroundings.out().flush();
      surroundings.err().flush();
    } catch (RuntimeException e) {
      return status == ExitStatus.OK ? concordat.failures.tell(e) : status;
    }
    return status;
  }

  private int start(String[] args) {
    commands.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.isColoured() ? Ansi.ON : Ansi.OFF));
    return commands.execute(args);
  }

  /** Measures the terminal only where help is shown: it costs a process. */
  private int execute(CommandLine.ParseResult parsed) {
    CommandLine.ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (last.isUsageHelpRequested() || last.commandSpec().userObject() == this) {
      setHelpWidth();
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private void setHelpWidth() {
    commands.setUsageHelpWidth(Math.clamp(terminal.width(), 55, 100));
  }

  @Override
  public void run() {
    commands.usage(commands.getOut());
    commands.getOut().flush();
  }

  private boolean isColoured(When when) {
    return switch (when) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO ->
          surroundings.isOutATerminal()
              && surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty()
              && !"dumb".equals(surroundings.environment().get("TERM"));
    };
  }

  /** The version that the jar was built as. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = Concordat.class.getPackage().getImplementationVersion();
      return new String[] {"concordat " + (version == null ? "(not packaged)" : version)};
    }
  }
}
