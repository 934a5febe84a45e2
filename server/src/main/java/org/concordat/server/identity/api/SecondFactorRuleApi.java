package org.concordat.server.identity.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.concordat.formats.yaml.Words;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.accounts.SecondFactorRule;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Media;
import org.concordat.server.workspace.EntryTag;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which roles need a second factor. */
@Controller
@RequestMapping(path = Call.ROOT + "/second-factor-rule", produces = Media.JSON)
final class SecondFactorRuleApi {
  private final SecondFactorRule rule;

  SecondFactorRuleApi(SecondFactorRule rule) {
    this.rule = rule;
  }

  @GetMapping
  @Needs(Permission.MANAGE_PEOPLE)
  @Described(value = "Tells which roles need a second factor", answer = "SecondFactorRule")
  ApiAnswer show(Call call) {
    return told(call.caller().tenant());
  }

  private ApiAnswer told(UUID tenant) {
    ObjectNode json = json(rule.roles(tenant));
    return ApiAnswer.ok(json).tagged(EntryTag.of(json));
  }

  private static ObjectNode json(Set<Role> roles) {
    ObjectNode json = PeopleNodes.object();
    ArrayNode words = json.putArray("roles");
    roles.stream().sorted().map(Words::of).forEach(words::add);
    return json;
  }

  /**
   * Whoever has such a role and neither app nor passkey may nothing, also with tokens, until they
   * have made one; the caller too.
   */
  @PutMapping(consumes = Media.JSON)
  @Needs(Permission.MANAGE_PEOPLE)
  @Described(
      value = "Says which roles need a second factor, and that no others do",
      body = "SecondFactorRule",
      answer = "SecondFactorRule")
  ApiAnswer set(Call call) {
    List<String> said = PeopleShapes.SECOND_FACTOR_RULE.read(call.json()).texts("roles");
    UUID tenant = call.caller().tenant();
    SeenState.check(call, json(rule.roles(tenant)), "The rule is other than you saw it");
    List<Role> roles = new ArrayList<>();
    for (Role role : Role.values()) {
      if (said.contains(Words.of(role))) {
        roles.add(role);
      }
    }
    rule.set(tenant, call.attribution(), roles);
    return told(tenant);
  }
}
