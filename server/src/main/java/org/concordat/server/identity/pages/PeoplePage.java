package org.concordat.server.identity.pages;

import java.util.List;
import java.util.Set;
import org.concordat.core.alignment.Unit;
import org.concordat.server.identity.Role;
import org.concordat.server.web.table.TablePage;
import org.concordat.server.web.table.TableView;
import org.jspecify.annotations.Nullable;

/**
 * The people of an organisation.
 *
 * @param units the units that roles of units are held for
 * @param withFactor the roles that need a second factor
 * @param invitation an invitation that was just made, or null
 * @param problem the key of the text that says what is wrong, or null
 */
public record PeoplePage(
    TableView table,
    List<Unit> units,
    Set<Role> withFactor,
    @Nullable PersonalLink invitation,
    @Nullable String problem)
    implements TablePage {
  public PeoplePage {
    units = List.copyOf(units);
    withFactor = Set.copyOf(withFactor);
  }

  /**
   * A one-time link that was just made, to be shown this once.
   *
   * @param name whom it is for
   */
  public record PersonalLink(String address, String name) {
    @Override
    public String toString() {
      return "a link for " + name;
    }
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
