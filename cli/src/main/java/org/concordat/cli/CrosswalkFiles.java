package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.inference.Inference;
import org.concordat.formats.standards.StandardsFiles;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads catalogues and crosswalks for commands that need them without errors. */
final class CrosswalkFiles {
  /** How help describes the argument. */
  static final String DESCRIPTION =
      "Catalogues and crosswalks: files in YAML or JSON, OSCAL catalogues, or folders of these.";

  private CrosswalkFiles() {}

  static Library read(List<Path> files, Terminal terminal) throws IOException, InvalidInput {
    try (var _ = terminal.progress("Reading catalogues and crosswalks")) {
      StandardsFiles.Read read = StandardsFiles.read(files);
      Failures.tell(read.warnings(), terminal);
      return read.library();
    }
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
