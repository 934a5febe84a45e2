package org.concordat.core.agreements;

import java.time.LocalDate;
import java.util.List;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Level;
import org.concordat.core.alignment.Requirement;
import org.jspecify.annotations.Nullable;

/**
 * The unit takes less protection than it needs, knowingly.
 *
 * @param id unique in the agreement
 * @param by who accepts, for the demand side
 * @param line the line that falls short
 * @param needed what is needed
 * @param agreed what is agreed instead, lower; null for nothing
 * @param because why, in words
 * @param until the last day for which it is accepted
 * @param saving what the level that is needed would cost more in a year
 * @param goals the goals that it puts at stake
 */
public record RiskAcceptance(
    String id,
    Actor by,
    String line,
    Requirement requirement,
    Level needed,
    @Nullable Level agreed,
    String because,
    LocalDate until,
    Money saving,
    List<String> goals) {
  public RiskAcceptance {
    Identifier.check(id, "risk acceptance");
    Identifier.check(line, "line");
    Texts.paragraph(because, "the reason for accepting a risk");
    goals = List.copyOf(goals);
    goals.forEach(g -> Identifier.check(g, "goal"));
    if (!(by.party() instanceof Party.Demand)) {
      throw new IllegalArgumentException(
          "a risk is accepted by the unit that bears it, not by " + by.party().word());
    }
    if (agreed != null && agreed.compareTo(needed) >= 0) {
      throw new IllegalArgumentException("there is no risk to accept: what is needed is agreed");
    }
  }

  /** The number of the agreed level; 0 for none. */
  public int agreedNumber() {
    return agreed == null ? 0 : agreed.number();
  }

  /** Whether it speaks of a line as it is: no less is agreed, and no more needed, than accepted. */
  public boolean covers(AgreementLine shortfall) {
    return line.equals(shortfall.id())
        && requirement.equals(shortfall.requirement())
        && agreedNumber() <= shortfall.agreedNumber()
        && needed.number() >= shortfall.neededNumber();
  }
}
