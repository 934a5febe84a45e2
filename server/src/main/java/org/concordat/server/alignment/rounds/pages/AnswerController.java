package org.concordat.server.alignment.rounds.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.core.alignment.rounds.Answer.Unknown;
import org.concordat.server.alignment.rounds.Agreed;
import org.concordat.server.alignment.rounds.OwnAnswer;
import org.concordat.server.alignment.rounds.Round;
import org.concordat.server.alignment.rounds.Rounds;
import org.concordat.server.alignment.rounds.Rounds.Result;
import org.concordat.server.alignment.rounds.Standings;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A judge's side of a round. Whoever was not asked finds nothing here, whatever their role; and
 * what others said is there only when the round is closed, without names.
 */
@Controller
class AnswerController {
  private final Rounds rounds;
  private final Standings standings;
  private final Models models;

  AnswerController(Rounds rounds, Standings standings, Models models) {
    this.rounds = rounds;
    this.standings = standings;
    this.models = models;
  }

  @GetMapping("/judge/rounds")
  @Needs(Permission.JUDGE)
  JudgeRoundsPage waiting(Caller caller) {
    return new JudgeRoundsPage(
        rounds.waitingFor(caller.tenant(), caller.account()).stream()
            .map(
                round ->
                    new JudgeRoundsPage.Waiting(
                        round, rounds.own(caller.tenant(), round, caller.account()).size()))
            .toList());
  }

  /** Asks one question; without a place the first one that the judge has not answered. */
  @GetMapping("/judge/rounds/{id}")
  @Needs(Permission.JUDGE)
  Answer ask(Caller caller, @PathVariable UUID id, @RequestParam Optional<Integer> place) {
    Optional<Round> found = rounds.find(caller.tenant(), id).filter(r -> r.asks(caller.account()));
    if (found.isEmpty()) {
      return Saying.notFound();
    }
    Round round = found.get();
    Map<Integer, OwnAnswer> own = rounds.own(caller.tenant(), round, caller.account());
    if (!round.waitsFor(caller.account())) {
      return new QuestionPage(round, null, 0, 0, null, null, own.size());
    }
    if (round.isRanking()) {
      return Redirect.to("/judge/rounds/" + id + "/order");
    }
    return round.stage().takesFirstAnswers()
        ? firstAnswer(caller, round, own, place)
        : revision(caller, round, own, place);
  }

  private QuestionPage firstAnswer(
      Caller caller, Round round, Map<Integer, OwnAnswer> own, Optional<Integer> place) {
    int number = place.orElseGet(() -> firstOpen(round, own));
    return models
        .of(caller.tenant())
        .read(
            model ->
                new QuestionPage(
                    round,
                    round.link(number).map(link -> NamedLink.of(link, model)).orElse(null),
                    number,
                    number,
                    own.get(number),
                    null,
                    own.size()));
  }

  private static int firstOpen(Round round, Map<Integer, OwnAnswer> own) {
    for (int number = 1; number <= round.links().size(); number++) {
      if (!own.containsKey(number)) {
        return number;
      }
    }
    return round.links().size() + 1;
  }

  /** In the order of the session, so that everybody looks at the same link at the same time. */
  private QuestionPage revision(
      Caller caller, Round round, Map<Integer, OwnAnswer> own, Optional<Integer> place) {
    var standing = standings.of(caller.tenant(), round);
    Map<Integer, Agreed> agreed = rounds.agreed(caller.tenant(), round.id());
    List<LinkView> views =
        models.of(caller.tenant()).read(model -> LinkView.of(round, standing, agreed, model));
    int at = place.orElse(1);
    if (at < 1 || at > views.size()) {
      return new QuestionPage(round, null, 0, views.size() + 1, null, null, own.size());
    }
    LinkView view = views.get(at - 1);
    return new QuestionPage(
        round, view.link(), view.number(), at, own.get(view.number()), view, own.size());
  }

  /** Takes an answer: a step, or {@code unknown}. */
  @PostMapping("/judge/rounds/{id}")
  @Needs(Permission.JUDGE)
  Answer answer(
      Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int number,
      @RequestParam(defaultValue = "1") int place,
      @RequestParam(defaultValue = "") String step,
      @RequestParam(defaultValue = "") String because,
      HttpServletRequest request) {
    if (!step.equals("unknown") && !step.matches("[0-9]{1,3}")) {
      return new ErrorPage(422, "badRequest", List.of());
    }
    @Nullable String reason = because.isBlank() ? null : because.strip();
    Result result =
        rounds.answer(
            caller.tenant(),
            caller.attribution(SurroundingsFactory.requestId(request), null),
            id,
            caller.account(),
            number,
            step.equals("unknown")
                ? new Unknown(reason)
                : org.concordat.core.alignment.rounds.Answer.ofStep(
                    Integer.parseInt(step), reason));
    String back = "/judge/rounds/" + id;
    return result instanceof Result.Done
        ? Redirect.to(back + "?place=" + (place + 1))
        : Saying.of(result, back, "");
  }
}
