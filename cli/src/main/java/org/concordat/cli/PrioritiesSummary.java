package org.concordat.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.Asset;
import org.concordat.core.alignment.Goal;
import org.concordat.core.alignment.Impact;
import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.alignment.priorities.Priority;
import org.concordat.core.workspace.Workspace;
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
      Gap gap = gap();
      terminal.paragraph(
          0,
          String.format(
              Locale.ROOT,
              "No priorities yet among %,d requirements: %s",
              priorities.size(),
              gap.sentence()));
      terminal.command(gap.example());
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

  /** What is missing, and what to write to mend it. */
  private record Gap(String sentence, String example) {}

  /** Which link of the chain from requirement to goal is missing, and how to mend it. */
  private Gap gap() {
    List<Goal> goals = workspace.units().stream().flatMap(u -> u.goals().stream()).toList();
    String top = workspace.scale().names().getLast();
    if (goals.isEmpty()) {
      return new Gap(
          "no unit has a goal. Write under 'units:' what each unit wants, for example:",
          "- {id: claims, name: Claims handling, goals: [{id: fast-settlement, name: Settle within"
              + " a day}]}");
    }
    if (workspace.factors().isEmpty()) {
      return new Gap(
          "there are no factors, the kinds of damage that hurt goals. Write some under 'factors:';"
              + " this lists those that ship with Concordat:",
          "concordat catalogue factors");
    }
    if (workspace.impacts().stream().noneMatch(i -> i instanceof Impact.FactorImpact)) {
      return new Gap(
          "no factor is linked to a goal. Write under 'impacts:' how much each damage hurts, for"
              + " example:",
          "- {factor: %s, goal: %s, level: %s}"
              .formatted(likelyFactor(), goals.getFirst().id(), top));
    }
    if (workspace.impacts().stream().noneMatch(i -> i instanceof Impact.RequirementImpact)) {
      return new Gap(
          "no requirement is linked to a factor. Write under 'impacts:' what breaking one does, for"
              + " example:",
          "- {requirement: %s, factor: %s, level: %s}"
              .formatted(
                  priorities.list(1, 0).getFirst().requirement().id(),
                  workspace.factors().getFirst().id(),
                  top));
    }
    return new Gap(
        unit == null
            ? "no impact leads the whole way: the factors that requirements drive are linked to no"
                + " goal. Link one under 'impacts:', for example:"
            : "no impact leads to a goal of '" + unit + "'. Link a factor to one, for example:",
        "- {factor: %s, goal: %s, level: %s}".formatted(likelyFactor(), goalOfFocus(goals), top));
  }

  /** A factor that a requirement drives already, else the first. */
  private String likelyFactor() {
    return workspace.impacts().stream()
        .flatMap(
            i ->
                i instanceof Impact.RequirementImpact(_, var factor, _)
                    ? Stream.of(factor)
                    : Stream.empty())
        .findFirst()
        .orElseGet(() -> workspace.factors().getFirst().id());
  }

  private String goalOfFocus(List<Goal> goals) {
    return workspace.units().stream()
        .filter(u -> u.id().equals(unit))
        .flatMap(u -> u.goals().stream())
        .findFirst()
        .orElse(goals.getFirst())
        .id();
  }
}
