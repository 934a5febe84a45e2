package org.concordat.server.alignment.rounds.pages;

import java.util.List;
import java.util.OptionalDouble;
import org.concordat.core.alignment.rounds.RoundAgreement;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * A round: its preparation, its progress, or where it stands, by its stage.
 *
 * @param links what is judged, while answers are not shown
 * @param candidates who may be asked and is not yet
 * @param order the order that all judges together give, when they were asked for one
 * @param agreement how far the judges agree, or null while answers are not shown
 * @param alphaAtClosing alpha before anybody revised anything
 * @param views the links in the order in which to speak of them, when answers are shown
 */
public record RoundPage(
    Round round,
    List<NamedLink> links,
    List<Accounts.Listed> candidates,
    List<InOrder> order,
    @Nullable RoundAgreement agreement,
    OptionalDouble alphaAtClosing,
    List<LinkView> views)
    implements PageModel {
  public RoundPage {
    links = List.copyOf(links);
    order = List.copyOf(order);
    candidates = List.copyOf(candidates);
    views = List.copyOf(views);
  }

  /**
   * A link in the common order.
   *
   * @param place from 0 for first to 1 for last
   */
  public record InOrder(NamedLink link, double place, int judges) {}

  /** Those who have not answered every question. */
  public List<Round.Invited> missing() {
    return round.judges().stream()
        .filter(judge -> judge.answered() < round.links().size())
        .toList();
  }

  /** How many links have an agreed value. */
  public long agreed() {
    return views.stream().filter(view -> view.agreed() != null).count();
  }

  /** How many links nobody disputes, two people having answered, and nothing is agreed yet. */
  public long undisputed() {
    return views.stream().filter(this::isUndisputed).count();
  }

  /** Places are no levels, so that all put something at one place is no level to record. */
  boolean isUndisputed(LinkView view) {
    return !round.isRanking()
        && view.agreed() == null
        && view.agreement().answers() >= 2
        && !view.agreement().isDivided();
  }

  @Override
  public String template() {
    return "rounds/round";
  }
}
