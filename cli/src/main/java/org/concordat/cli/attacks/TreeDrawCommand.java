package org.concordat.cli.attacks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.attacks.Attack;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.Evaluation;
import org.concordat.core.alignment.attacks.Limits;
import org.concordat.core.findings.InvalidInput;
import org.concordat.formats.drawing.AttackTreePicture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a tree. */
@Command(
    name = "draw",
    sortOptions = false,
    header = "Draw an attack tree as SVG.",
    description = {
      "",
      "The attacker's nodes are round, the defender's have corners; dotted lines lead to what"
          + " counters a node. One attack may stand out."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat tree draw claims-standstill.yaml -o claims.svg --mark likeliest",
      "  concordat tree draw account.xml -o - --on memorize"
    })
final class TreeDrawCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "FILE", description = TreeFile.DESCRIPTION)
  private Path file = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The SVG file to write; - is standard output.")
  private Path output = Path.of("");

  @Mixin private DefenceOption defence = new DefenceOption();

  @Option(
      names = "--mark",
      paramLabel = "ATTACK",
      description = "The attack that stands out: ${COMPLETION-CANDIDATES}.")
  private @Nullable Mark mark;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  /** Which attack stands out. */
  enum Mark {
    CHEAPEST,
    LIKELIEST,
    EASIEST,
    FASTEST;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  TreeDrawCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    OutputTarget target = OutputTarget.of(output, force, terminal);
    AttackTree tree = TreeFile.read(file).tree();
    Set<String> on = defence.of(tree);
    List<String> steps = mark == null ? List.of() : marked(tree, on, mark);
    String svg = AttackTreePicture.draw(tree, on, new LinkedHashSet<>(steps));
    target.write(out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
    return ExitCode.OK;
  }

  private List<String> marked(AttackTree tree, Set<String> on, Mark wanted) {
    Evaluation evaluation = Evaluation.of(tree, on, Limits.DEFAULT);
    evaluation.tooLarge().forEach(message -> terminal.message("warning: " + message));
    Optional<Attack> attack =
        switch (wanted) {
          case CHEAPEST -> evaluation.cheapest();
          case LIKELIEST -> evaluation.likeliest();
          case EASIEST -> evaluation.easiest();
          case FASTEST -> evaluation.fastest();
        };
    return attack.map(Attack::steps).orElse(List.of());
  }
}
