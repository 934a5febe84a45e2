package org.concordat.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.output.FindingsJson;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.TextFormat;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.Finding.Severity;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.json.Json;
import org.concordat.formats.oscal.OscalDocument;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a document is as OSCAL wants it. */
@Command(
    name = "check",
    sortOptions = false,
    header = "Find what is wrong with an OSCAL document.",
    description = {
      "",
      "Compares a document of whatever kind with OSCAL's model of it, and looks for ids that are"
          + " there twice and references that lead nowhere. Tells everything at once, with its line"
          + " and path. Members that OSCAL does not know are warnings."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat oscal check controls.json",
      "  concordat oscal check baseline.yaml --format json"
    })
final class OscalCheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FILE", description = "The document.")
  private Path file = Path.of("");

  @Option(names = "--format", paramLabel = "FORMAT", description = TextFormat.DESCRIPTION)
  private TextFormat format = TextFormat.TEXT;

  OscalCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    @Nullable OscalDocument document = null;
    List<Finding> findings;
    try (var _ = terminal.progress("Checking " + file)) {
      document = OscalDocument.read(file);
      findings = document.check();
    } catch (InvalidInput invalid) {
      findings = invalid.findings();
    }
    boolean isValid = findings.stream().noneMatch(f -> f.severity() == Severity.ERROR);
    switch (format) {
      case JSON -> json(document, findings);
      case TEXT -> {
        Failures.tell(findings, terminal);
        if (document != null && isValid) {
          terminal.paragraph(
              0,
              "%s: %s for OSCAL %s, without errors."
                  .formatted(
                      document.title(), document.kind().description(), document.oscalVersion()));
        }
      }
    }
    return isValid ? ExitStatus.OK : ExitStatus.INVALID;
  }

  private void json(@Nullable OscalDocument document, List<Finding> findings) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          Json.property(json, "kind", document == null ? null : document.kind().root());
          Json.property(json, "title", document == null ? null : document.title());
          FindingsJson.write(json, findings);
          json.writeEndObject();
        });
  }
}
