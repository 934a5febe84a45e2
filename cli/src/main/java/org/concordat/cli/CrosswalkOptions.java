package org.concordat.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.ControlRef;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Operation;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the commands have in common that ask something of one catalogue by crosswalks. */
final class CrosswalkOptions {
  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "FILES", description = CrosswalkFiles.DESCRIPTION)
  private List<StandardsPlace> places = List.of();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "CATALOGUE",
      description = "The id of the catalogue that is asked about.")
  private String to = "";

  @Option(names = "--why", description = "Show the mappings that prove it.")
  private boolean why;

  /** The id of the catalogue that is asked about. */
  String to() {
    return to;
  }

  /** Whether people are shown what proves an answer. */
  boolean why() {
    return why;
  }

  /** What is in operation on the server among the places; empty when there is none. */
  Optional<Map<ControlRef, Operation>> operations(Library library)
      throws IOException, InvalidInput {
    for (StandardsPlace place : places) {
      if (place instanceof StandardsPlace.Server server) {
        return Optional.of(ScenarioOptions.operations(server.statuses(library).statuses()));
      }
    }
    return Optional.empty();
  }

  /** Tells that the command line does not say what it must. */
  ParameterException missing(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The library, which has the catalogue that is asked about, and those that are named besides. */
  Library library(List<String> besides, Terminal terminal) throws IOException, InvalidInput {
    Library library = CrosswalkFiles.read(places, terminal, to, besides);
    CrosswalkFiles.catalogue(to, library, spec.commandLine());
    besides.forEach(id -> CrosswalkFiles.catalogue(id, library, spec.commandLine()));
    return library;
  }
}
