package org.concordat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.imports.ImportMerge;
import org.jspecify.annotations.Nullable;

/** What stands below the table of priorities: how many there are, and what to do next. */
final class PrioritiesSummary {
  private final Workspace workspace;
  private final Priorities priorities;
  private final @Nullable String unit;
  private final String argument;

  /**
   * A summary.
   *
   * @param unit the unit whose goals alone count, or null
   * @param argument the workspace as part of a command, with a space before it, or empty
   */
  PrioritiesSummary(
      Workspace workspace, Priorities priorities, @Nullable String unit, String argument) {
    this.workspace = workspace;
    this.priorities = priorities;
    this.unit = unit;
    this.argument = argument;
  }

  /**
   * Writes the summary.
   *
   * @param shown the priorities that the table shows
   */
  void write(List<Priority> shown, Terminal terminal) {
    int[] counts = countByLevel();
    int needed = priorities.size() - counts[0];
    if (priorities.size() == 0) {
      terminal.paragraph(
          0, "There are no assets yet. Write them under 'assets:', or bring them with an import.");
      terminal.command(
          "concordat import FILE --into " + (argument.isEmpty() ? "." : argument.strip()));
    } else if (needed == 0) {
      terminal.paragraph(0, nothingNeeded());
    } else {
      terminal.paragraph(0, counted(shown.size(), counts));
      int listed = unit == null ? priorities.size() : needed;
      if (shown.size() < listed) {
        terminal.line("All of them:");
        terminal.command(
            "concordat priorities%s%s --top %d"
                .formatted(argument, unit == null ? "" : " --unit " + unit, listed));
      }
      if (!shown.isEmpty()) {
        terminal.line("Why, in full:");
        terminal.command(
            "concordat explain %s%s".formatted(shown.getFirst().requirement().id(), argument));
      }
    }
  }

  private int[] countByLevel() {
    int[] counts = new int[workspace.scale().size() + 1];
    for (Asset asset : workspace.assets()) {
      for (String property : asset.properties()) {
        double score = priorities.need(new Requirement(asset.id(), property));
        counts[workspace.scale().shownNumber(score)]++;
      }
    }
    return counts;
  }

  private String counted(int shown, int[] counts) {
    ImpactScale scale = workspace.scale();
    List<String> parts = new ArrayList<>();
    for (int number = scale.size(); number > 0; number--) {
      if (counts[number] > 0) {
        parts.add(
            String.format(Locale.ROOT, "%,d %s", counts[number], scale.names().get(number - 1)));
      }
    }
    if (counts[0] > 0) {
      parts.add(String.format(Locale.ROOT, "%,d without need", counts[0]));
    }
    return String.format(
        Locale.ROOT,
        "%,d of %,d requirements shown%s: %s.",
        shown,
        priorities.size(),
        unit == null ? "" : ", by the goals of '" + unit + "' alone",
        String.join(", ", parts));
  }

  /** Which link of the chain from requirement to goal is missing, and how to mend it. */
  private String nothingNeeded() {
    String start =
        String.format(Locale.ROOT, "No priorities yet among %,d requirements: ", priorities.size());
    List<Goal> goals = workspace.units().stream().flatMap(u -> u.goals().stream()).toList();
    if (goals.isEmpty()) {
      return start
          + "no unit has a goal. Write units and what they want under 'units:', for example"
          + " - {id: claims, name: Claims handling, goals: [{id: fast-settlement, name: Settle"
          + " within a day}]}";
    }
    if (workspace.factors().isEmpty()) {
      return start
          + "there are no factors, the kinds of damage that hurt goals. Choose some with: concordat"
          + " catalogue factors, and write them under 'factors:'.";
    }
    String goal = goals.getFirst().id();
    if (workspace.impacts().stream().noneMatch(i -> i instanceof Impact.FactorImpact)) {
      String factor =
          workspace.factors().stream().anyMatch(f -> f.id().equals(ImportMerge.RATED_IMPACT))
              ? ImportMerge.RATED_IMPACT
              : workspace.factors().getFirst().id();
      return start
          + "no factor is linked to a goal. Write under 'impacts:' how much each damage hurts, for"
          + " example - {factor: %s, goal: %s, level: %s}"
              .formatted(factor, goal, workspace.scale().names().getLast());
    }
    if (workspace.impacts().stream().noneMatch(i -> i instanceof Impact.RequirementImpact)) {
      return start
          + "no requirement is linked to a factor. Write under 'impacts:' what breaking one does,"
          + " for example - {requirement: %s, factor: %s, level: %s}"
              .formatted(
                  priorities.list(1, 0).getFirst().requirement().id(),
                  workspace.factors().getFirst().id(),
                  workspace.scale().names().getLast());
    }
    return unit == null
        ? start
            + "no impact leads the whole way. A requirement needs a factor that is itself linked to"
            + " a goal."
        : start + "no impact leads to a goal of '" + unit + "'.";
  }
}
