package org.concordat.server.alignment.rounds.pages;

import java.util.List;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.web.PageModel;

/** The rounds that wait for whoever looks. */
public record JudgeRoundsPage(List<Waiting> rounds) implements PageModel {
  public JudgeRoundsPage {
    rounds = List.copyOf(rounds);
  }

  /**
   * A round.
   *
   * @param answered how many questions the reader has answered
   */
  public record Waiting(Round round, int answered) {}

  @Override
  public String template() {
    return "rounds/waiting";
  }
}
