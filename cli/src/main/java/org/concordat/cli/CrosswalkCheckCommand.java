package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.TextFormat;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.inference.Contradiction;
import org.concordat.formats.standards.StandardsFiles;
import org.concordat.formats.topics.ShippedStandards;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Everything that is wrong with catalogues and crosswalks, contradictions too. */
@Command(
    name = "check",
    sortOptions = false,
    header = "Find mistakes and contradictions in catalogues and crosswalks.",
    description = {
      "",
      "Tells every mistake with its file, line and key. Where there is none, tells every"
          + " contradiction: a smallest set of mappings that cannot all be true, though any of them"
          + " may be wrong. Mistakes and contradictions make the exit status 1."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat crosswalk check standards",
      "  concordat crosswalk check standards --format json"
    })
final class CrosswalkCheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILES", description = CrosswalkFiles.DESCRIPTION)
  private List<StandardsPlace> places = List.of();

  @Option(names = "--format", paramLabel = "FORMAT", description = TextFormat.DESCRIPTION)
  private TextFormat format = TextFormat.TEXT;

  CrosswalkCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Finding> findings;
    @Nullable Library library = null;
    try (var _ = terminal.progress("Reading catalogues and crosswalks")) {
      Optional<Library> server = CrosswalkFiles.server(places);
      List<Path> files = CrosswalkFiles.files(places);
      if (server.isPresent() && files.isEmpty()) {
        library = server.get();
        findings = List.of();
      } else {
        StandardsFiles.Read read =
            StandardsFiles.read(files, () -> server.orElseGet(ShippedStandards::library));
        library = read.library();
        findings = read.warnings();
      }
    } catch (InvalidInput invalid) {
      findings = invalid.findings();
    }
    List<Contradiction> contradictions =
        library == null ? List.of() : CrosswalkFiles.infer(library, terminal).contradictions();
    switch (format) {
      case JSON -> CrosswalkJson.checked(findings, contradictions, terminal);
      case TEXT -> {
        Failures.tell(findings, terminal);
        CrosswalkWords.tell(contradictions, terminal);
        if (library != null) {
          terminal.paragraph(0, summary(library, contradictions));
        }
      }
    }
    return library == null || !contradictions.isEmpty() ? ExitStatus.INVALID : ExitStatus.OK;
  }

  private static String summary(Library library, List<Contradiction> contradictions) {
    int mappings = library.crosswalks().stream().mapToInt(c -> c.mappings().size()).sum();
    return String.format(
        Locale.ROOT,
        "%s, %s with %s: %s.",
        counted(library.catalogues().size(), "catalogue"),
        counted(library.crosswalks().size(), "crosswalk"),
        counted(mappings, "mapping"),
        contradictions.isEmpty()
            ? "no contradiction"
            : counted(contradictions.size(), "contradiction"));
  }

  private static String counted(int count, String one) {
    return String.format(Locale.ROOT, "%,d %s%s", count, one, count == 1 ? "" : "s");
  }
}
