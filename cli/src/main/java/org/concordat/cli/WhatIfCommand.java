package org.concordat.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.live.Verdict;
import org.concordat.core.alignment.whatif.DraftComparison;
import org.concordat.core.alignment.whatif.DraftEdit;
import org.concordat.core.alignment.whatif.DraftEffect;
import org.concordat.core.alignment.whatif.Trial;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.FindingList;
import org.concordat.core.findings.InvalidInput;
import org.concordat.core.findings.Place;
import org.concordat.core.workspace.ChangeWording;
import org.concordat.core.workspace.Workspace;
import org.concordat.core.workspace.WorkspaceDiff;
import org.concordat.formats.drafts.DraftFile;
import org.concordat.formats.json.DraftJson;
import org.concordat.formats.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which priorities would move if something were otherwise. */
@Command(
    name = "what-if",
    sortOptions = false,
    header = "Say which priorities would move if something were otherwise.",
    description = {
      "",
      "Tries changes out on top of a workspace and tells which requirements would move, from which"
          + " level and rank to which, for which unit, which change moves them, and the best reason"
          + " that they would have then. Nothing is written.",
      "",
      "Changes are files with 'changes:', a list of things to try out one after the other, such as"
          + " {try: link, from: claims-db/integrity, to: productivity-loss, level: marginal}; or"
          + " another workspace, to take over all that differs there. What can be tried out: link,"
          + " goal, goal-unit, new-goal, dependency, passing, new-asset, asset-gone, new-unit,"
          + " unit-gone, properties, new-property, property-gone, new-factor, factor-gone, name,"
          + " joining, carry-over."
    },
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  concordat what-if acme second-site.yaml",
      "  concordat what-if acme --try \"{try: asset-gone, id: claims-db}\" --format json",
      "  concordat what-if acme second-site.yaml --beside insured.yaml",
      "  concordat what-if acme-last-year acme"
    })
final class WhatIfCommand implements Callable<Integer> {
  private static final int SHOWN_TO_PEOPLE = 20;

  private final Terminal terminal;
  private final Clock clock;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before the call
  private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "WORKSPACE",
      description = "The workspace: a folder, a YAML file, or the address of a server.")
  private WorkspacePlace place = WorkspaceReader.HERE;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "CHANGES",
      description = "Files with changes (YAML or JSON), or other workspaces.")
  private List<WorkspacePlace> changes = new ArrayList<>();

  @Mixin private final TriedChanges tried = new TriedChanges();

  @Option(
      names = "--beside",
      paramLabel = "CHANGES",
      description =
          "Set other changes beside them, and tell what stands elsewhere in one than in the"
              + " other. May be given several times.")
  private List<WorkspacePlace> beside = new ArrayList<>();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many requirements to list. Default: 20 for people, else all.")
  private @Nullable Integer top;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}. Default: table.")
  private TableFormat format = TableFormat.TABLE;

  WhatIfCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException, InvalidInput {
    List<DraftFile.Entry> said = tried.said();
    if (changes.isEmpty() && said.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "name a file with changes, or say one with --try");
    }
    int shown =
        Counts.atLeast(
            1,
            "--top",
            top,
            format == TableFormat.TABLE ? SHOWN_TO_PEOPLE : Integer.MAX_VALUE,
            spec);
    Workspace workspace = WorkspaceReader.read(place, terminal);
    LiveWorkspace today = LiveWorkspace.of(workspace);
    Trial trial = trial(today, changes, said);
    if (beside.isEmpty()) {
      tell(workspace, trial, shown);
    } else {
      tell(trial.beside(trial(today, beside, List.of()), shown));
    }
    return ExitStatus.OK;
  }

  private void tell(Workspace workspace, Trial trial, int shown) {
    DraftEffect effect;
    try (var _ = terminal.progress("Trying it out")) {
      effect = trial.effect(new DraftEffect.Extent(shown, Integer.MAX_VALUE));
    }
    ChangeWording wording = new ChangeWording(workspace, trial.read(Snapshot::workspace));
    if (format == TableFormat.JSON) {
      Json.write(
          terminal.out(),
          json -> {
            json.writeStartObject();
            json.writeName("changes");
            DraftJson.changes(json, trial.changes(), wording);
            json.writeName("effect");
            DraftJson.effect(json, effect);
            json.writeEndObject();
          });
    } else {
      EffectReport.of(trial.changes().stream().map(wording::describe).toList(), effect)
          .write(format, terminal);
    }
  }

  private void tell(DraftComparison comparison) {
    if (format == TableFormat.JSON) {
      Json.write(terminal.out(), json -> DraftJson.comparison(json, comparison));
    } else {
      ComparisonReport.of("With these", "Beside", comparison).write(format, terminal);
    }
  }

  /** All that is wrong with the changes is told at once; what follows goes on without them. */
  private Trial trial(LiveWorkspace today, List<WorkspacePlace> places, List<DraftFile.Entry> said)
      throws IOException, InvalidInput {
    Trial trial = Trial.on(today, List.of());
    FindingList findings = new FindingList();
    for (WorkspacePlace each : places) {
      if (each instanceof WorkspacePlace.Local(var path) && DraftFile.isOne(path)) {
        DraftFile.read(path).forEach(entry -> add(entry, trial, findings));
      } else {
        Workspace other = WorkspaceReader.read(each, terminal);
        verdict(
            trial.add(WorkspaceDiff.between(today.read(Snapshot::workspace), other)),
            Place.of(each.toString()),
            findings);
      }
    }
    said.forEach(entry -> add(entry, trial, findings));
    if (findings.hasErrors()) {
      throw new InvalidInput(findings.list());
    }
    return trial;
  }

  private void add(DraftFile.Entry entry, Trial trial, FindingList findings) {
    DraftEdit edit = entry.edit(trial, findings);
    if (edit == null) {
      return;
    }
    try {
      LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      verdict(trial.add(edit, null, day), entry.place(), findings);
    } catch (IllegalArgumentException e) {
      findings.error(entry.place(), String.valueOf(e.getMessage()), null);
    }
  }

  private static void verdict(Verdict verdict, Place place, FindingList findings) {
    switch (verdict) {
      case Verdict.Sound _ -> {}
      case Verdict.Stale(var conflicts) ->
          findings.error(
              place,
              "it changes what was changed before it: "
                  + String.join(", ", conflicts.stream().map(each -> each.change().key()).toList()),
              "name the workspace before other changes");
      case Verdict.Unsound(var unsound) -> {
        for (Finding finding : unsound) {
          findings.error(place, finding.problem(), finding.remedy());
        }
      }
    }
  }
}
