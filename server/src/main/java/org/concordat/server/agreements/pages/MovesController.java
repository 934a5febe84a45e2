package org.concordat.server.agreements.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.concordat.core.agreements.Actor;
import org.concordat.core.agreements.Party;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.core.agreements.negotiation.Move;
import org.concordat.core.agreements.negotiation.MoveKind;
import org.concordat.formats.yaml.Words;
import org.concordat.server.agreements.AgreementKey;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Comments;
import org.concordat.server.agreements.Moves;
import org.concordat.server.agreements.OrganisationNeeds;
import org.concordat.server.agreements.Parties;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is done to an agreement. Who may do what is decided by the parties that the caller may act
 * for and by the rules of negotiating, not by the permission of the page alone.
 */
@Controller
class MovesController {
  private final Agreements agreements;
  private final OrganisationNeeds needs;
  private final Moves moves;
  private final Comments comments;

  MovesController(Agreements agreements, OrganisationNeeds needs, Moves moves, Comments comments) {
    this.agreements = agreements;
    this.needs = needs;
    this.moves = moves;
    this.comments = comments;
  }

  @PostMapping("/agreements/{id}/{since}/moves/{kind}")
  @Needs(Permission.NEGOTIATE)
  Answer move(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @PathVariable String kind,
      @RequestParam Map<String, String> fields,
      HttpServletRequest request) {
    Optional<MoveKind> asked = Words.find(MoveKind.class, kind);
    Optional<Party> party = Party.parse(fields.getOrDefault("party", ""));
    if (asked.isEmpty() || party.isEmpty()) {
      return MoveTeller.notFound();
    }
    return MoveTeller.told(
        () -> {
          AgreementKey key = new AgreementKey(id, since);
          Optional<BiFunction<Actor, AgreementState, Move>> move =
              moves.of(caller.tenant(), key, asked.get(), fields);
          return move.isEmpty()
              ? MoveTeller.notFound()
              : MoveTeller.tell(
                  caller,
                  agreements.make(
                      caller,
                      new Agreements.Wish(
                          key, seen(fields.getOrDefault("seen", "")), party.get(), move.get()),
                      fields.get("reason"),
                      SurroundingsFactory.requestId(request)),
                  key,
                  "agreements.did." + kind);
        });
  }

  /** How much the form has seen of what was done. */
  static int seen(String seen) {
    return seen.matches("[0-9]{1,6}") ? Integer.parseInt(seen) : 0;
  }

  @PostMapping("/agreements/{id}/{since}/comments")
  @Needs(Permission.NEGOTIATE)
  Answer comment(
      Caller caller,
      @PathVariable String id,
      @PathVariable int since,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String line,
      HttpServletRequest request) {
    return MoveTeller.told(
        () -> {
          AgreementKey key = new AgreementKey(id, since);
          Optional<AgreementState> state = agreements.find(caller.tenant(), key);
          if (state.isEmpty()) {
            return MoveTeller.notFound();
          }
          var document = state.get().dossier().current();
          List<Party> parties =
              Parties.of(
                  caller,
                  document.unit(),
                  needs.of(caller.tenant()).workspace().units().stream()
                      .map(unit -> unit.id())
                      .toList());
          if (parties.isEmpty()) {
            return new ErrorPage(403, "forbidden", List.of());
          }
          if (words.isBlank() || words.strip().length() > Comments.LONGEST) {
            return new ErrorPage(422, "badRequest", List.of());
          }
          comments.add(
              caller.tenant(),
              caller.attribution(SurroundingsFactory.requestId(request), null),
              key,
              caller.account(),
              parties.getFirst(),
              document.line(line).map(each -> each.id()).orElse(null),
              words);
          return Redirect.to(key.path() + "#comments").saying("agreements.comment.added");
        });
  }
}
