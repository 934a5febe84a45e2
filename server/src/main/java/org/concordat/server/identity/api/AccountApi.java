package org.concordat.server.identity.api;

import java.util.UUID;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.ApiTokens;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Values;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ObjectNode;

/**
 * One's own account. Credentials are not made by token: a token that makes tokens would outlive its
 * own end, so they are made on the page, by somebody who is signed in. They can be taken away.
 */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class AccountApi {
  private final Accounts accounts;
  private final ApiTokens tokens;

  AccountApi(Accounts accounts, ApiTokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  @GetMapping("/account")
  @Needs(Permission.OWN_ACCOUNT)
  @Described(value = "Tells who calls, and what the token may", answer = "Account")
  ApiAnswer show(Call call) {
    Accounts.Listed self =
        accounts.find(call.caller().tenant(), call.caller().account()).orElseThrow();
    ObjectNode json =
        PeopleNodes.object()
            .put("id", self.id().toString())
            .put("email", self.email())
            .put("name", self.name());
    json.set("roles", PeopleNodes.roles(self.grants()));
    json.set("permissions", PeopleNodes.permissions(call.caller().allowed()));
    return ApiAnswer.ok(json);
  }

  /** Nobody else changes it, and it has one member, so no state has to be named. */
  @PatchMapping(
      path = "/account",
      consumes = {Media.PATCH, Media.JSON})
  @Needs(Permission.OWN_ACCOUNT)
  @Described(value = "Changes your own name", body = "Name", answer = "Account")
  ApiAnswer rename(Call call) {
    Values said = PeopleShapes.NAME.read(call.json());
    accounts.rename(
        call.caller().tenant(), call.attribution(), call.caller().account(), said.required("name"));
    return show(call);
  }

  @DeleteMapping("/account/sessions")
  @Needs(Permission.OWN_ACCOUNT)
  @Described(value = "Ends all of your sessions in browsers", statuses = 204)
  ApiAnswer endSessions(Call call) {
    accounts.endSessions(call.caller().tenant(), call.attribution(), call.caller().account());
    return ApiAnswer.done();
  }

  @GetMapping("/account/tokens")
  @Needs(Permission.OWN_ACCOUNT)
  @Described(value = "Lists your tokens, without their secrets", answer = "TokenList")
  ApiAnswer tokens(Call call, Paging paging) {
    return paging.answer(
        paging.part(
            tokens.of(call.caller().tenant(), call.caller().account()),
            token -> token.id().toString()),
        PeopleNodes::token);
  }

  @DeleteMapping("/account/tokens/{token}")
  @Needs(Permission.OWN_ACCOUNT)
  @Described(value = "Ends one of your tokens", statuses = 204)
  ApiAnswer revoke(Call call, @PathVariable UUID token) {
    boolean own =
        tokens.of(call.caller().tenant(), call.caller().account()).stream()
            .anyMatch(each -> each.id().equals(token));
    if (!own) {
      throw Parameters.notFound();
    }
    tokens.revoke(call.caller().tenant(), call.attribution(), call.caller().account(), token);
    return ApiAnswer.done();
  }
}
