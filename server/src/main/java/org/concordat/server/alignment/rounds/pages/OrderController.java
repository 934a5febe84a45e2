package org.concordat.server.alignment.rounds.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.concordat.core.alignment.rounds.Answer.Placed;
import org.concordat.core.alignment.rounds.Answer.Unknown;
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
 * A judge's side of a round that asks for an order. What holds for {@link AnswerController} holds
 * here: whoever was not asked finds nothing, and others' places show only when the round is closed.
 */
@Controller
class OrderController {
  private final Rounds rounds;
  private final Standings standings;
  private final Models models;

  OrderController(Rounds rounds, Standings standings, Models models) {
    this.rounds = rounds;
    this.standings = standings;
    this.models = models;
  }

  private Optional<Round> asked(Caller caller, UUID id) {
    return rounds
        .find(caller.tenant(), id)
        .filter(round -> round.isRanking() && round.asks(caller.account()));
  }

  @GetMapping("/judge/rounds/{id}/order")
  @Needs(Permission.JUDGE)
  Answer ask(
      Caller caller, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean kept) {
    Optional<Round> found = asked(caller, id);
    if (found.isEmpty()) {
      return Saying.notFound();
    }
    Round round = found.get();
    if (!round.waitsFor(caller.account())) {
      return Redirect.to("/judge/rounds/" + id);
    }
    Map<Integer, OwnAnswer> own = rounds.own(caller.tenant(), round, caller.account());
    List<LinkView> views = views(caller, round);
    return models
        .of(caller.tenant())
        .read(
            model -> {
              List<OrderPage.Item> items = new ArrayList<>();
              for (int number = 1; number <= round.links().size(); number++) {
                int at = number;
                items.add(
                    new OrderPage.Item(
                        number,
                        NamedLink.of(round.links().get(number - 1), model),
                        own.get(number),
                        views.stream().filter(v -> v.number() == at).findFirst().orElse(null)));
              }
              return new OrderPage(round, items, kept);
            });
  }

  private List<LinkView> views(Caller caller, Round round) {
    if (!round.stage().showsAnswers()) {
      return List.of();
    }
    var standing = standings.of(caller.tenant(), round);
    var agreed = rounds.agreed(caller.tenant(), round.id());
    return models.of(caller.tenant()).read(model -> LinkView.of(round, standing, agreed, model));
  }

  /** Takes a whole order; a link without a place is one that the judge cannot place. */
  @PostMapping("/judge/rounds/{id}/order")
  @Needs(Permission.JUDGE)
  Answer answer(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
    Optional<Round> found = asked(caller, id);
    if (found.isEmpty()) {
      return Saying.notFound();
    }
    Map<Integer, org.concordat.core.alignment.rounds.Answer> answers = new TreeMap<>();
    for (int number = 1; number <= found.get().links().size(); number++) {
      String place = said(request, "place." + number);
      String because = said(request, "because." + number);
      @Nullable String reason = because.isEmpty() ? null : because;
      if (!place.matches("([1-9][0-9]?)?")) {
        return new ErrorPage(422, "badRequest", List.of());
      }
      answers.put(
          number,
          place.isEmpty() ? new Unknown(reason) : new Placed(Integer.parseInt(place), reason));
    }
    Result result =
        rounds.answer(
            caller.tenant(),
            caller.attribution(SurroundingsFactory.requestId(request), null),
            id,
            caller.account(),
            answers);
    String back = "/judge/rounds/" + id + "/order";
    return result instanceof Result.Done
        ? Redirect.to(back + "?kept=true")
        : Saying.of(result, back, "");
  }

  private static String said(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text == null ? "" : text.strip();
  }
}
