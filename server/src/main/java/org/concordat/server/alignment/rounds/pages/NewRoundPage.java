package org.concordat.server.alignment.rounds.pages;

import java.util.List;
import org.concordat.core.alignment.Factor;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.rounds.Asking;
import org.concordat.server.alignment.rounds.LinkChoice;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.web.PageModel;
import org.jspecify.annotations.Nullable;

/**
 * Choosing what a round is to be about, with what the choice comes to.
 *
 * @param asked whether something was chosen already
 * @param links what was found; one more than a round may have when there are too many
 * @param problem the key of the text that says what is wrong, or null
 */
public record NewRoundPage(
    String title,
    String due,
    Asking asking,
    LinkChoice choice,
    boolean asked,
    List<Unit> units,
    List<Factor> factors,
    List<NamedLink> links,
    @Nullable String problem)
    implements PageModel {
  /** So many links are shown; the rest is counted. */
  private static final int SHOWN = 20;

  public NewRoundPage {
    units = List.copyOf(units);
    factors = List.copyOf(factors);
    links = List.copyOf(links);
  }

  /** Whether there are more links than a round may have. */
  public boolean tooMany() {
    return links.size() > most();
  }

  /** The most links that a round of this kind may have. */
  public int most() {
    return asking == Asking.RANKING ? Round.MOST_RANKED : Round.MOST_LINKS;
  }

  /** The first links. */
  public List<NamedLink> shown() {
    return links.subList(0, Math.min(SHOWN, links.size()));
  }

  @Override
  public String template() {
    return "rounds/new";
  }

  @Override
  public int status() {
    return problem == null ? 200 : 422;
  }
}
