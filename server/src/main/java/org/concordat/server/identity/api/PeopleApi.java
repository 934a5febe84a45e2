package org.concordat.server.identity.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.formats.yaml.Words;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.Links;
import org.concordat.server.web.api.ApiAnswer;
import org.concordat.server.web.api.Call;
import org.concordat.server.web.api.Described;
import org.concordat.server.web.api.Errors;
import org.concordat.server.web.api.Media;
import org.concordat.server.web.api.Paging;
import org.concordat.server.web.api.Parameters;
import org.concordat.server.web.api.Problem;
import org.concordat.server.web.api.Values;
import org.concordat.server.workspace.EntryTag;
import org.concordat.server.workspace.Models;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.node.ObjectNode;

/** Invites people, gives and takes roles. */
@Controller
@RequestMapping(path = Call.ROOT, produces = Media.JSON)
final class PeopleApi {
  private final Accounts accounts;
  private final Links links;
  private final Models models;
  private final String address;

  PeopleApi(
      Accounts accounts,
      Links links,
      Models models,
      @Value("${concordat.address:}") String address) {
    this.accounts = accounts;
    this.links = links;
    this.models = models;
    this.address = address;
  }

  @GetMapping("/people")
  @Needs(Permission.MANAGE_PEOPLE)
  @Described(value = "Lists the people of the organisation", answer = "PersonList")
  ApiAnswer list(Call call, Paging paging, @RequestParam(defaultValue = "") String role) {
    Role wanted = Parameters.word(Role.class, "role", role).orElse(null);
    List<Accounts.Listed> all =
        accounts.all(call.caller().tenant()).stream()
            .filter(person -> wanted == null || person.has(wanted))
            .toList();
    return paging.answer(paging.part(all, person -> person.id().toString()), PeopleNodes::person);
  }

  private Accounts.Listed person(Call call, UUID account) {
    return accounts.find(call.caller().tenant(), account).orElseThrow(Parameters::notFound);
  }

  private static ApiAnswer told(Accounts.Listed person) {
    ObjectNode json = PeopleNodes.person(person);
    return ApiAnswer.ok(json).tagged(EntryTag.of(json));
  }

  @GetMapping("/people/{account}")
  @Needs(Permission.MANAGE_PEOPLE)
  @Described(value = "Reads a person's account", answer = "Person")
  ApiAnswer show(Call call, @PathVariable UUID account) {
    return told(person(call, account));
  }

  @PostMapping(path = "/people/invitations", consumes = Media.JSON)
  @Needs(Permission.MANAGE_PEOPLE)
  @Described(
      value = "Makes a link by which somebody gets an account",
      body = "Invitation",
      answer = "Link")
  ApiAnswer invite(Call call) {
    Values said = PeopleShapes.INVITATION.read(call.json());
    Errors errors = new Errors();
    if (!said.required("email").matches("[^@\\s]+@[^@\\s]+")) {
      errors.add("/email", "is no address");
    }
    List<Grant> grants = grants(call, said, errors);
    errors.check();
    String link =
        links.invitation(
            call.caller().tenant(),
            call.attribution(),
            said.required("email"),
            said.required("name"),
            grants);
    return link(link, Links.INVITATION);
  }

  private ApiAnswer link(String link, Duration works) {
    String base =
        address.isEmpty()
            ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
            : address;
    return ApiAnswer.ok(
            PeopleNodes.object()
                .put("link", base + "/welcome/" + link)
                .put("hours", works.toHours()))
        .header("Cache-Control", "no-store");
  }

  private List<Grant> grants(Call call, Values said, Errors errors) {
    Set<String> known =
        models.of(call.caller().tenant()).read(Snapshot::units).stream()
            .map(Unit::id)
            .collect(Collectors.toSet());
    List<Grant> grants = new ArrayList<>();
    Set<Role> seen = EnumSet.noneOf(Role.class);
    List<Values> roles = said.objects("roles");
    if (roles.isEmpty()) {
      errors.add("/roles", "must hold one at least");
    }
    for (int i = 0; i < roles.size(); i++) {
      String pointer = "/roles/" + i;
      Role role = Words.find(Role.class, roles.get(i).required("role")).orElse(Role.BOARD);
      List<String> units = roles.get(i).texts("units");
      if (!seen.add(role)) {
        errors.add(pointer + "/role", "stands there twice");
      }
      if (role.ofUnits() && units.isEmpty()) {
        errors.add(pointer + "/units", "must name the units that the role is held for");
      }
      if (!role.ofUnits() && !units.isEmpty()) {
        errors.add(pointer + "/units", "the role is held for the whole organisation");
      }
      for (int j = 0; j < units.size(); j++) {
        if (!known.contains(units.get(j))) {
          errors.add(pointer + "/units/" + j, "is no unit");
        }
      }
      if (errors.isEmpty()) {
        grants.add(new Grant(role, Set.copyOf(units)));
      }
    }
    return grants;
  }

  @PutMapping(path = "/people/{account}/roles", consumes = Media.JSON)
  @Needs(Permission.MANAGE_PEOPLE)
  @Described(
      value = "Gives somebody these roles and no others",
      body = "Roles",
      answer = "Person",
      problems = 409)
  ApiAnswer setRoles(Call call, @PathVariable UUID account) {
    Values said = PeopleShapes.ROLES.read(call.json());
    checkSeen(call, account);
    Errors errors = new Errors();
    List<Grant> grants = grants(call, said, errors);
    errors.check();
    return done(
        call,
        account,
        accounts.setRoles(call.caller().tenant(), call.attribution(), account, grants));
  }

  @PutMapping(path = "/people/{account}/active", consumes = Media.JSON)
  @Needs(Permission.MANAGE_PEOPLE)
  @Described(
      value = "Lets somebody in or keeps them out; their sessions and tokens end at once",
      body = "Active",
      answer = "Person",
      problems = 409)
  ApiAnswer setActive(Call call, @PathVariable UUID account) {
    Values said = PeopleShapes.ACTIVE.read(call.json());
    checkSeen(call, account);
    boolean active = Boolean.TRUE.equals(said.flag("active"));
    return done(
        call,
        account,
        accounts.setActive(call.caller().tenant(), call.attribution(), account, active));
  }

  private void checkSeen(Call call, UUID account) {
    SeenState.check(
        call, PeopleNodes.person(person(call, account)), "The account is other than you saw it");
  }

  private ApiAnswer done(Call call, UUID account, Accounts.Outcome outcome) {
    return switch (outcome) {
      case DONE -> told(person(call, account));
      case LAST_ADMINISTRATOR ->
          throw Problem.of(Problem.Kind.CONFLICT, "Somebody must be left who looks after people")
              .failure();
      case NOT_FOUND -> throw Parameters.notFound();
    };
  }

  /** With a link to its owner's password a token would become as mighty as its owner. */
  @PostMapping("/people/{account}/reset")
  @Needs(Permission.MANAGE_PEOPLE)
  @Described(
      value = "Makes a link to a new password for somebody else",
      answer = "Link",
      problems = 409)
  ApiAnswer reset(Call call, @PathVariable UUID account) {
    person(call, account);
    if (account.equals(call.caller().account())) {
      throw Problem.of(
              Problem.Kind.CONFLICT, "A token makes no link to the password of its own owner")
          .failure();
    }
    return link(links.reset(call.caller().tenant(), call.attribution(), account), Links.RESET);
  }
}
