package org.concordat.core.alignment.budget;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.core.standards.ControlRef;
import org.jspecify.annotations.Nullable;

/**
 * A control that money and effort may be spent on.
 *
 * @param outlays what it takes, by resource; a resource that is not named is not needed
 * @param serves the requirements that it serves; none twice
 * @param needs controls that must be in operation no later than this one
 * @param excludes controls that may not be in operation beside this one; said of either, it holds
 *     for both
 * @param earliest the first year in which it may start, from 1
 * @param inPlace whether it is in operation already: then it serves from the first year, and takes
 *     nothing of any budget
 * @param implementing the control of a standard that it puts into practice, if there is one
 */
public record BudgetControl(
    String id,
    String name,
    Map<String, Outlay> outlays,
    List<Service> serves,
    List<String> needs,
    List<String> excludes,
    int earliest,
    boolean inPlace,
    @Nullable ControlRef implementing) {
  public BudgetControl {
    outlays = Collections.unmodifiableMap(new LinkedHashMap<>(outlays));
    serves = List.copyOf(serves);
    needs = List.copyOf(needs);
    excludes = List.copyOf(excludes);
  }

  /** What it takes of a resource. */
  public Outlay outlay(String resource) {
    return outlays.getOrDefault(resource, NOTHING);
  }

  private static final Outlay NOTHING = new Outlay(Quantity.ZERO, Quantity.ZERO);

  /** The same control with other outlays. */
  public BudgetControl withOutlays(Map<String, Outlay> other) {
    return new BudgetControl(
        id, name, other, serves, needs, excludes, earliest, inPlace, implementing);
  }

  /** The same control in place or not, and with another earliest year. */
  public BudgetControl with(boolean nowInPlace, int nowEarliest) {
    return new BudgetControl(
        id, name, outlays, serves, needs, excludes, nowEarliest, nowInPlace, implementing);
  }
}
