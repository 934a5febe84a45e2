package org.concordat.core.alignment.budget;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a plan must keep beside the rules of its case.
 *
 * @param with ids of controls that the plan must have
 * @param without ids of controls that it may not have
 * @param hint a plan to begin with, which need not keep anything; null for none
 * @param enough a residual at which the search may stop; negative to go on to the best
 */
public record Conditions(
    Set<String> with, Set<String> without, @Nullable Plan hint, double enough) {
  public static final Conditions NONE = new Conditions(Set.of(), Set.of(), null, -1);

  public Conditions {
    with = Set.copyOf(with);
    without = Set.copyOf(without);
  }

  public static Conditions with(String control) {
    return new Conditions(Set.of(control), Set.of(), null, -1);
  }

  public static Conditions without(String control) {
    return new Conditions(Set.of(), Set.of(control), null, -1);
  }

  public Conditions startingAt(@Nullable Plan plan) {
    return new Conditions(with, without, plan, enough);
  }

  public Conditions until(double residual) {
    return new Conditions(with, without, hint, residual);
  }
}
