package org.concordat.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.cli.output.Tone;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.alignment.priorities.RationalePath;
import org.concordat.core.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/** The reasons of one requirement, told to a person. */
final class Explanation {
  private final ImpactScale scale;
  private final Names names;
  private final Reasons reasons;
  private final Terminal terminal;
  private final List<Requirement> requirements;
  private final Map<Impact.Link, List<Judgement>> judgements = new HashMap<>();

  Explanation(Workspace workspace, Terminal terminal) {
    this.scale = workspace.scale();
    this.names = new Names(workspace);
    this.reasons = new Reasons(workspace, names);
    this.terminal = terminal;
    this.requirements =
        workspace.assets().stream()
            .flatMap(a -> a.properties().stream().map(p -> new Requirement(a.id(), p)))
            .toList();
    workspace
        .impacts()
        .forEach(
            i -> judgements.computeIfAbsent(i.link(), l -> new ArrayList<>()).add(i.judgement()));
  }

  /**
   * Tells a priority.
   *
   * @param unit the unit whose goals alone count, or null
   */
  void tell(Priority priority, Priorities all, @Nullable String unit) {
    terminal.paragraph(0, 0, Tone.STRONG, names.requirement(priority.requirement()));
    terminal.paragraph(0, 0, Tone.QUIET, priority.requirement().id());
    terminal.line("");
    terminal.paragraph(0, standing(priority, all, unit));
    if (priority.score() > 0) {
      terminal.paragraph(0, source(priority));
    }
    int number = 1;
    for (RationalePath path : priority.rationale()) {
      terminal.line("");
      tell(number++, priority.requirement(), path);
    }
    if (priority.score() > 0 && !priority.units().isEmpty()) {
      terminal.line("");
      tellUnits(priority);
    }
  }

  private String standing(Priority priority, Priorities all, @Nullable String unit) {
    String by = unit == null ? "" : ", by the goals of " + names.unit(unit) + " alone";
    if (priority.score() <= 0) {
      return "No need: no impact leads from it, or from what depends on it, to a goal" + by + ".";
    }
    long sharing = requirements.stream().filter(r -> all.rank(r) == priority.rank()).count();
    return "Rank %d of %d%s, %s (score %s)%s."
        .formatted(
            priority.rank(),
            all.size(),
            sharing > 1 ? ", shared by " + sharing : "",
            priority.level(),
            figure(priority.score()),
            by);
  }

  private String source(Priority priority) {
    if (priority.own() >= priority.score()) {
      return "The need is its own: its own impacts make it so grave.";
    }
    return priority.own() > 0
        ? "The need is inherited from what depends on it; its own impacts alone would make it %s (score %s)."
            .formatted(scale.shownName(priority.own()), figure(priority.own()))
        : "The need is inherited from what depends on it; it has no impacts of its own.";
  }

  private void tell(int number, Requirement requirement, RationalePath path) {
    terminal.paragraph(
        0,
        3,
        Tone.STRONG,
        "%d. %s (%s): %s"
            .formatted(
                number, scale.shownName(path.score()), figure(path.score()), reasons.path(path)));
    List<String> ids = path.path();
    int factor = ids.size() - 2;
    Requirement at = requirement;
    for (int i = 1; i < factor; i++) {
      Requirement next = Requirement.parse(ids.get(i)).orElseThrow();
      step(
          "%s depends on %s: the %s of the one needs the %s of the other (strength %s)."
              .formatted(
                  names.asset(next.asset()),
                  names.asset(at.asset()),
                  next.property(),
                  at.property(),
                  scale.name(path.levels().get(i - 1))));
      at = next;
    }
    step(
        "Breaking the %s of %s leads to '%s': %s."
            .formatted(
                at.property(),
                names.asset(at.asset()),
                names.factor(path.factor()),
                scale.name(path.levels().get(factor - 1))));
    tellJudgements(new Impact.Link(at.id(), path.factor()));
    step(
        "'%s' hurts the goal '%s' of %s: %s."
            .formatted(
                names.factor(path.factor()),
                names.goal(path.goal()),
                names.unitOfGoal(path.goal()),
                scale.name(path.levels().get(factor))));
    tellJudgements(new Impact.Link(path.factor(), path.goal()));
    step("The goal itself matters: %s.".formatted(scale.name(path.levels().getLast())));
  }

  private void step(String sentence) {
    terminal.paragraph(3, 3, Tone.PLAIN, sentence);
  }

  private void tellJudgements(Impact.Link link) {
    List<Judgement> all = judgements.getOrDefault(link, List.of());
    boolean isAgreed = all.stream().anyMatch(Judgement::agreed);
    for (Judgement judgement : all) {
      terminal.paragraph(5, 7, Tone.QUIET, "- " + spoken(judgement));
    }
    if (all.size() > 1) {
      terminal.paragraph(
          5,
          7,
          Tone.QUIET,
          isAgreed ? "What was agreed counts." : "The median of these judgements counts.");
    }
  }

  private String spoken(Judgement judgement) {
    StringBuilder text = new StringBuilder();
    Level level = judgement.level();
    text.append(judgement.agreed() ? "agreed on " : "judged ").append(scale.name(level));
    if (judgement.by() != null) {
      text.append(" by ").append(judgement.by());
    }
    if (judgement.on() != null) {
      text.append(" on ").append(judgement.on());
    }
    if (judgement.because() != null) {
      text.append(": ").append(judgement.because());
    }
    return text.toString();
  }

  private void tellUnits(Priority priority) {
    Table.Builder table =
        Table.of(
            Table.elastic("unit", "Unit"),
            Table.column("level", "Its own need"),
            Table.column("score", "Score"));
    priority
        .units()
        .forEach(
            (id, score) ->
                table.row(
                    Cell.of(names.unit(id)),
                    PrioritiesCommand.level(scale, score),
                    Cell.of(figure(score))));
    Tables.write(table.build(), TableFormat.TABLE, terminal);
  }

  private static String figure(double score) {
    return String.format(Locale.ROOT, "%.2f", score);
  }
}
