package org.concordat.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.NearestName;
import org.concordat.core.standards.Catalogue;
import org.concordat.core.standards.Control;
import org.concordat.core.standards.Crosswalk;
import org.concordat.core.standards.Library;
import org.concordat.core.standards.Mapping;
import org.concordat.formats.topics.ShippedStandards;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The controls of a catalogue, or all that the shipped crosswalks say of one. */
@Command(
    name = "show",
    sortOptions = false,
    header = "Show the controls of a standard, or one with everything that is said of it.",
    description = {
      "",
      "Without --control, lists the controls. With it, shows its text (where the licence lets us),"
          + " its parts, and every row of a shipped crosswalk that names it."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat standards show iso27001-2022 --control A.5.24",
      "  concordat standards show csf-2.0 --format csv"
    })
final class StandardsShowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CATALOGUE", description = "The id of a catalogue.")
  private String id = "";

  @Option(names = "--control", paramLabel = "ID", description = "Only this control, with all.")
  private @Nullable String control;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  @Mixin private final StandardsSource source = new StandardsSource();

  StandardsShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    Library library = source.library();
    Catalogue catalogue = catalogue(id, library, spec);
    if (control == null) {
      Tables.write(controls(catalogue), format, terminal);
    } else {
      show(catalogue, control(catalogue, control), library);
    }
    return ExitStatus.OK;
  }

  /** The shipped catalogue of that id. */
  static Catalogue catalogue(String id, CommandSpec spec) {
    return catalogue(id, ShippedStandards.library(), spec);
  }

  /** The catalogue of that id. */
  static Catalogue catalogue(String id, Library library, CommandSpec spec) {
    return library
        .catalogue(id)
        .orElseThrow(
            () -> {
              List<String> ids = library.catalogues().stream().map(Catalogue::id).toList();
              String near = NearestName.among(ids).remedyFor(id);
              return new ParameterException(
                  spec.commandLine(),
                  "there is no catalogue '%s'; %s"
                      .formatted(id, near == null ? "there are " + String.join(", ", ids) : near));
            });
  }

  private Control control(Catalogue catalogue, String spelling) {
    Optional<Control> found = catalogue.find(spelling);
    return found.orElseThrow(
        () -> {
          String near =
              NearestName.among(catalogue.controls().stream().map(Control::id).toList())
                  .remedyFor(spelling);
          return new ParameterException(
              spec.commandLine(),
              "catalogue '%s' has no control '%s'%s"
                  .formatted(catalogue.id(), spelling, near == null ? "" : "; " + near));
        });
  }

  private static Table controls(Catalogue catalogue) {
    Table.Builder table =
        Table.of(
            Table.column("id", "Id"),
            Table.elastic("title", "Title"),
            Table.column("part_of", "Part of"),
            Table.column("withdrawn", "Withdrawn"));
    for (Control each : catalogue.controls()) {
      table.row(
          Cell.of(each.id(), Tone.STRONG),
          Cell.of(named(each)),
          each.parent() == null ? Cell.nothing() : Cell.of(each.parent()),
          each.withdrawn() ? Cell.of("yes") : Cell.nothing());
    }
    return table.build();
  }

  /** The title; where it has none, what it demands. */
  private static String named(Control control) {
    return control.title().equals(control.id()) && control.text() != null
        ? control.text()
        : control.title();
  }

  private void show(Catalogue catalogue, Control shown, Library library) {
    Table rows = said(catalogue, shown, library);
    if (format != TableFormat.TABLE) {
      Tables.write(rows, format, terminal);
      return;
    }
    terminal.line(Tone.STRONG, catalogue.title() + " " + shown.id());
    terminal.paragraph(0, named(shown));
    if (shown.text() != null && !shown.text().equals(named(shown))) {
      terminal.paragraph(0, shown.text());
    }
    catalogue.parent(shown).ifPresent(p -> terminal.paragraph(0, "Part of " + p.id() + "."));
    List<Control> parts = catalogue.parts(shown);
    if (!parts.isEmpty()) {
      terminal.paragraph(
          0,
          "Parts%s: %s."
              .formatted(
                  shown.exhaustive() ? ", which are all of it" : "",
                  String.join(", ", parts.stream().map(Control::id).toList())));
    }
    terminal.line("");
    if (rows.rows().isEmpty()) {
      terminal.paragraph(0, "No crosswalk names it.");
    } else {
      Tables.write(rows, TableFormat.TABLE, terminal);
    }
  }

  /** Every mapping of the control, as said from its side. */
  private static Table said(Catalogue catalogue, Control shown, Library library) {
    Table.Builder table =
        Table.of(
            Table.column("relation", "Relation"),
            Table.column("catalogue", "Catalogue"),
            Table.column("control", "Control"),
            Table.column("strength", "Strength"),
            Table.elastic("because", "Because"),
            Table.elastic("crosswalk", "Crosswalk"));
    for (Crosswalk crosswalk : library.crosswalks()) {
      for (Mapping mapping : crosswalk.mappings()) {
        if (crosswalk.source().equals(catalogue.id()) && mapping.source().equals(shown.id())) {
          row(table, crosswalk, mapping, mapping.statement().word(), true);
        }
        if (crosswalk.target().equals(catalogue.id()) && mapping.target().equals(shown.id())) {
          row(table, crosswalk, mapping, converse(mapping), false);
        }
      }
    }
    return table.build();
  }

  private static String converse(Mapping mapping) {
    return switch (mapping.statement()) {
      case SUBSET -> "superset";
      case SUPERSET -> "subset";
      case EQUAL, INTERSECTS, NONE, RELATED -> mapping.statement().word();
    };
  }

  private static void row(
      Table.Builder table,
      Crosswalk crosswalk,
      Mapping mapping,
      String relation,
      boolean isSource) {
    table.row(
        Cell.of(relation),
        Cell.of(isSource ? crosswalk.target() : crosswalk.source()),
        Cell.of(isSource ? mapping.target() : mapping.source(), Tone.STRONG),
        mapping.strength() == null ? Cell.nothing() : Cell.of(mapping.strength()),
        mapping.because() == null ? Cell.nothing() : Cell.of(mapping.because()),
        Cell.of(crosswalk.id()));
  }
}
