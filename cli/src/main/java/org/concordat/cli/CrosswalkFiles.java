package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.inference.Inference;
import org.concordat.formats.standards.StandardsFiles;
import org.concordat.formats.topics.ShippedStandards;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads catalogues and crosswalks for commands that need them without errors. */
final class CrosswalkFiles {
  /** How help describes the argument. */
  static final String DESCRIPTION =
      "Catalogues and crosswalks: files in YAML or JSON, OSCAL catalogues, folders of these, or the"
          + " address of a server, for what is in use there (token in CONCORDAT_TOKEN)."
          + " What ships with Concordat need not be named; without files it is all there is.";

  private CrosswalkFiles() {}

  /**
   * The library of the files, with what ships as far as they or the command speak of it.
   *
   * @param to the id of the catalogue that the command is asked about
   * @param besides the ids of others that it speaks of
   */
  static Library read(
      List<StandardsPlace> places, Terminal terminal, String to, List<String> besides)
      throws IOException, InvalidInput {
    try (var _ = terminal.progress("Reading catalogues and crosswalks")) {
      Optional<Library> known = server(places);
      List<Path> files = files(places);
      if (files.isEmpty()) {
        return known.orElseGet(ShippedStandards::library);
      }
      StandardsFiles.Read read =
          StandardsFiles.read(files, () -> known.orElseGet(ShippedStandards::library));
      Failures.tell(read.warnings(), terminal);
      Library library = read.library();
      boolean isWhole =
          Stream.concat(Stream.of(to), besides.stream())
              .allMatch(
                  id ->
                      library.catalogue(id).isPresent()
                          || ShippedStandards.library().catalogue(id).isEmpty());
      return isWhole
          ? library
          : ShippedStandards.library().with(library.catalogues(), library.crosswalks());
    }
  }

  /** The files and folders among the places. */
  static List<Path> files(List<StandardsPlace> places) {
    List<Path> files = new ArrayList<>();
    for (StandardsPlace place : places) {
      if (place instanceof StandardsPlace.Local(Path path)) {
        files.add(path);
      }
    }
    return files;
  }

  /** What is in use on the server among the places; empty when there is none. */
  static Optional<Library> server(List<StandardsPlace> places) throws IOException, InvalidInput {
    for (StandardsPlace place : places) {
      if (place instanceof StandardsPlace.Server server) {
        return Optional.of(server.library());
      }
    }
    return Optional.empty();
  }

  static Inference infer(Library library, Terminal terminal) {
    try (var _ = terminal.progress("Concluding")) {
      return Inference.of(library);
    }
  }

  /**
   * The catalogue of that id.
   *
   * @throws ParameterException when there is none
   */
  static Catalogue catalogue(String id, Library library, CommandLine command) {
    List<String> ids = library.catalogues().stream().map(Catalogue::id).toList();
    return library
        .catalogue(id)
        .orElseThrow(
            () ->
                new ParameterException(
                    command, "there is no catalogue '" + id + "'; " + Nearest.hint(id, ids)));
  }
}
