package org.concordat.server.alignment.rounds.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import org.concordat.core.alignment.rounds.Awareness;
import org.concordat.core.alignment.rounds.Awareness.Training;
import org.concordat.core.alignment.rounds.CommonOrder;
import org.concordat.core.alignment.rounds.LinkAgreement;
import org.concordat.core.alignment.rounds.Stage;
import org.concordat.server.alignment.rounds.Agreed;
import org.concordat.server.alignment.rounds.AgreedValues;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.alignment.rounds.Rounds;
import org.concordat.server.alignment.rounds.Standings;
import org.concordat.server.alignment.rounds.Standings.Standing;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One round, for whoever leads it and whoever may read the model. */
@Controller
class RoundController {
  private final Rounds rounds;
  private final Standings standings;
  private final AgreedValues agreedValues;
  private final Models models;
  private final Accounts accounts;

  RoundController(
      Rounds rounds,
      Standings standings,
      AgreedValues agreedValues,
      Models models,
      Accounts accounts) {
    this.rounds = rounds;
    this.standings = standings;
    this.agreedValues = agreedValues;
    this.models = models;
    this.accounts = accounts;
  }

  @GetMapping("/rounds/{id}")
  @Needs(Permission.READ_MODEL)
  Answer show(Caller caller, @PathVariable UUID id) {
    return rounds
        .find(caller.tenant(), id)
        .<Answer>map(round -> page(caller, round))
        .orElseGet(Saying::notFound);
  }

  private RoundPage page(Caller caller, Round round) {
    return round.stage().showsAnswers() ? standing(caller, round) : preparation(caller, round);
  }

  private RoundPage preparation(Caller caller, Round round) {
    List<Accounts.Listed> candidates =
        caller.may(Permission.EDIT_MODEL)
            ? accounts.all(caller.tenant()).stream()
                .filter(account -> Rounds.mayJudge(account) && !round.asks(account.id()))
                .toList()
            : List.of();
    List<NamedLink> links =
        models
            .of(caller.tenant())
            .read(model -> round.links().stream().map(link -> NamedLink.of(link, model)).toList());
    return new RoundPage(
        round, links, candidates, List.of(), null, OptionalDouble.empty(), List.of());
  }

  private RoundPage standing(Caller caller, Round round) {
    Standing standing = standings.of(caller.tenant(), round);
    Map<Integer, Agreed> agreed = rounds.agreed(caller.tenant(), round.id());
    return new RoundPage(
        round,
        List.of(),
        List.of(),
        round.isRanking() ? order(caller, standing) : List.of(),
        standing.agreement(),
        standings.alphaAtClosing(caller.tenant(), round),
        models.of(caller.tenant()).read(model -> LinkView.of(round, standing, agreed, model)));
  }

  private List<RoundPage.InOrder> order(Caller caller, Standing standing) {
    return models
        .of(caller.tenant())
        .read(
            model ->
                CommonOrder.of(standing.answers()).placed().stream()
                    .map(
                        placed ->
                            new RoundPage.InOrder(
                                NamedLink.of(placed.link(), model),
                                placed.place(),
                                placed.judges()))
                    .toList());
  }

  private static Attribution by(Caller caller, HttpServletRequest request) {
    return caller.attribution(SurroundingsFactory.requestId(request), null);
  }

  @PostMapping("/rounds/{id}/judges")
  @Needs(Permission.EDIT_MODEL)
  Answer invite(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam UUID account,
      @RequestParam String training,
      @RequestParam(defaultValue = "") String role,
      HttpServletRequest request) {
    try {
      Awareness awareness =
          new Awareness(
              Training.valueOf(training.toUpperCase(Locale.ROOT)),
              role.isBlank() ? null : role.strip());
      return Saying.of(
          rounds.invite(caller.tenant(), by(caller, request), id, account, awareness),
          "/rounds/" + id,
          "rounds.said.invited");
    } catch (IllegalArgumentException e) {
      return new ErrorPage(422, "badRequest", List.of(String.valueOf(e.getMessage())));
    }
  }

  @PostMapping("/rounds/{id}/judges/{account}/dismissal")
  @Needs(Permission.EDIT_MODEL)
  Answer dismiss(
      Caller caller,
      @PathVariable UUID id,
      @PathVariable UUID account,
      HttpServletRequest request) {
    return Saying.of(
        rounds.dismiss(caller.tenant(), by(caller, request), id, account),
        "/rounds/" + id,
        "rounds.said.dismissed");
  }

  /** Takes the round on; told which stage was meant, so that pressing twice does not skip one. */
  @PostMapping("/rounds/{id}/stage")
  @Needs(Permission.EDIT_MODEL)
  Answer move(
      Caller caller, @PathVariable UUID id, @RequestParam String to, HttpServletRequest request) {
    Optional<Stage> stage =
        List.of(Stage.values()).stream()
            .filter(each -> each.name().equalsIgnoreCase(to))
            .findFirst();
    if (stage.isEmpty()) {
      return new ErrorPage(422, "badRequest", List.of());
    }
    return Saying.of(
        rounds.move(caller.tenant(), by(caller, request), id, stage.get()),
        "/rounds/" + id,
        "rounds.said.stage." + stage.get().name());
  }

  @PostMapping("/rounds/{id}/weighting")
  @Needs(Permission.EDIT_MODEL)
  Answer weigh(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam boolean weighted,
      HttpServletRequest request) {
    return Saying.of(
        rounds.weigh(caller.tenant(), by(caller, request), id, weighted),
        "/rounds/" + id,
        "rounds.said.weighting");
  }

  @PostMapping("/rounds/{id}/drop")
  @Needs(Permission.EDIT_MODEL)
  Answer drop(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
    return Saying.of(
        rounds.drop(caller.tenant(), by(caller, request), id), "/rounds", "rounds.said.dropped");
  }

  /** Records what nobody disputes, all at once. */
  @PostMapping("/rounds/{id}/undisputed")
  @Needs(Permission.EDIT_MODEL)
  Answer takeUndisputed(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String because,
      HttpServletRequest request) {
    Optional<Round> found = rounds.find(caller.tenant(), id);
    if (found.isEmpty() || !found.get().stage().takesAgreements()) {
      return found.isEmpty()
          ? Saying.notFound()
          : Redirect.to("/rounds/" + id).saying("rounds.refused.WRONG_STAGE");
    }
    Map<Integer, Agreed> undisputed = new TreeMap<>();
    RoundPage page = standing(caller, found.get());
    for (LinkView view : page.views()) {
      LinkAgreement.Spread spread = view.agreement().spread();
      if (page.isUndisputed(view) && spread != null) {
        undisputed.put(
            view.number(),
            new Agreed(spread.median(), because.strip(), null, found.get().times().created()));
      }
    }
    return Saying.of(
        agreedValues.record(caller, id, undisputed, SurroundingsFactory.requestId(request)),
        "/rounds/" + id,
        "rounds.said.agreed");
  }
}
