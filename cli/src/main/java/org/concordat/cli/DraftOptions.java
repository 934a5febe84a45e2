package org.concordat.cli;

import java.io.IOException;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Terminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Which draft a command speaks of, and how it is told. */
final class DraftOptions {
  /** How help describes the address. */
  static final String ADDRESS = "The address of the server, such as https://acme.example.";

  @Spec(Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "ADDRESS", description = ADDRESS)
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private DraftServer server;

  @Parameters(index = "1", paramLabel = "DRAFT", description = "The draft, by its id or its name.")
  private String draft = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  DraftServer server() {
    return server;
  }

  TableFormat format() {
    return format;
  }

  /** The draft as it is. */
  Told find() throws IOException, Refusal {
    return server.find(draft);
  }

  /**
   * The place of a change that somebody counts from 1.
   *
   * @throws ParameterException when the draft has no such change
   */
  int place(Told found, int number) {
    int changes = found.list("changes").size();
    if (number < 1 || number > changes) {
      throw new ParameterException(
          spec.commandLine(),
          changes == 0
              ? "the draft has no changes"
              : "the draft has the changes 1 to " + changes + ", not " + number);
    }
    return number - 1;
  }

  /** Tells a draft with what it changes and moves. */
  void tell(Told told, Terminal terminal) throws IOException {
    if (format == TableFormat.JSON) {
      told.write(terminal.out());
      return;
    }
    if (format == TableFormat.TABLE) {
      head(told, terminal);
    }
    EffectReport.of(told).write(format, terminal);
    for (Told problem : told.list("problems")) {
      terminal.message("warning: " + problem.value());
    }
    int left = told.list("left").size();
    if (left > 0) {
      terminal.message(
          "warning: %d still at a level of the old scale; try out: {try: carry-over}"
              .formatted(left));
    }
  }

  private void head(Told told, Terminal terminal) {
    terminal.paragraph(
        0,
        "%s: %s%s, by %s, %s"
            .formatted(
                told.text("name"),
                told.text("state"),
                told.flag("shared") ? ", shared" : "",
                told.member("made").text("by"),
                server.page(told)));
    act("Proposed", told.member("proposal"), terminal);
    act(
        told.text("state").equals("refused") ? "Refused" : "Approved",
        told.member("decision"),
        terminal);
    terminal.line("");
  }

  private static void act(String what, Told act, Terminal terminal) {
    if (!act.isNothing()) {
      @Nullable String words = act.textOrNull("words");
      terminal.paragraph(0, what + " by " + act.text("by") + (words == null ? "" : ": " + words));
    }
  }
}
