package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.alignment.rounds.Rounds;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.OpenToAll;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.JudgingLinks;
import org.concordat.server.identity.accounts.JudgingLinks.Made;
import org.concordat.server.identity.signin.SignedIn;
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

/**
 * Asks guests to judge. Whom to ask about impacts is a matter of content, and whoever may change
 * the whole model could enter such judgements anyway; so this needs that permission and not the one
 * over people, whose holders have no say in content.
 */
@Controller
class JudgingLinksController {
  private static final int LONGEST = 200;

  private final JudgingLinks links;
  private final Accounts accounts;
  private final Models models;
  private final PublicAddress address;
  private final Rounds rounds;

  JudgingLinksController(
      JudgingLinks links, Accounts accounts, Models models, PublicAddress address, Rounds rounds) {
    this.links = links;
    this.accounts = accounts;
    this.models = models;
    this.address = address;
    this.rounds = rounds;
  }

  @GetMapping("/judges")
  @Needs(Permission.EDIT_MODEL)
  JudgingLinksPage show(Caller caller) {
    return page(caller, null, null, null);
  }

  private JudgingLinksPage page(
      Caller caller, @Nullable String link, @Nullable String linkFor, @Nullable String problem) {
    Map<UUID, Instant> until = links.all(caller.tenant());
    return new JudgingLinksPage(
        accounts.all(caller.tenant()).stream()
            .filter(Accounts.Listed::guest)
            .map(guest -> new JudgingLinksPage.Guest(guest, until.get(guest.id())))
            .toList(),
        models.of(caller.tenant()).read(Snapshot::units),
        link == null ? null : address.of("/judge/start/" + link),
        linkFor,
        problem);
  }

  private static Attribution by(Caller caller, HttpServletRequest request) {
    return caller.attribution(SurroundingsFactory.requestId(request), null);
  }

  @PostMapping("/judges")
  @Needs(Permission.EDIT_MODEL)
  Answer make(
      Caller caller,
      @RequestParam String email,
      @RequestParam String name,
      @RequestParam(defaultValue = "") List<String> units,
      @RequestParam int days,
      HttpServletRequest request) {
    if (!email.matches("[^@\\s]+@[^@\\s]+")
        || email.length() > LONGEST
        || name.isBlank()
        || name.length() > LONGEST) {
      return page(caller, null, null, "identity.people.whom");
    }
    Set<String> known = new HashSet<>();
    models.of(caller.tenant()).read(Snapshot::units).forEach(unit -> known.add(unit.id()));
    if (units.isEmpty()
        || !known.containsAll(units)
        || days < 1
        || days > JudgingLinks.LONGEST.toDays()) {
      return page(caller, null, null, "identity.judges.incomplete");
    }
    return switch (links.make(
        caller.tenant(),
        by(caller, request),
        email,
        name,
        Set.copyOf(units),
        Duration.ofDays(days))) {
      case Made.Link(var secret) -> page(caller, secret, name, null);
      case Made.HasAccount() -> page(caller, null, null, "identity.judges.hasAccount");
    };
  }

  @PostMapping("/judges/{account}/revoke")
  @Needs(Permission.EDIT_MODEL)
  Answer revoke(Caller caller, @PathVariable UUID account, HttpServletRequest request) {
    if (accounts.find(caller.tenant(), account).filter(Accounts.Listed::guest).isEmpty()) {
      return new ErrorPage(404, "notFound", List.of());
    }
    links.revoke(caller.tenant(), by(caller, request), account);
    return Redirect.to("/judges").saying("identity.judges.revoked");
  }

  /** Only asks: programs that look into mails open links, but press no buttons. */
  @GetMapping("/judge/start/{link}")
  @OpenToAll(because = "the link is the proof")
  JudgingStartPage ask(@PathVariable String link) {
    return links
        .find(link)
        .map(open -> new JudgingStartPage(link, open))
        .orElseGet(() -> new JudgingStartPage(link, null));
  }

  @PostMapping("/judge/start/{link}")
  @OpenToAll(because = "the link is the proof")
  Answer start(@PathVariable String link, HttpServletRequest request) {
    Optional<JudgingLinks.Open> open = links.find(link);
    if (open.isEmpty()) {
      return new JudgingStartPage(link, null);
    }
    UUID tenant = open.get().tenant();
    UUID account = open.get().account();
    SignedIn.begin(request, tenant, account);
    return Redirect.to(rounds.waitingFor(tenant, account).isEmpty() ? "/judge" : "/judge/rounds");
  }
}
