package org.concordat.server.alignment.rounds.pages;

import java.util.List;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.web.PageModel;

/** All rounds of an organisation. */
public record RoundsPage(List<Round> rounds) implements PageModel {
  public RoundsPage {
    rounds = List.copyOf(rounds);
  }

  /** How many of the judges have answered every question. */
  public long done(Round round) {
    return round.judges().stream()
        .filter(judge -> judge.answered() == round.links().size())
        .count();
  }

  @Override
  public String template() {
    return "rounds/rounds";
  }
}
