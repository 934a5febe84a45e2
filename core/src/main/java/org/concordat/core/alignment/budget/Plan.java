package org.concordat.core.alignment.budget;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which controls start, and when. Those that are in place are not named.
 *
 * @param starts the year from 1 in which each chosen control starts, by its id
 */
public record Plan(SortedMap<String, Integer> starts) {
  public static final Plan NOTHING = new Plan(Collections.emptySortedMap());

  public Plan {
    starts = Collections.unmodifiableSortedMap(new TreeMap<>(starts));
  }

  public static Plan of(Map<String, Integer> starts) {
    return new Plan(new TreeMap<>(starts));
  }

  public boolean has(String control) {
    return starts.containsKey(control);
  }

  /** Whether a control is in operation in that year. */
  public boolean isRunning(BudgetControl control, int year) {
    Integer start = starts.get(control.id());
    return control.inPlace() || (start != null && start <= year);
  }
}
