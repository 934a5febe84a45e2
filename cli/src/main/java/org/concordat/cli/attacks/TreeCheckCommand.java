package org.concordat.cli.attacks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.output.FindingLines;
import org.concordat.cli.output.FindingsJson;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.TextFormat;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Everything that is wrong with a tree. */
@Command(
    name = "check",
    sortOptions = false,
    header = "Find mistakes in an attack tree.",
    description = {
      "",
      "Tells every mistake with its file, line and key. Mistakes make the exit status 1; warnings"
          + " do not."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat tree check claims-standstill.yaml",
      "  concordat tree check account.xml --format json"
    })
final class TreeCheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FILE", description = TreeFile.DESCRIPTION)
  private Path file = Path.of("");

  @Option(names = "--format", paramLabel = "FORMAT", description = TextFormat.DESCRIPTION)
  private TextFormat format = TextFormat.TEXT;

  TreeCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    @Nullable AttackTree tree = null;
    List<Finding> findings;
    try {
      TreeFile.Read read = TreeFile.read(file);
      tree = read.tree();
      findings = read.warnings();
    } catch (InvalidInput invalid) {
      findings = invalid.findings();
    }
    tell(tree, findings);
    return tree == null ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private void tell(@Nullable AttackTree tree, List<Finding> findings) {
    switch (format) {
      case JSON ->
          Json.write(
              terminal.out(),
              json -> {
                json.writeStartObject();
                Json.property(json, "tree", tree == null ? null : tree.id());
                FindingsJson.write(json, findings);
                json.writeEndObject();
              });
      case TEXT -> {
        FindingLines.tell(findings, terminal);
        if (tree != null) {
          terminal.paragraph(
              0,
              "%s: %d nodes, %d steps of the attacker, %d countermeasures: no error."
                  .formatted(
                      tree.name().isEmpty() ? tree.id() : tree.name(),
                      tree.nodes().size(),
                      tree.steps().size(),
                      tree.countermeasures().size()));
        }
      }
    }
  }
}
