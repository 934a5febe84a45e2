package org.concordat.cli.attacks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.concordat.cli.output.Cell;
import org.concordat.cli.output.Table;
import org.concordat.cli.output.TableFormat;
import org.concordat.cli.output.Tables;
import org.concordat.cli.output.Terminal;
import org.concordat.core.alignment.attacks.Attack;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.CountermeasureEffect;
import org.concordat.core.alignment.attacks.DefenceFront;
import org.concordat.core.alignment.attacks.DefencePlan;
import org.concordat.core.alignment.attacks.Evaluation;
import org.concordat.core.alignment.attacks.Outcome;
import org.concordat.core.alignment.attacks.UnknownValues;
import org.concordat.formats.attacks.Amounts;
import org.jspecify.annotations.Nullable;

/** Tells an evaluation to people, as tables. */
final class EvaluationWords {
  private static final String NONE = "none";

  private final AttackTree tree;
  private final Evaluation evaluation;
  private final Terminal terminal;

  EvaluationWords(AttackTree tree, Evaluation evaluation, Terminal terminal) {
    this.tree = tree;
    this.evaluation = evaluation;
    this.terminal = terminal;
  }

  void tell(@Nullable Double budget) {
    String on = evaluation.on().isEmpty() ? NONE : names(List.copyOf(evaluation.on()));
    terminal.paragraph(0, "Countermeasures that are on: " + on + ".");
    if (!evaluation.isPossible()) {
      terminal.paragraph(0, "No attack is possible.");
    }
    attacks();
    unknown();
    if (!evaluation.effects().isEmpty()) {
      effects();
      plans("What to add so that the cheapest attack costs more", evaluation.plansByCost(), true);
      plans("What to add so that success gets unlikelier", evaluation.plansBySuccess(), false);
      if (budget != null) {
        within(budget);
      }
    }
  }

  private void attacks() {
    Table.Builder table =
        Table.of(
            Table.column("attack", "Attack"),
            Table.column("cost", "Cost"),
            Table.column("probability", "Probability"),
            Table.column("skill", "Skill"),
            Table.column("time", "Time"),
            Table.elastic("steps", "Steps"));
    row(table, "cheapest", evaluation.cheapest());
    row(table, "likeliest", evaluation.likeliest());
    row(table, "easiest", evaluation.easiest());
    row(table, "fastest", evaluation.fastest());
    evaluation
        .costAgainstProbability()
        .forEach(attack -> row(table, "cost/probability", Optional.of(attack)));
    evaluation.costAgainstTime().forEach(attack -> row(table, "cost/time", Optional.of(attack)));
    terminal.line("");
    write(table);
    evaluation
        .success()
        .ifPresent(
            success ->
                terminal.paragraph(
                    0,
                    "An attacker who tries everything succeeds with probability %s."
                        .formatted(Amounts.number(success))));
  }

  private void row(Table.Builder table, String kind, Optional<Attack> attack) {
    attack.ifPresent(
        a ->
            table.row(
                Cell.of(kind),
                Cell.of(Amounts.of(a.cost(), tree.units().cost())),
                Cell.of(Amounts.number(a.probability())),
                Cell.of(a.skill()),
                Cell.of(time(a.time())),
                Cell.of(names(a.steps()))));
  }

  private String time(OptionalDouble time) {
    return time.isPresent() ? Amounts.of(time.getAsDouble(), tree.units().time()) : NONE;
  }

  private void unknown() {
    UnknownValues unknown = evaluation.unknown();
    unknown("cost", "so costs are at least what stands here", unknown.cost());
    unknown("probability", "so probabilities are at most", unknown.probability());
    unknown("skill", "so skill is at least", unknown.skill());
    unknown("time", "so times are at least", unknown.time());
  }

  private void unknown(String value, String consequence, List<String> steps) {
    if (!steps.isEmpty()) {
      terminal.paragraph(0, "Not known: %s of %s; %s.".formatted(value, names(steps), consequence));
    }
  }

  private void effects() {
    Table.Builder table =
        Table.of(
            Table.elastic("countermeasure", "Countermeasure"),
            Table.column("state", "Now"),
            Table.column("cost", "Cheapest without \u2192 with"),
            Table.column("success", "Success without \u2192 with"));
    for (CountermeasureEffect effect : evaluation.effects()) {
      table.row(
          Cell.named(names(List.of(effect.countermeasure())), effect.countermeasure()),
          Cell.of(effect.isOn() ? "on" : "off"),
          Cell.of(cheapest(effect.without()) + " \u2192 " + cheapest(effect.with())),
          Cell.of(
              Amounts.number(effect.without().success())
                  + " \u2192 "
                  + Amounts.number(effect.with().success())));
    }
    terminal.line("");
    write(table);
  }

  private String cheapest(Outcome outcome) {
    return outcome.cost().isPresent()
        ? Amounts.of(outcome.cost().getAsDouble(), tree.units().cost())
        : "no attack";
  }

  private void plans(String title, List<DefencePlan> plans, boolean isCost) {
    if (plans.size() < 2) {
      return;
    }
    Table.Builder table =
        Table.of(
            Table.column("price", "Price"),
            Table.column("value", isCost ? "Cheapest attack" : "Success"),
            Table.elastic("countermeasures", "Further countermeasures"));
    for (DefencePlan plan : plans) {
      table.row(
          Cell.of(Amounts.of(plan.cost(), tree.units().cost())),
          Cell.of(value(plan, isCost)),
          Cell.of(plan.countermeasures().isEmpty() ? NONE : names(plan.countermeasures())));
    }
    terminal.line("");
    terminal.paragraph(0, title + ":");
    write(table);
  }

  private String value(DefencePlan plan, boolean isCost) {
    if (!isCost) {
      return Amounts.number(plan.value());
    }
    return Double.isInfinite(plan.value())
        ? "no attack"
        : Amounts.of(plan.value(), tree.units().cost());
  }

  private void within(double budget) {
    for (boolean isCost : new boolean[] {true, false}) {
      List<DefencePlan> plans = isCost ? evaluation.plansByCost() : evaluation.plansBySuccess();
      if (!plans.isEmpty()) {
        DefencePlan best = DefenceFront.within(plans, budget);
        terminal.paragraph(
            0,
            "For at most %s, %s: %s (%s)."
                .formatted(
                    Amounts.of(budget, tree.units().cost()),
                    isCost ? "against cheap attacks" : "against any success",
                    best.countermeasures().isEmpty()
                        ? "nothing helps"
                        : names(best.countermeasures()),
                    value(best, isCost)));
      }
    }
  }

  private String names(List<String> ids) {
    return ids.stream()
        .map(tree::node)
        .map(n -> n.name().isBlank() ? n.id() : n.name())
        .collect(Collectors.joining("; "));
  }

  private void write(Table.Builder table) {
    Tables.write(table.build(), TableFormat.TABLE, terminal);
  }
}
