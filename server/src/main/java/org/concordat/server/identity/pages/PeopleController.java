package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.core.alignment.Unit;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Caller.Grant;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.Links;
import org.concordat.server.identity.factors.SecondFactors;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.PublicAddress;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.workspace.Models;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Invites people, gives and takes roles. */
@Controller
class PeopleController {
  private static final int LONGEST = 200;

  private final Accounts accounts;
  private final Links links;
  private final Models models;
  private final SecondFactors factors;
  private final PublicAddress address;

  PeopleController(
      Accounts accounts, Links links, Models models, SecondFactors factors, PublicAddress address) {
    this.accounts = accounts;
    this.links = links;
    this.models = models;
    this.factors = factors;
    this.address = address;
  }

  @GetMapping("/people")
  @Needs(Permission.MANAGE_PEOPLE)
  PeoplePage show(Caller caller) {
    return page(caller, null, null, null);
  }

  private PeoplePage page(
      Caller caller, @Nullable String path, @Nullable String linkFor, @Nullable String problem) {
    return new PeoplePage(
        accounts.all(caller.tenant()),
        factors.holders(caller.tenant()),
        units(caller),
        path == null ? null : address.of(path),
        linkFor,
        problem);
  }

  private List<Unit> units(Caller caller) {
    return models.of(caller.tenant()).read(Snapshot::units);
  }

  @PostMapping("/people/invitations")
  @Needs(Permission.MANAGE_PEOPLE)
  Answer invite(
      Caller caller,
      @RequestParam String email,
      @RequestParam String name,
      @RequestParam(defaultValue = "") List<Role> roles,
      @RequestParam(defaultValue = "") List<String> units,
      HttpServletRequest request) {
    if (!email.matches("[^@\\s]+@[^@\\s]+")
        || email.length() > LONGEST
        || name.isBlank()
        || name.length() > LONGEST) {
      return page(caller, null, null, "identity.people.whom");
    }
    Optional<List<Grant>> grants = grants(caller, roles, units);
    if (grants.isEmpty()) {
      return page(caller, null, null, "identity.people.noUnit");
    }
    String link =
        links.invitation(caller.tenant(), attribution(caller, request), email, name, grants.get());
    return page(caller, "/welcome/" + link, name, null);
  }

  private static Attribution attribution(Caller caller, HttpServletRequest request) {
    return caller.attribution(SurroundingsFactory.requestId(request), null);
  }

  /** The grants of a form, or empty when a role of units has none or one that does not exist. */
  private Optional<List<Grant>> grants(Caller caller, List<Role> roles, List<String> units) {
    Set<String> known = new HashSet<>();
    units(caller).forEach(unit -> known.add(unit.id()));
    List<Grant> grants = new ArrayList<>();
    for (Role role : Set.copyOf(roles)) {
      if (role.ofUnits() && (units.isEmpty() || !known.containsAll(units))) {
        return Optional.empty();
      }
      grants.add(new Grant(role, role.ofUnits() ? Set.copyOf(units) : Set.of()));
    }
    return grants.isEmpty() ? Optional.empty() : Optional.of(grants);
  }

  @PostMapping("/people/{account}/roles")
  @Needs(Permission.MANAGE_PEOPLE)
  Answer setRoles(
      Caller caller,
      @PathVariable UUID account,
      @RequestParam(defaultValue = "") List<Role> roles,
      @RequestParam(defaultValue = "") List<String> units,
      HttpServletRequest request) {
    Optional<List<Grant>> grants = grants(caller, roles, units);
    if (grants.isEmpty()) {
      return page(caller, null, null, "identity.people.noUnit");
    }
    return answer(
        caller,
        accounts.setRoles(caller.tenant(), attribution(caller, request), account, grants.get()),
        "identity.people.rolesSet");
  }

  @PostMapping("/people/{account}/active")
  @Needs(Permission.MANAGE_PEOPLE)
  Answer setActive(
      Caller caller,
      @PathVariable UUID account,
      @RequestParam boolean active,
      HttpServletRequest request) {
    return answer(
        caller,
        accounts.setActive(caller.tenant(), attribution(caller, request), account, active),
        active ? "identity.people.enabled" : "identity.people.disabled");
  }

  private Answer answer(Caller caller, Accounts.Outcome outcome, String done) {
    return switch (outcome) {
      case DONE -> Redirect.to("/people").saying(done);
      case LAST_ADMINISTRATOR -> page(caller, null, null, "identity.people.last");
      case NOT_FOUND -> new ErrorPage(404, "notFound", List.of());
    };
  }

  @PostMapping("/people/{account}/reset")
  @Needs(Permission.MANAGE_PEOPLE)
  Answer reset(Caller caller, @PathVariable UUID account, HttpServletRequest request) {
    Optional<Accounts.Listed> person = accounts.find(caller.tenant(), account);
    if (person.isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    String link = links.reset(caller.tenant(), attribution(caller, request), account);
    return page(caller, "/welcome/" + link, person.get().name(), null);
  }

  /** For somebody who has lost the phone, the keys and the recovery codes. */
  @PostMapping("/people/{account}/factors/remove")
  @Needs(Permission.MANAGE_PEOPLE)
  Answer removeFactors(Caller caller, @PathVariable UUID account, HttpServletRequest request) {
    if (accounts.find(caller.tenant(), account).isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    factors.removeAll(caller.tenant(), attribution(caller, request), account);
    return Redirect.to("/people").saying("identity.people.factorsRemoved");
  }
}
