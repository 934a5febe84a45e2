package org.concordat.cli.attacks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.concordat.cli.output.FindingLines;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Terminal;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.adtool.AdtoolDocument;
import org.concordat.formats.adtool.AdtoolExport;
import org.concordat.formats.attacks.AttackTreeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a tree in another notation. */
@Command(
    name = "convert",
    sortOptions = false,
    header = "Write an attack tree as YAML, JSON or ADTool XML.",
    description = {
      "",
      "ADTool knows no shared nodes: there, a shared step stands as often as it is used, with the"
          + " same label. From ADTool's XML to itself everything is kept, domains of others too."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat tree convert account.xml -o account.yaml",
      "  concordat tree convert claims-standstill.yaml -o claims.xml",
      "  concordat tree convert account.yaml --origin account.xml -o changed.xml"
    })
final class TreeConvertCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = TreeFile.DESCRIPTION)
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The file to write; - is standard output.")
  private Path output = Path.of("");

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "${COMPLETION-CANDIDATES}. Default: what the name of the output ends in, else yaml.")
  private @Nullable TreeNotation format;

  @Option(
      names = "--origin",
      paramLabel = "FILE",
      description =
          "The file of ADTool that the tree came from, when it is written for ADTool: what it says"
              + " beyond the tree (domains of other tools, comments) goes along by the nodes' ids.")
  private @Nullable Path origin;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  /** What a tree is written as. */
  enum TreeNotation {
    YAML,
    JSON,
    ADTOOL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  TreeConvertCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    TreeNotation notation = notation();
    if (origin != null && notation != TreeNotation.ADTOOL) {
      throw new ParameterException(
          spec.commandLine(), "--origin counts only for what is written for ADTool");
    }
    OutputTarget target = OutputTarget.of(output, force, terminal);
    if (notation == TreeNotation.ADTOOL && TreeFile.isXml(file)) {
      byte[] same = AdtoolDocument.read(file).write();
      target.write(out -> out.write(same));
      return ExitCode.OK;
    }
    TreeFile.Read read = TreeFile.read(file);
    FindingLines.tell(read.warnings(), terminal);
    switch (notation) {
      case YAML -> {
        byte[] yaml = AttackTreeFile.yaml(read.tree()).getBytes(StandardCharsets.UTF_8);
        target.write(out -> out.write(yaml));
      }
      case JSON -> target.write(out -> AttackTreeFile.json(read.tree(), out));
      case ADTOOL -> {
        byte[] xml =
            (origin == null
                    ? AdtoolExport.document(read.tree())
                    : AdtoolExport.document(read.tree(), AdtoolDocument.read(origin)))
                .write();
        target.write(out -> out.write(xml));
      }
    }
    return ExitCode.OK;
  }

  private TreeNotation notation() {
    if (format != null) {
      return format;
    }
    String name = output.toString().toLowerCase(Locale.ROOT);
    if (name.equals("-") || name.endsWith(".yaml") || name.endsWith(".yml")) {
      return TreeNotation.YAML;
    }
    if (name.endsWith(".json")) {
      return TreeNotation.JSON;
    }
    if (name.endsWith(".xml")) {
      return TreeNotation.ADTOOL;
    }
    throw new ParameterException(
        spec.commandLine(),
        output + " does not say how to write; end it in .yaml, .json or .xml, or name --format");
  }
}
