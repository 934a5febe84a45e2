package org.concordat.server.alignment.rounds.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.core.alignment.rounds.Asking;
import org.concordat.server.alignment.rounds.LinkChoice;
import org.concordat.server.alignment.rounds.Rounds;
import org.concordat.server.alignment.rounds.Rounds.Result;
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
import org.springframework.web.bind.annotation.PostMapping;

/** The list of rounds, and making one. */
@Controller
class RoundsController {
  private final Rounds rounds;
  private final Models models;

  RoundsController(Rounds rounds, Models models) {
    this.rounds = rounds;
    this.models = models;
  }

  @GetMapping("/rounds")
  @Needs(Permission.READ_MODEL)
  RoundsPage list(Caller caller) {
    return new RoundsPage(rounds.all(caller.tenant()));
  }

  /** What a form says of a round to be made; addresses may say it too. */
  record Form(
      @Nullable String title,
      @Nullable String due,
      @Nullable String asks,
      @Nullable String about,
      @Nullable List<String> units,
      @Nullable List<String> factors,
      @Nullable String words,
      @Nullable String which) {
    LinkChoice choice() {
      return new LinkChoice(
          about == null || about.isBlank()
              ? LinkChoice.About.GOALS
              : LinkChoice.About.valueOf(about.toUpperCase(Locale.ROOT)),
          units == null ? Set.of() : Set.copyOf(units),
          factors == null ? Set.of() : Set.copyOf(factors),
          said(words),
          which == null || which.isBlank()
              ? LinkChoice.Which.ALL
              : LinkChoice.Which.valueOf(which.toUpperCase(Locale.ROOT)));
    }

    Asking asking() {
      return "ranking".equalsIgnoreCase(asks) ? Asking.RANKING : Asking.RATING;
    }

    static String said(@Nullable String text) {
      return text == null ? "" : text.strip();
    }
  }

  /** Shows what a choice comes to; without one, what can be chosen. */
  @GetMapping("/rounds/new")
  @Needs(Permission.EDIT_MODEL)
  Answer prepare(Caller caller, Form form) {
    try {
      return page(caller, form, form.choice(), null);
    } catch (IllegalArgumentException e) {
      return badRequest(e);
    }
  }

  private NewRoundPage page(Caller caller, Form form, LinkChoice choice, @Nullable String problem) {
    return models
        .of(caller.tenant())
        .read(
            (Snapshot model) -> {
              List<NamedLink> links =
                  form.about() == null
                      ? List.of()
                      : choice.links(model).stream()
                          .map(link -> NamedLink.of(link, model))
                          .toList();
              return new NewRoundPage(
                  Form.said(form.title()),
                  Form.said(form.due()),
                  form.asking(),
                  choice,
                  form.about() != null,
                  model.units(),
                  model.factors(),
                  links,
                  problem);
            });
  }

  @PostMapping("/rounds")
  @Needs(Permission.EDIT_MODEL)
  Answer make(Caller caller, Form form, HttpServletRequest request) {
    LinkChoice choice;
    @Nullable LocalDate due;
    try {
      choice = form.choice();
      due = Form.said(form.due()).isEmpty() ? null : LocalDate.parse(Form.said(form.due()));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return badRequest(e);
    }
    List<Link> links = models.of(caller.tenant()).read(choice::links);
    Result result =
        rounds.create(
            caller.tenant(),
            caller.attribution(SurroundingsFactory.requestId(request), null),
            Form.said(form.title()),
            form.asking(),
            due,
            links,
            models.of(caller.tenant()).read(Snapshot::scale));
    return switch (result) {
      case Result.Done(var id) -> Redirect.to("/rounds/" + id).saying("rounds.said.made");
      case Result.Refused(var why) -> page(caller, form, choice, "rounds.refused." + why.name());
    };
  }

  private static ErrorPage badRequest(RuntimeException e) {
    return new ErrorPage(422, "badRequest", List.of(String.valueOf(e.getMessage())));
  }
}
