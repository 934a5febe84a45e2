package org.concordat.server.start;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.concordat.core.agreements.negotiation.AgreementState.StateKind;
import org.concordat.core.alignment.live.LiveWorkspace;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.rounds.Stage;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.alignment.Cells;
import org.concordat.server.alignment.Figures;
import org.concordat.server.alignment.RankedRow;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.alignment.rounds.Rounds;
import org.concordat.server.alignment.rounds.Standings;
import org.concordat.server.deciding.Drafts;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.start.Assurances.Known;
import org.concordat.server.start.HomePage.Step;
import org.concordat.server.start.HomePage.Waiting;
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
  private static final int UNSECURED = 3;

  private final Models models;
  private final Rounds rounds;
  private final Standings standings;
  private final Agreements agreements;
  private final Assurances assurances;
  private final Drafts drafts;
  private final Dues dues;

  HomeController(
      Models models,
      Rounds rounds,
      Standings standings,
      Agreements agreements,
      Assurances assurances,
      Drafts drafts,
      Dues dues) {
    this.models = models;
    this.rounds = rounds;
    this.standings = standings;
    this.agreements = agreements;
    this.assurances = assurances;
    this.drafts = drafts;
    this.dues = dues;
  }

  @GetMapping("/")
  @Needs(Permission.OWN_ACCOUNT)
  Answer home(Caller caller) {
    if (!caller.may(Permission.READ_SUMMARY)) {
      return Redirect.to(caller.may(Permission.MANAGE_PEOPLE) ? "/people" : "/account");
    }
    UUID tenant = caller.tenant();
    HomePage.Agreed agreed = agreed(tenant);
    Known known = assurances.of(tenant);
    OptionalInt due = dues.count(tenant);
    LiveWorkspace live = models.of(tenant);
    List<Waiting> waiting = waiting(caller, live);
    return live.read(model -> page(model, agreed, known, due, waiting));
  }

  private HomePage.Agreed agreed(UUID tenant) {
    List<Round> all = rounds.all(tenant);
    return new HomePage.Agreed(
        lastRound(tenant, all),
        (int) all.stream().filter(round -> round.stage() == Stage.OPEN).count());
  }

  /** What the last round that was closed says of whether people agree, each judging apart. */
  private HomePage.@Nullable RoundAnswer lastRound(UUID tenant, List<Round> all) {
    for (Round round : all) {
      if (round.stage().showsAnswers()) {
        OptionalDouble alpha = standings.alphaAtClosing(tenant, round);
        if (alpha.isPresent()) {
          return new HomePage.RoundAnswer(round.title(), round.id(), alpha.getAsDouble());
        }
      }
    }
    return null;
  }

  private List<Waiting> waiting(Caller caller, LiveWorkspace live) {
    List<Waiting> waiting = new ArrayList<>();
    if (caller.may(Permission.EDIT_MODEL) && live.read(Snapshot::organisation).industry() == null) {
      waiting.add(new Waiting("start.waiting.organisation", 1, "/settings"));
    }
    if (caller.may(Permission.JUDGE)) {
      int asked = rounds.waitingFor(caller.tenant(), caller.account()).size();
      waiting.add(new Waiting("start.waiting.rounds", asked, "/judge/rounds"));
    }
    if (caller.may(Permission.DRAFT_CHANGES)) {
      int proposals =
          (int) drafts.all(caller).stream().filter(draft -> draft.isDecidedBy(caller)).count();
      waiting.add(new Waiting("start.waiting.proposals", proposals, "/drafts"));
    }
    if (caller.may(Permission.DECIDE_ESCALATIONS)) {
      int escalated =
          (int)
              agreements.all(caller.tenant()).stream()
                  .filter(each -> each.state() == StateKind.ESCALATED)
                  .count();
      waiting.add(new Waiting("start.waiting.escalations", escalated, "/loop/process"));
    }
    waiting.removeIf(each -> each.count() == 0);
    return waiting;
  }

  private static HomePage page(
      Snapshot model, HomePage.Agreed agreed, Known known, OptionalInt due, List<Waiting> waiting) {
    Figures figures = Figures.of(model);
    boolean toFactors = model.factors().stream().anyMatch(f -> !model.impactsOn(f.id()).isEmpty());
    boolean toGoals =
        model.factors().stream().anyMatch(f -> !model.impactsOfFactor(f.id()).isEmpty());
    return new HomePage(
        model.organisation().name(),
        figures,
        agreed,
        security(new Secured(model, known)),
        due,
        waiting,
        RankedRow.first(TOP, model),
        List.of(
            new Step("alignment.step.vision", "/vision", figures.goals() > 0),
            new Step("alignment.step.factors", "/factors", figures.factors() > 0),
            new Step("alignment.step.assets", "/import", figures.assets() > 0),
            new Step("alignment.step.goals", "/impacts/goals", toGoals),
            new Step("alignment.step.impacts", "/impacts", toFactors)));
  }

  private static HomePage.Security security(Secured secured) {
    return new HomePage.Security(
        secured.counts(),
        secured.known().inForce().size(),
        secured.firstUnsecured(UNSECURED).stream()
            .map(
                row ->
                    new HomePage.Unsecured(
                        row.requirement().id(),
                        row.asset().name(),
                        Cells.property(row.requirement().property(), secured.model())))
            .toList());
  }
}
