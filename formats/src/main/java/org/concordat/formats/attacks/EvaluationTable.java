package org.concordat.formats.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.concordat.core.alignment.attacks.Attack;
import org.concordat.core.alignment.attacks.AttackTree;
import org.concordat.core.alignment.attacks.CountermeasureEffect;
import org.concordat.core.alignment.attacks.DefencePlan;
import org.concordat.core.alignment.attacks.Evaluation;
import org.concordat.core.alignment.attacks.Outcome;
import org.concordat.core.alignment.attacks.TreeNode;
import org.concordat.formats.tables.RowWriter;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as the rows of one table. Names and order of the columns are a promise to other
 * programs; a cell is empty where a row has no such figure, where no attack is possible, and where
 * time has no meaning.
 *
 * <table>
 *   <caption>What a row tells</caption>
 *   <tr><th>answer</th><th>nodes</th></tr>
 *   <tr><td>cheapest, likeliest, easiest, fastest</td><td>the steps of the attack</td></tr>
 *   <tr><td>cost-probability, cost-time</td><td>the steps of an attack of that front</td></tr>
 *   <tr><td>success</td><td>none</td></tr>
 *   <tr><td>without, with</td><td>one countermeasure; the figures are the best of all attacks</td></tr>
 *   <tr><td>plan-cost, plan-success</td><td>the countermeasures to add, for that price</td></tr>
 * </table>
 */
public final class EvaluationTable {
  /** What the sheet of a workbook is called. */
  public static final String SHEET = "Evaluation";

  private static final List<String> HEADER =
      List.of(
          "answer", "price", "cost", "probability", "skill", "time", "success", "nodes", "names");

  private final AttackTree tree;
  private final List<List<@Nullable Object>> rows = new ArrayList<>();

  private EvaluationTable(AttackTree tree) {
    this.tree = tree;
  }

  /** Writes an evaluation and finishes the file; its stream stays open. */
  public static void write(AttackTree tree, Evaluation evaluation, RowWriter rows) {
    EvaluationTable table = new EvaluationTable(tree);
    table.add(evaluation);
    try (rows) {
      rows.write(HEADER);
      for (List<@Nullable Object> row : table.rows) {
        rows.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Evaluation evaluation) {
    attack("cheapest", evaluation.cheapest());
    attack("likeliest", evaluation.likeliest());
    attack("easiest", evaluation.easiest());
    attack("fastest", evaluation.fastest());
    evaluation.costAgainstProbability().forEach(a -> attack("cost-probability", Optional.of(a)));
    evaluation.costAgainstTime().forEach(a -> attack("cost-time", Optional.of(a)));
    evaluation
        .success()
        .ifPresent(success -> row("success", List.of(), null, null, null, null, null, success));
    for (CountermeasureEffect effect : evaluation.effects()) {
      outcome("without", effect.countermeasure(), effect.without());
      outcome("with", effect.countermeasure(), effect.with());
    }
    for (DefencePlan plan : evaluation.plansByCost()) {
      Double cheapest = finite(OptionalDouble.of(plan.value()));
      row("plan-cost", plan.countermeasures(), plan.cost(), cheapest, null, null, null, null);
    }
    for (DefencePlan plan : evaluation.plansBySuccess()) {
      row(
          "plan-success",
          plan.countermeasures(),
          plan.cost(),
          null,
          null,
          null,
          null,
          plan.value());
    }
  }

  private void attack(String answer, Optional<Attack> attack) {
    attack.ifPresent(
        a ->
            row(
                answer,
                a.steps(),
                null,
                a.cost(),
                a.probability(),
                a.skill(),
                finite(a.time()),
                null));
  }

  private void outcome(String answer, String countermeasure, Outcome outcome) {
    row(
        answer,
        List.of(countermeasure),
        null,
        finite(outcome.cost()),
        outcome.likeliest(),
        outcome.skill().isPresent() ? (Integer) outcome.skill().getAsInt() : null,
        finite(outcome.time()),
        outcome.success());
  }

  private void row(
      String answer,
      List<String> nodes,
      @Nullable Double price,
      @Nullable Double cost,
      @Nullable Double probability,
      @Nullable Integer skill,
      @Nullable Double time,
      @Nullable Double success) {
    String names = nodes.stream().map(this::name).collect(Collectors.joining("; "));
    rows.add(
        Arrays.asList(
            answer,
            price,
            cost,
            probability,
            skill,
            time,
            success,
            String.join("; ", nodes),
            names));
  }

  private String name(String id) {
    TreeNode node = tree.node(id);
    return node.name().isBlank() ? id : node.name();
  }

  private static @Nullable Double finite(OptionalDouble value) {
    return value.isPresent() && Double.isFinite(value.getAsDouble())
        ? (Double) value.getAsDouble()
        : null;
  }
}
