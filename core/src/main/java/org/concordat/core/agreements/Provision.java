package org.concordat.core.agreements;

import java.math.BigDecimal;
import org.concordat.core.alignment.Identifier;
import org.concordat.core.alignment.Level;

/** How a line is served. */
public sealed interface Provision {
  /** The number of the agreed level on the agreement's scale; 0 where nothing is agreed. */
  int agreed();

  /**
   * A level of a service.
   *
   * @param protection the agreed level
   * @param quantity how many units of measure, above 0
   * @param price as of this agreement, whatever the catalogue says later
   */
  record Served(String service, String level, Level protection, BigDecimal quantity, Price price)
      implements Provision {
    public Served {
      Identifier.check(service, "service");
      Identifier.check(level, "service level");
      quantity = Numbers.plain(quantity);
      if (quantity.signum() <= 0) {
        throw new IllegalArgumentException("a quantity is above 0, not " + quantity);
      }
    }

    @Override
    public int agreed() {
      return protection.number();
    }
  }

  /**
   * What another line buys serves this one too, and is paid there.
   *
   * @param line the id of that line, which is served
   * @param protection the agreed level
   */
  record Included(String line, Level protection) implements Provision {
    public Included {
      Identifier.check(line, "line");
    }

    @Override
    public int agreed() {
      return protection.number();
    }
  }

  /** The unit needs it, and buys nothing for it. */
  record Unserved() implements Provision {
    @Override
    public int agreed() {
      return 0;
    }
  }
}
