package org.concordat.server.identity.pages;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.concordat.core.alignment.Unit;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * The guests who judge, and a form to ask another one.
 *
 * @param units the units to choose from
 * @param link a link that was just made, to be shown this once, or null
 * @param linkFor whom it is for
 * @param problem the key of the text that says what is wrong, or null
 */
public record JudgingLinksPage(
    List<Guest> guests,
    List<Unit> units,
    @Nullable String link,
    @Nullable String linkFor,
    @Nullable String problem)
    implements PageModel {
  public JudgingLinksPage {
    guests = List.copyOf(guests);
    units = List.copyOf(units);
  }

  /**
   * A guest.
   *
   * @param until when the link ends or ended, or null when it was taken back
   */
  public record Guest(Accounts.Listed account, @Nullable Instant until) {
    /** Whether the link works now. */
    public boolean mayEnter() {
      return account.active() && until != null && until.isAfter(Instant.now());
    }
  }

  /** The names of a guest's units. */
  public String unitsOf(Guest guest) {
    return guest.account().grants().stream()
        .flatMap(grant -> grant.units().stream())
        .distinct()
        .sorted()
        .map(
            id ->
                units.stream()
                    .filter(unit -> unit.id().equals(id))
                    .map(Unit::name)
                    .findFirst()
                    .orElse(id))
        .collect(Collectors.joining(", "));
  }

  @Override
  public String template() {
    return "identity/judging_links";
  }

  @Override
  public int status() {
    return problem == null ? 200 : 422;
  }
}
