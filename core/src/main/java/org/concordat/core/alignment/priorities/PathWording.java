package org.concordat.core.alignment.priorities;

import org.concordat.core.alignment.ImpactScale;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.concordat.core.alignment.SecurityProperty;

/**
 * Says reasons for priorities in plain words, a line each.
 *
 * @param scale names the levels
 * @param names what people call the things on the way
 */
public record PathWording(ImpactScale scale, Names names) {
  /** What people call things; the id where nobody knows a name. */
  public interface Names {
    String asset(String id);

    String factor(String id);

    String goal(String id);
  }

  /**
   * A path in plain words: {@code stops Handle claim → Loss of productivity (critical) → Settle
   * within a day (critical)}. A strength or an importance is told only when it is not the highest.
   */
  public String describe(RationalePath path) {
    StringBuilder text = new StringBuilder();
    int factor = path.path().size() - 2;
    for (int i = 1; i < factor; i++) {
      String id = path.path().get(i);
      text.append(
          Requirement.parse(id).map(r -> consequence(r) + names.asset(r.asset())).orElse(id));
      text.append(unlessTop("", path.levels().get(i - 1))).append(" → ");
    }
    text.append(names.factor(path.factor()))
        .append(" (")
        .append(scale.name(path.levels().get(factor - 1)))
        .append(") → ")
        .append(names.goal(path.goal()))
        .append(" (")
        .append(scale.name(path.levels().get(factor)))
        .append(")")
        .append(unlessTop("goal ", path.levels().getLast()));
    return text.toString();
  }

  private String unlessTop(String what, Level level) {
    return level.equals(scale.top()) ? "" : " [" + what + scale.name(level) + "]";
  }

  /** What breaking a property does to its asset. */
  private static String consequence(Requirement requirement) {
    return switch (requirement.property()) {
      case SecurityProperty.AVAILABILITY -> "stops ";
      case SecurityProperty.INTEGRITY -> "falsifies ";
      case SecurityProperty.CONFIDENTIALITY -> "exposes ";
      default -> "breaks the " + requirement.property() + " of ";
    };
  }
}
