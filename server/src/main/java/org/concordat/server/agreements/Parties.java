package org.concordat.server.agreements;

import java.util.ArrayList;
import java.util.List;
import org.concordat.core.agreements.Party;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Permission;

/** For whom somebody may act on an agreement. */
public final class Parties {
  private Parties() {}

  /** Whether a caller may act for a party of an agreement of a unit. */
  public static boolean allows(Caller caller, Party party, String unit) {
    return switch (party) {
      case Party.Demand _ -> caller.may(Permission.AGREE_DEMAND, unit);
      case Party.Supply _ -> caller.may(Permission.AGREE_SUPPLY);
      case Party.OtherUnit(String other) ->
          !other.equals(unit) && caller.may(Permission.AGREE_DEMAND, other);
      case Party.TopManagement _ -> caller.may(Permission.DECIDE_ESCALATIONS);
    };
  }

  /**
   * All parties that a caller may act for, on an agreement of a unit.
   *
   * @param units the ids of all units
   */
  public static List<Party> of(Caller caller, String unit, List<String> units) {
    List<Party> parties = new ArrayList<>();
    for (Party party : List.of(new Party.Demand(), new Party.Supply(), new Party.TopManagement())) {
      if (allows(caller, party, unit)) {
        parties.add(party);
      }
    }
    for (String other : units) {
      Party party = new Party.OtherUnit(other);
      if (allows(caller, party, unit)) {
        parties.add(party);
      }
    }
    return List.copyOf(parties);
  }
}
