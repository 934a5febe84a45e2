package org.concordat.server.identity.pages;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concordat.core.alignment.Unit;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * The people of an organisation.
 *
 * @param withSecondFactor the ids of those who have a second factor
 * @param units the units that roles of units are held for
 * @param link a one-time link that was just made, to be shown this once, or null
 * @param linkFor whom it is for
 * @param problem the key of the text that says what is wrong, or null
 */
public record PeoplePage(
    List<Accounts.Listed> people,
    Set<UUID> withSecondFactor,
    List<Unit> units,
    @Nullable String link,
    @Nullable String linkFor,
    @Nullable String problem)
    implements PageModel {
  public PeoplePage {
    people = List.copyOf(people);
    withSecondFactor = Set.copyOf(withSecondFactor);
    units = List.copyOf(units);
  }

  @Override
  public String template() {
    return "identity/people";
  }

  @Override
  public int status() {
    return problem == null ? 200 : 422;
  }
}
