package org.concordat.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.concordat.cli.output.OutputTarget;
import org.concordat.cli.output.Progress;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.drawing.DependencyMap;
import org.concordat.formats.drawing.HeatMap;
import org.concordat.formats.drawing.ImpactDiagram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts priorities before people as a picture. */
@Command(
    name = "draw",
    sortOptions = false,
    header = "Draw the impact diagram, the dependency map or the heat map as SVG.",
    description = {
      "",
      "The impact diagram leads from requirements over factors to goals, with the reasons that"
          + " decide standing out. The dependency map shows assets in layers. The heat map shows"
          + " every property of every asset. The pictures are legible in light and dark, and carry"
          + " a title and a description for screen readers."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat draw impact acme -o impact.svg",
      "  concordat draw dependencies acme -o map.svg --limit 50",
      "  concordat draw heatmap acme -o - --unit claims"
    })
final class DrawCommand implements Callable<Integer> {
  private enum Picture {
    IMPACT,
    DEPENDENCIES,
    HEATMAP;

    @Override
    public String toString() {
      return Words.of(this);
    }
  }

  /** As many requirements as one screen shows. */
  private static final int IMPACT_ROWS = 60;

  private static final int IMPACT_PATHS = 3;
  private static final int HEAT_ROWS = 40;

  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PICTURE", description = "${COMPLETION-CANDIDATES}.")
  private Picture picture = Picture.IMPACT;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "WORKSPACE",
      description = WorkspaceReader.DESCRIPTION)
  private WorkspacePlace place = WorkspaceReader.HERE;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The SVG file to write; - is standard output.")
  private Path output = Path.of("");

  @Option(names = "--unit", paramLabel = "ID", description = "Count the goals of this unit alone.")
  private @Nullable String unit;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description =
          "How many requirements (impact) or assets to show at most; the rest is counted. Default:"
              + " 60 requirements, 120 assets on the map, 40 in the heat map.")
  private @Nullable Integer limit;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  DrawCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    int most = picture == Picture.DEPENDENCIES ? DependencyMap.Options.LARGEST : Integer.MAX_VALUE;
    if (limit != null && (limit < 1 || limit > most)) {
      throw new ParameterException(
          spec.commandLine(),
          "--limit takes a number from 1%s, not %d"
              .formatted(most == Integer.MAX_VALUE ? "" : " to " + most, limit));
    }
    OutputTarget target = OutputTarget.of(output, force, terminal);
    Workspace workspace = WorkspaceReader.read(place, terminal);
    Priorities priorities = WorkspaceReader.prioritise(workspace, unit, spec, terminal);
    String svg;
    try (Progress _ = terminal.progress("Drawing")) {
      svg = draw(workspace, priorities);
    }
    target.write(out -> out.write(svg.getBytes(StandardCharsets.UTF_8)));
    return ExitStatus.OK;
  }

  private String draw(Workspace workspace, Priorities priorities) {
    return switch (picture) {
      case IMPACT ->
          ImpactDiagram.draw(
              workspace, priorities.list(Integer.MAX_VALUE, IMPACT_PATHS), limit(IMPACT_ROWS));
      case DEPENDENCIES ->
          DependencyMap.draw(
              workspace,
              priorities.list(Integer.MAX_VALUE, 0),
              new DependencyMap.Options(limit(DependencyMap.Options.DEFAULT.limit())));
      case HEATMAP ->
          HeatMap.draw(workspace, priorities.list(Integer.MAX_VALUE, 1), limit(HEAT_ROWS));
    };
  }

  private int limit(int unlessTold) {
    return limit == null ? unlessTold : limit;
  }
}
