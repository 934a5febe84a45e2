package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.concordat.server.identity.accounts.SecondFactorRule;
import org.concordat.server.identity.factors.SecondFactors;
import org.concordat.server.identity.pages.PeoplePage.PersonalLink;
import org.concordat.server.identity.pages.PeopleTable.People;
import org.concordat.server.web.Answer;
import org.concordat.server.web.ErrorPage;
import org.concordat.server.web.PublicAddress;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.concordat.server.web.table.Reading;
import org.concordat.server.web.table.TableDesk;
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
  private final SecondFactorRule rule;
  private final PublicAddress address;
  private final TableDesk desk;

  PeopleController(
      Accounts accounts,
      Links links,
      Models models,
      SecondFactors factors,
      SecondFactorRule rule,
      PublicAddress address,
      TableDesk desk) {
    this.accounts = accounts;
    this.links = links;
    this.models = models;
    this.factors = factors;
    this.rule = rule;
    this.address = address;
    this.desk = desk;
  }

  @GetMapping("/people")
  @Needs(Permission.MANAGE_PEOPLE)
  PeoplePage list(Caller caller, HttpServletRequest request) {
    return page(caller, request, null, null);
  }

  private PeoplePage page(
      Caller caller,
      HttpServletRequest request,
      @Nullable PersonalLink invitation,
      @Nullable String problem) {
    People people = people(caller);
    return new PeoplePage(
        desk.open(PeopleTable.TABLE, caller, request).of(people),
        people.units(),
        rule.roles(caller.tenant()),
        invitation,
        problem);
  }

  private People people(Caller caller) {
    return new People(
        accounts.all(caller.tenant()), factors.holders(caller.tenant()), units(caller));
  }

  @GetMapping({"/people.csv", "/people.xlsx"})
  @Needs(Permission.MANAGE_PEOPLE)
  void export(Caller caller, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    desk.export(PeopleTable.TABLE, caller, request, response, Reading.of(people(caller)));
  }

  @GetMapping("/people/{account}")
  @Needs(Permission.MANAGE_PEOPLE)
  Answer show(Caller caller, @PathVariable UUID account) {
    return person(caller, account, null, null);
  }

  private Answer person(
      Caller caller, UUID account, @Nullable String path, @Nullable String problem) {
    Optional<Accounts.Listed> found = accounts.find(caller.tenant(), account);
    if (found.isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    Accounts.Listed person = found.get();
    return new PersonPage(
        person,
        factors.of(caller.tenant(), account).any(),
        rule.isOwedBy(caller.tenant(), account),
        units(caller),
        path == null ? null : new PersonalLink(address.of(path), person.name()),
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
      return page(caller, request, null, "identity.people.whom");
    }
    Optional<List<Grant>> grants = grants(caller, roles, units);
    if (grants.isEmpty()) {
      return page(caller, request, null, "identity.people.noUnit");
    }
    String link =
        links.invitation(caller.tenant(), attribution(caller, request), email, name, grants.get());
    return page(caller, request, new PersonalLink(address.of("/welcome/" + link), name), null);
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
      return person(caller, account, null, "identity.people.noUnit");
    }
    return answer(
        caller,
        account,
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
        account,
        accounts.setActive(caller.tenant(), attribution(caller, request), account, active),
        active ? "identity.people.enabled" : "identity.people.disabled");
  }

  private Answer answer(Caller caller, UUID account, Accounts.Outcome outcome, String done) {
    return switch (outcome) {
      case DONE -> Redirect.to("/people/" + account).saying(done);
      case LAST_ADMINISTRATOR -> person(caller, account, null, "identity.people.last");
      case NOT_FOUND -> new ErrorPage(404, "notFound", List.of());
    };
  }

  @PostMapping("/people/{account}/reset")
  @Needs(Permission.MANAGE_PEOPLE)
  Answer reset(Caller caller, @PathVariable UUID account, HttpServletRequest request) {
    if (accounts.find(caller.tenant(), account).isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    String link = links.reset(caller.tenant(), attribution(caller, request), account);
    return person(caller, account, "/welcome/" + link, null);
  }

  /** For somebody who has lost the phone, the keys and the recovery codes. */
  @PostMapping("/people/{account}/factors/remove")
  @Needs(Permission.MANAGE_PEOPLE)
  Answer removeFactors(Caller caller, @PathVariable UUID account, HttpServletRequest request) {
    if (accounts.find(caller.tenant(), account).isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    factors.removeAll(caller.tenant(), attribution(caller, request), account);
    return Redirect.to("/people/" + account).saying("identity.people.factorsRemoved");
  }

  /** Says which roles need a second factor; it holds at once, for whoever asks as well. */
  @PostMapping("/people/second-factor")
  @Needs(Permission.MANAGE_PEOPLE)
  Redirect setRule(
      Caller caller,
      @RequestParam(defaultValue = "") List<Role> roles,
      HttpServletRequest request) {
    rule.set(caller.tenant(), attribution(caller, request), roles);
    return Redirect.to("/people").saying("identity.factorRule.set");
  }
}
