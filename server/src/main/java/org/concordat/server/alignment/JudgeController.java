package org.concordat.server.alignment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.Models;
import org.concordat.server.workspace.Wish;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One question at a time, for a person with a phone. */
@Controller
class JudgeController {
  private final Models models;
  private final Saving saving;
  private final Judging judging;

  private final NoImpacts noImpacts;

  JudgeController(Models models, Saving saving, Judging judging, NoImpacts noImpacts) {
    this.models = models;
    this.saving = saving;
    this.judging = judging;
    this.noImpacts = noImpacts;
  }

  /** Without a number a round begins, after the last question that the caller has answered. */
  @GetMapping("/judge")
  @Needs(Permission.JUDGE)
  JudgePage ask(Caller caller, @RequestParam Optional<Integer> n, HttpServletRequest request) {
    Map<Link, String> none = noImpacts.of(caller);
    return models
        .of(caller.tenant())
        .read(
            model -> {
              Optional<JudgingRound> before =
                  n.flatMap(_ -> JudgingRound.of(request, caller.account()));
              JudgingRound round =
                  before.orElseGet(() -> JudgingRound.begin(request, caller, model));
              int number =
                  Math.max(0, n.orElseGet(() -> round.firstOpen(caller, none.keySet(), model)));
              return JudgePage.of(round, number, caller, none, model);
            });
  }

  /** Takes an answer; 0 stands for no impact. */
  @PostMapping("/judge")
  @Needs(Permission.JUDGE)
  Answer answer(
      Caller caller,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam int level,
      @RequestParam String tag,
      @RequestParam int n,
      @RequestParam(defaultValue = "") String because,
      HttpServletRequest request) {
    return Forms.checked(
        from,
        () -> {
          Link link = new Link(from, to);
          Optional<Wish> wish =
              models
                  .of(caller.tenant())
                  .read(m -> judging.said(caller, link, level, tag, because, m));
          String next = "/judge?n=" + (n + 1);
          if (wish.isPresent()) {
            Answer saved =
                saving.save(caller, request, List.of(wish.get()), next, "alignment.saved");
            if (!(saved instanceof Redirect)) {
              return saved;
            }
          }
          remember(caller, link, level == 0, because, request);
          // What moved is not for one who answers questions: the next question is.
          return Redirect.to(next);
        });
  }

  /** An answer that is no level is remembered beside the model; a level takes its place. */
  private void remember(
      Caller caller, Link link, boolean none, String because, HttpServletRequest request) {
    String id = SurroundingsFactory.requestId(request);
    if (!none) {
      noImpacts.takeBack(caller, id, link);
    } else if (models
        .of(caller.tenant())
        .read(model -> JudgingRound.links(caller, model).contains(link))) {
      noImpacts.say(caller, id, link, because);
    }
  }
}
