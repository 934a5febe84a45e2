package org.concordat.server.alignment.rounds.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.alignment.rounds.Agreed;
import org.concordat.server.alignment.rounds.AgreedValues;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.alignment.rounds.Rounds;
import org.concordat.server.alignment.rounds.Rounds.Result;
import org.concordat.server.alignment.rounds.Standings;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.Models;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The session in which judges converge: one link after the other, the gravest first. */
@Controller
class ConvergeController {
  private final Rounds rounds;
  private final Standings standings;
  private final AgreedValues agreedValues;
  private final Models models;

  ConvergeController(Rounds rounds, Standings standings, AgreedValues agreedValues, Models models) {
    this.rounds = rounds;
    this.standings = standings;
    this.agreedValues = agreedValues;
    this.models = models;
  }

  /** Shows a link, or without a number the first one that has no agreed value. */
  @GetMapping("/rounds/{id}/converge")
  @Needs(Permission.EDIT_MODEL)
  Answer show(Caller caller, @PathVariable UUID id, @RequestParam Optional<Integer> number) {
    Optional<Round> found = rounds.find(caller.tenant(), id);
    if (found.isEmpty()) {
      return Saying.notFound();
    }
    Round round = found.get();
    if (!round.stage().takesAgreements()) {
      return Redirect.to("/rounds/" + id);
    }
    var standing = standings.of(caller.tenant(), round);
    Map<Integer, Agreed> agreed = rounds.agreed(caller.tenant(), id);
    List<LinkView> views =
        models.of(caller.tenant()).read(model -> LinkView.of(round, standing, agreed, model));
    int at = number.isPresent() ? place(views, number.get()) : openAfter(views, -1);
    if (number.isPresent() && at < 0) {
      return Saying.notFound();
    }
    int next = openAfter(views, at);
    return new ConvergePage(
        round,
        at < 0 ? null : views.get(at),
        at + 1,
        views.size(),
        views.stream().filter(view -> view.agreed() != null).count(),
        next < 0 ? 0 : views.get(next).number());
  }

  private static int place(List<LinkView> views, int number) {
    for (int i = 0; i < views.size(); i++) {
      if (views.get(i).number() == number) {
        return i;
      }
    }
    return -1;
  }

  /** The place of the next link without an agreed value, from the start again; -1 for none. */
  private static int openAfter(List<LinkView> views, int place) {
    for (int i = 1; i <= views.size(); i++) {
      int at = (place + i) % views.size();
      if (at != place && views.get(at).agreed() == null) {
        return at;
      }
    }
    return -1;
  }

  @PostMapping("/rounds/{id}/agreements")
  @Needs(Permission.EDIT_MODEL)
  Answer agree(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam int number,
      @RequestParam(defaultValue = "-1") int step,
      @RequestParam(defaultValue = "") String because,
      @RequestParam(defaultValue = "") String dissent,
      HttpServletRequest request) {
    Agreed agreed =
        new Agreed(
            step, because.strip(), dissent.isBlank() ? null : dissent.strip(), Instant.EPOCH);
    Result result =
        agreedValues.record(
            caller, id, Map.of(number, agreed), SurroundingsFactory.requestId(request));
    String session = "/rounds/" + id + "/converge";
    return Saying.of(
        result,
        result instanceof Result.Done ? session : session + "?number=" + number,
        "rounds.said.agreed");
  }
}
