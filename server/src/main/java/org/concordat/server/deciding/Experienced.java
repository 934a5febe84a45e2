package org.concordat.server.deciding;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.concordat.core.alignment.reassessment.Experience;
import org.concordat.core.alignment.reassessment.Incident;

/** Knows what measuring has taught of what was promised. */
public interface Experienced {
  /**
   * What an organisation's measurements have taught.
   *
   * @param incidents all that were recorded
   */
  Experience experience(UUID tenant, List<Incident> incidents, LocalDate today);
}
