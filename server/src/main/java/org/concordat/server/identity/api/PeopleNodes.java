package org.concordat.server.identity.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.concordat.formats.yaml.Words;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.ApiTokens;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** People as JSON, always in the same order, so that the same people have the same tag. */
final class PeopleNodes {
  private PeopleNodes() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode person(Accounts.Listed person) {
    ObjectNode json =
        object()
            .put("id", person.id().toString())
            .put("email", person.email())
            .put("name", person.name())
            .put("active", person.active());
    json.set("roles", roles(person.grants()));
    return json;
  }

  static ArrayNode roles(List<Grant> grants) {
    ArrayNode roles = JsonNodeFactory.instance.arrayNode();
    grants.stream()
        .sorted(Comparator.comparing(Grant::role))
        .forEach(
            grant -> {
              ObjectNode role = roles.addObject().put("role", Words.of(grant.role()));
              if (grant.role().ofUnits()) {
                ArrayNode units = role.putArray("units");
                grant.units().stream().sorted().forEach(units::add);
              }
            });
    return roles;
  }

  static ArrayNode permissions(Collection<Permission> permissions) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    permissions.stream().sorted().map(Words::of).forEach(list::add);
    return list;
  }

  static ObjectNode token(ApiTokens.Listed token) {
    ObjectNode json = object().put("id", token.id().toString()).put("name", token.name());
    json.set("permissions", permissions(token.permissions()));
    return json.put("expires", token.expires().toString());
  }
}
