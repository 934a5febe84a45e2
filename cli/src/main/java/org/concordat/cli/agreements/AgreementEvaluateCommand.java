package org.concordat.cli.agreements;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.Term;
import org.concordat.core.agreements.evaluation.Evaluation;
import org.concordat.core.agreements.evaluation.Forecast;
import org.concordat.core.agreements.evaluation.Ledger;
import org.concordat.core.agreements.evaluation.Measurement;
import org.concordat.core.agreements.evaluation.Result;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.evaluation.Trend;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.formats.agreements.MeasurementCsv;
import org.concordat.formats.agreements.MetricsReading;
import org.concordat.formats.results.ResultJson;
import org.concordat.formats.results.ResultReport;
import org.concordat.formats.yaml.Words;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether an agreement is kept. */
@Command(
    name = "evaluate",
    sortOptions = false,
    header = "Say whether an agreement is kept, by what was measured.",
    description = {
      "",
      "Judges every target in every window that has started: value, verdict, credit; what late"
          + " records have changed; the trend, and the forecast for the window that runs."
          + " Measurements come in CSV (by the name .csv) or in the text format of OpenMetrics."
          + " With -o it writes a report: as PDF for people, or as XLSX, CSV or JSON."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat agreement evaluate mortgages-1.yaml measurements.csv",
      "  concordat agreement evaluate mortgages-1.yaml measurements.csv --as-of"
          + " 2026-04-15T00:00:00Z",
      "  concordat agreement evaluate mortgages-1.yaml measurements.csv --from 2026-01-01 -o"
          + " year.pdf"
    })
final class AgreementEvaluateCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "AGREEMENT", description = Agreements.DESCRIPTION)
  private Path file = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "MEASUREMENTS",
      description = "Files with measurements, in the order in which they arrived.")
  private List<Path> measurements = List.of();

  @Option(
      names = "--as-of",
      paramLabel = "MOMENT",
      description = "Judge by what had arrived until then. Default: now.")
  private @Nullable Instant asOf;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "Tell the windows that touch the days from this one on.")
  private @Nullable LocalDate from;

  @Option(names = "--until", paramLabel = "DAY", description = "The last of these days.")
  private @Nullable LocalDate until;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "A report to write; it ends in .pdf, .xlsx, .csv or .json.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Overwrite the file.")
  private boolean force;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  AgreementEvaluateCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    ResultFile report = output == null ? null : ResultFile.of(output, force, spec, terminal);
    Agreement agreement = Agreements.read(file, terminal);
    Instant moment = asOf == null ? clock.instant() : asOf;
    Ledger ledger = new Ledger(agreement);
    try (var _ = terminal.progress("Reading measurements")) {
      read(agreement, ledger, moment);
    }
    Evaluation evaluation = Evaluation.of(agreement, ledger::folds, moment);
    ResultReport told = new ResultReport(agreement, evaluation, period(agreement));
    if (report != null) {
      report.write(told, LocalDate.ofInstant(moment, agreement.calendar().zone()));
    } else if (format == TableFormat.JSON) {
      ResultJson.write(told, terminal.out());
    } else {
      Tables.write(table(told), format, terminal);
    }
    if (format == TableFormat.TABLE && report == null) {
      summarise(told);
    }
    return 0;
  }

  private Term period(Agreement agreement) {
    Term term = agreement.term();
    try {
      return new Term(from == null ? term.from() : from, until == null ? term.until() : until);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  /** What is wrong with a line is told with all the others, and nothing is judged then. */
  private void read(Agreement agreement, Ledger ledger, Instant moment)
      throws IOException, InvalidInput {
    FindingList findings = new FindingList();
    List<Measurement> records = new ArrayList<>();
    MetricsReading metrics = new MetricsReading(agreement);
    for (Path source : measurements) {
      try (Reader reader = Files.newBufferedReader(source)) {
        String name = source.toString();
        if (name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
          MeasurementCsv.read(name, reader, ledger::has, records::add, findings);
        } else {
          metrics.read(name, reader, null, records::add, findings);
        }
      }
    }
    records.sort(Comparator.comparing(Measurement::receivedAt));
    for (Measurement record : records) {
      if (!record.receivedAt().isAfter(moment)) {
        try {
          ledger.add(record);
        } catch (IllegalArgumentException | DateTimeException e) {
          findings.error(Place.ofKey(record.id()), String.valueOf(e.getMessage()), null);
        }
      }
    }
    if (findings.hasErrors()) {
      List<Finding> all = findings.list();
      throw new InvalidInput(all);
    }
  }

  private static Table table(ResultReport report) {
    Table.Builder table =
        Table.of(
            Table.elastic("target", "Target"),
            Table.column("from", "From"),
            Table.column("until", "Until"),
            Table.column("phase", "Phase"),
            Table.column("verdict", "Verdict"),
            Table.column("value", "Value"),
            Table.column("budget", "Budget left"),
            Table.column("credit", "Credit"),
            Table.elastic("note", "Note"));
    for (TargetEvaluation target : report.evaluation().targets()) {
      for (Result result : report.results(target)) {
        table.row(
            Cell.of(result.target()),
            Cell.of(result.window().from().toString()),
            Cell.of(result.window().until().toString()),
            Cell.of(Words.of(result.phase())),
            Cell.of(Words.of(result.verdict()).replace('-', ' ')),
            Cell.of(Agreements.value(target.target().terms().measure(), result.value())),
            Cell.of(
                result.budgetLeft() == null
                    ? ""
                    : Agreements.percent(result.budgetLeft().doubleValue())),
            Cell.of(result.credit().isNone() ? "" : result.credit().toString()),
            Cell.of(note(target, result)));
      }
    }
    return table.build();
  }

  private static String note(TargetEvaluation target, Result result) {
    Result.Settled settled = result.settled();
    return settled == null
        ? ""
        : "was %s with %s at the close; %d late"
            .formatted(
                Words.of(settled.verdict()).replace('-', ' '),
                Agreements.value(target.target().terms().measure(), settled.value()),
                result.late());
  }

  private void summarise(ResultReport report) {
    terminal.line("");
    for (TargetEvaluation target : report.evaluation().targets()) {
      String name = target.target().id() + " (" + Agreements.words(target.target().terms()) + ")";
      Forecast forecast = target.forecast();
      if (forecast != null) {
        String when = forecast.breachOn() == null ? "" : ", on " + forecast.breachOn();
        terminal.paragraph(
            0,
            "%s: a breach in the window that runs is %s%s."
                .formatted(name, Words.of(forecast.chance()), when));
      }
      Trend trend = target.trend();
      if (trend != null && trend.isClear()) {
        terminal.paragraph(
            0, "%s: moves by %s a window.".formatted(name, Double.toString(trend.slope())));
      }
    }
    terminal.paragraph(0, "Credits due: %s.".formatted(report.credits()));
  }
}
