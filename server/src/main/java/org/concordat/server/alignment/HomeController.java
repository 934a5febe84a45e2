package org.concordat.server.alignment;

import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;
import org.concordat.core.alignment.live.PriorityQuery;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.alignment.HomePage.Figures;
import org.concordat.server.alignment.HomePage.Step;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.alignment.rounds.Rounds;
import org.concordat.server.alignment.rounds.Standings;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page. */
@Controller
class HomeController {
  private static final int TOP = 5;

  private final Models models;
  private final Rounds rounds;
  private final Standings standings;

  HomeController(Models models, Rounds rounds, Standings standings) {
    this.models = models;
    this.rounds = rounds;
    this.standings = standings;
  }

  @GetMapping("/")
  @Needs(Permission.OWN_ACCOUNT)
  Answer home(Caller caller) {
    if (!caller.may(Permission.READ_SUMMARY)) {
      return Redirect.to(caller.may(Permission.MANAGE_PEOPLE) ? "/people" : "/account");
    }
    HomePage.@Nullable RoundAnswer round = lastRound(caller.tenant());
    return models.of(caller.tenant()).read(model -> page(model, round));
  }

  /** What the last round that was closed says of whether people agree, each judging apart. */
  private HomePage.@Nullable RoundAnswer lastRound(UUID tenant) {
    for (Round round : rounds.all(tenant)) {
      if (round.stage().showsAnswers()) {
        OptionalDouble alpha = standings.alphaAtClosing(tenant, round);
        if (alpha.isPresent()) {
          return new HomePage.RoundAnswer(round.title(), round.id(), alpha.getAsDouble());
        }
      }
    }
    return null;
  }

  private static HomePage page(Snapshot model, HomePage.@Nullable RoundAnswer round) {
    Figures figures = Figures.of(model);
    boolean toFactors = model.factors().stream().anyMatch(f -> !model.impactsOn(f.id()).isEmpty());
    boolean toGoals =
        model.factors().stream().anyMatch(f -> !model.impactsOfFactor(f.id()).isEmpty());
    return new HomePage(
        model.organisation().name(),
        figures,
        round,
        top(TOP, model),
        List.of(
            new Step("alignment.step.assets", "/import", figures.assets() > 0),
            new Step("alignment.step.vision", "/vision", figures.goals() > 0),
            new Step("alignment.step.factors", "/factors", figures.factors() > 0),
            new Step("alignment.step.goals", "/impacts/goals", toGoals),
            new Step("alignment.step.impacts", "/impacts", toFactors)));
  }

  /** The first priorities, each with its best reason; none that is without need. */
  static List<RankedRow> top(int n, Snapshot model) {
    PriorityQuery query =
        PriorityQuery.ALL.includingNone(false).withUnits(false).withPaths(1).withRows(0, n);
    return model.priorities(query).rows().stream()
        .map(row -> PrioritiesController.row(row, model))
        .toList();
  }
}
