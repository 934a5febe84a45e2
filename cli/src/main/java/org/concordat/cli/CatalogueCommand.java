package org.concordat.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.SecurityProperty;
import org.concordat.formats.content.CatalogueFactor;
import org.concordat.formats.content.InformationType;
import org.concordat.formats.content.InformationType.Impact;
import org.concordat.formats.content.ShippedContent;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What ships with Concordat to choose from. */
@Command(
    name = "catalogue",
    sortOptions = false,
    header = "List the factors and information types to choose from.",
    description = {
      "",
      "Shows what ships with Concordat: impact factors (kinds of damage), and the information types"
          + " of NIST SP 800-60 with the impact that their loss usually has on confidentiality,"
          + " integrity and availability. Words narrow the list."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat catalogue factors",
      "  concordat catalogue information-types insurance claims",
      "  concordat catalogue factors --industry insurance --format csv"
    })
final class CatalogueCommand implements Callable<Integer> {
  private enum What {
    FACTORS,
    INFORMATION_TYPES;

    @Override
    public String toString() {
      return Words.of(this);
    }
  }

  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "WHAT", description = "One of ${COMPLETION-CANDIDATES}.")
  private What what = What.FACTORS;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "WORDS",
      description = "What it is called; every word must fit.")
  private List<String> words = List.of();

  @Option(
      names = "--industry",
      paramLabel = "INDUSTRY",
      description = "Only factors that are general or typical of this industry.")
  private @Nullable String industry;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  CatalogueCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Table table =
        switch (what) {
          case FACTORS -> factors();
          case INFORMATION_TYPES -> informationTypes();
        };
    if (table.rows().isEmpty() && format == TableFormat.TABLE) {
      terminal.paragraph(0, "Nothing fits. Fewer words find more.");
    } else {
      Tables.write(table, format, terminal);
    }
    return ExitStatus.OK;
  }

  private Table factors() {
    List<CatalogueFactor> all =
        industry == null ? ShippedContent.factors() : ShippedContent.factors(industry);
    Table.Builder table =
        Table.of(
            Table.column("id", "Id"),
            Table.elastic("name", "Name"),
            Table.elastic("description", "Description"),
            Table.column("controllable", "Controllable"),
            Table.elastic("industries", "Industries"));
    for (CatalogueFactor factor : all) {
      if (fits(factor)) {
        table.row(
            Cell.of(factor.id()),
            Cell.of(factor.name(), Tone.STRONG),
            Cell.of(factor.description()),
            Cell.of(factor.controllable() ? "yes" : "no"),
            Cell.of(
                factor.industries().isEmpty() ? "all" : String.join(", ", factor.industries())));
      }
    }
    return table.build();
  }

  private boolean fits(CatalogueFactor factor) {
    String text =
        String.join(" ", factor.id(), factor.name(), factor.description()).toLowerCase(Locale.ROOT);
    return words.stream().allMatch(w -> text.contains(w.toLowerCase(Locale.ROOT)));
  }

  private Table informationTypes() {
    List<InformationType> found =
        words.isEmpty()
            ? ShippedContent.informationTypes()
            : ShippedContent.informationTypes(String.join(" ", words));
    Table.Builder table =
        Table.of(
            Table.column("id", "Id"),
            Table.elastic("title", "Title"),
            Table.elastic("category", "Category"),
            Table.column("confidentiality", "Confid."),
            Table.column("integrity", "Integrity"),
            Table.column("availability", "Avail."));
    for (InformationType type : found) {
      table.row(
          Cell.of(type.id()),
          Cell.of(type.title(), Tone.STRONG),
          Cell.of(type.category()),
          impact(type.impacts(), SecurityProperty.CONFIDENTIALITY),
          impact(type.impacts(), SecurityProperty.INTEGRITY),
          impact(type.impacts(), SecurityProperty.AVAILABILITY));
    }
    return table.build();
  }

  private static Cell impact(Map<String, Impact> impacts, String property) {
    Impact impact = impacts.get(property);
    return impact == null
        ? Cell.nothing()
        : Cell.of(Words.of(impact), Tone.ofLevel(ImpactScale.DEFAULT, impact.step()));
  }
}
