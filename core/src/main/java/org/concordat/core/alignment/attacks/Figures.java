package org.concordat.core.alignment.attacks;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of the attacker's steps by position, with what is not known as the attacker likes. */
final class Figures {
  final double[] cost;
  final double[] probability;
  final double[] skill;
  final double[] time;

  Figures(AttackTree tree) {
    List<TreeNode.AttackStep> steps = tree.steps();
    cost = values(steps, StepValues::cost, 0);
    probability = values(steps, StepValues::probability, 1);
    skill = values(steps, v -> v.skill() == null ? null : (double) v.skill(), 0);
    time = values(steps, StepValues::time, 0);
  }

  private static double[] values(
      List<TreeNode.AttackStep> steps,
      Function<StepValues, @Nullable Double> value,
      double unlessKnown) {
    return steps.stream()
        .mapToDouble(
            step -> {
              Double known = value.apply(step.values());
              return known == null ? unlessKnown : known;
            })
        .toArray();
  }
}
