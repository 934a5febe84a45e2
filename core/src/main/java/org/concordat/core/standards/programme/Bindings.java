package org.concordat.core.standards.programme;

import java.util.List;
import java.util.Locale;
import org.concordat.core.standards.programme.ProgrammeEntry.Obligation;

/**
 * Where somebody asks what binds them: each part may be left open.
 *
 * @param unit a unit's id; empty for any
 * @param place such as {@code Germany}; empty for any
 * @param data a kind of data, such as {@code cardholder data}; empty for any
 */
public record Bindings(String unit, String place, String data) {
  /** Asks for nothing in particular. */
  public static final Bindings ANYWHERE = new Bindings("", "", "");

  /**
   * Whether an obligation binds there. One that names no units binds all of them, and likewise with
   * places and data; case does not count.
   */
  public boolean includes(Obligation obligation) {
    return reaches(obligation.units(), unit)
        && reaches(obligation.geography(), place)
        && reaches(obligation.data(), data);
  }

  private static boolean reaches(List<String> scope, String asked) {
    String wanted = asked.strip().toLowerCase(Locale.ROOT);
    return scope.isEmpty()
        || wanted.isEmpty()
        || scope.stream().anyMatch(each -> each.strip().toLowerCase(Locale.ROOT).equals(wanted));
  }

  /** What binds there, in the order of the register. */
  public List<Obligation> among(Programme programme) {
    return programme.all(Obligation.class).stream().filter(this::includes).toList();
  }
}
