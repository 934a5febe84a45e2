package org.concordat.cli.agreements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.json.Json;
import org.concordat.formats.openslo.OpenSloProjection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Targets for tools that know OpenSLO. */
@Command(
    name = "openslo",
    sortOptions = false,
    header = "Write an agreement's targets as OpenSLO.",
    description = {
      "",
      "Writes the targets that OpenSLO (v1) can express as YAML on standard output, and tells on"
          + " standard error which it cannot and why. The other formats list just those."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat agreement openslo mortgages-1.yaml",
      "  concordat agreement openslo mortgages-1.yaml --format json"
    })
final class AgreementOpenSloCommand implements Callable<Integer> {
  private enum Form {
    YAML,
    TABLE,
    JSON;

    @Override
    public String toString() {
      return org.concordat.formats.yaml.Words.of(this);
    }
  }

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "AGREEMENT", description = Agreements.DESCRIPTION)
  private Path file = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: yaml.")
  private Form format = Form.YAML;

  AgreementOpenSloCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    OpenSloProjection projection = OpenSloProjection.of(Agreements.read(file, terminal));
    switch (format) {
      case YAML -> {
        terminal.out().writeBytes(projection.toYaml().getBytes(StandardCharsets.UTF_8));
        projection
            .omitted()
            .forEach(
                o ->
                    terminal.message(
                        "warning: target '%s' is left out: %s".formatted(o.target(), o.because())));
      }
      case TABLE -> Tables.write(omitted(projection), TableFormat.TABLE, terminal);
      case JSON -> json(projection);
    }
    return 0;
  }

  private static Table omitted(OpenSloProjection projection) {
    Table.Builder table =
        Table.of(Table.column("target", "Left out"), Table.elastic("because", "Why"));
    projection.omitted().forEach(o -> table.row(Cell.of(o.target()), Cell.of(o.because())));
    return table.build();
  }

  private void json(OpenSloProjection projection) {
    Json.write(
        terminal.out(),
        json -> {
          json.writeStartObject();
          json.writeStringProperty("yaml", projection.toYaml());
          json.writeName("omitted");
          Json.lines(
              json,
              projection.omitted(),
              (j, o) -> {
                j.writeStartObject();
                j.writeStringProperty("target", o.target());
                j.writeStringProperty("because", o.because());
                j.writeEndObject();
              });
          json.writeEndObject();
        });
  }
}
