package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.OpenToAll;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.Role;
import org.concordat.server.identity.signin.AskedOnce;
import org.concordat.server.identity.signin.SignedIn;
import org.concordat.server.identity.signon.SettledSignOn;
import org.concordat.server.identity.signon.SignOnFailed;
import org.concordat.server.identity.signon.SingleSignOn;
import org.concordat.server.identity.signon.SingleSignOn.Arrangement;
import org.concordat.server.identity.signon.SingleSignOn.Arrival;
import org.concordat.server.identity.signon.SingleSignOn.Pending;
import org.concordat.server.web.Answer;
import org.concordat.server.web.PublicAddress;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Single sign-on: setting it up, and the way to the provider and back. */
@Controller
class SingleSignOnController {
  private static final String PURPOSE = "single sign-on";
  private static final int LONGEST = 500;
  private static final Logger LOG = LoggerFactory.getLogger(SingleSignOnController.class);

  private final SingleSignOn singleSignOn;
  private final SettledSignOn settled;
  private final SignInController signIn;
  private final PublicAddress address;

  SingleSignOnController(
      SingleSignOn singleSignOn,
      SettledSignOn settled,
      SignInController signIn,
      PublicAddress address) {
    this.singleSignOn = singleSignOn;
    this.settled = settled;
    this.signIn = signIn;
    this.address = address;
  }

  /** A link and not a form, since our own policy lets forms lead to this server alone. */
  @GetMapping("/sign-in/sso")
  @OpenToAll(because = "nobody is signed in before")
  ResponseEntity<Void> depart(
      @RequestParam UUID organisation,
      @RequestParam(defaultValue = "/") String then,
      HttpServletRequest request) {
    try {
      var departure = singleSignOn.depart(organisation, SignInController.local(then));
      AskedOnce.ask(request, PURPOSE, departure.pending());
      return seeOther(departure.to());
    } catch (SignOnFailed e) {
      LOG.warn("nobody can sign on: {}", e.getMessage(), e);
      return seeOther(URI.create("/sign-in/sso/return"));
    }
  }

  private static ResponseEntity<Void> seeOther(URI to) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(to).build();
  }

  @GetMapping(SingleSignOn.RETURN)
  @OpenToAll(because = "nobody is signed in before")
  Answer arrive(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String code,
      @RequestParam(required = false) @Nullable String iss,
      HttpServletRequest request) {
    Optional<Pending> pending = AskedOnce.take(request, PURPOSE, Pending.class);
    String then = pending.map(Pending::then).orElse("/");
    if (pending.isEmpty() || code.isEmpty()) {
      return signIn.page(then, Optional.empty(), "", "identity.signOn.failed", 0);
    }
    Optional<String> organisation = Optional.of(pending.get().tenant().toString());
    try {
      Optional<UUID> account = singleSignOn.arrive(pending.get(), new Arrival(state, code, iss));
      if (account.isEmpty()) {
        return signIn.page(then, organisation, "", "identity.signOn.unknown", 0);
      }
      SignedIn.begin(request, pending.get().tenant(), account.get());
      return Redirect.to(then);
    } catch (SignOnFailed e) {
      LOG.warn("a sign-on was refused: {}", e.getMessage(), e);
      return signIn.page(then, organisation, "", "identity.signOn.failed", 0);
    }
  }

  @GetMapping("/single-sign-on")
  @Needs(Permission.MANAGE_PEOPLE)
  SingleSignOnPage show(Caller caller) {
    return singleSignOn
        .of(caller.tenant())
        .map(
            one ->
                page(
                    caller,
                    one.issuer(),
                    one.clientId(),
                    one.domains().stream().sorted().collect(Collectors.joining(", ")),
                    one.admits(),
                    null,
                    ""))
        .orElseGet(() -> page(caller, "", "", "", null, null, ""));
  }

  private SingleSignOnPage page(
      Caller caller,
      String issuer,
      String clientId,
      String domains,
      @Nullable Role admits,
      @Nullable String problem,
      String detail) {
    return new SingleSignOnPage(
        issuer,
        clientId,
        domains,
        admits,
        singleSignOn.of(caller.tenant()).isPresent(),
        settled.settles(caller.tenant()),
        address.of(SingleSignOn.RETURN),
        address.of("/sign-in?organisation=" + caller.tenant()),
        problem,
        detail);
  }

  @PostMapping("/single-sign-on")
  @Needs(Permission.MANAGE_PEOPLE)
  Answer arrange(
      Caller caller,
      @RequestParam String issuer,
      @RequestParam String clientId,
      @RequestParam(defaultValue = "") String clientSecret,
      @RequestParam(defaultValue = "") String domains,
      @RequestParam(defaultValue = "") Optional<Role> admits,
      HttpServletRequest request) {
    Role role = admits.orElse(null);
    if (settled.settles(caller.tenant())) {
      return page(caller, issuer, clientId, domains, role, "identity.signOn.settled", "");
    }
    Set<String> listed =
        Arrays.stream(domains.toLowerCase(Locale.ROOT).split("[\\s,;@]+"))
            .filter(domain -> !domain.isEmpty())
            .collect(Collectors.toSet());
    if (clientId.isBlank()
        || clientId.length() > LONGEST
        || clientSecret.length() > LONGEST
        || issuer.length() > LONGEST
        || (role != null && (listed.isEmpty() || !SingleSignOn.ADMITTED.contains(role)))) {
      return page(caller, issuer, clientId, domains, role, "identity.signOn.incomplete", "");
    }
    try {
      singleSignOn.arrange(
          caller.tenant(),
          caller.attribution(SurroundingsFactory.requestId(request), null),
          new Arrangement(issuer.strip(), clientId.strip(), listed, role),
          clientSecret);
      return Redirect.to("/single-sign-on").saying("identity.signOn.arranged");
    } catch (SignOnFailed e) {
      LOG.info("single sign-on cannot be set up", e);
      return page(
          caller,
          issuer,
          clientId,
          domains,
          role,
          "identity.signOn.noProvider",
          String.valueOf(e.getMessage()));
    }
  }

  @PostMapping("/single-sign-on/end")
  @Needs(Permission.MANAGE_PEOPLE)
  Redirect end(Caller caller, HttpServletRequest request) {
    if (settled.settles(caller.tenant())) {
      return Redirect.to("/single-sign-on").saying("identity.signOn.settled");
    }
    singleSignOn.end(
        caller.tenant(), caller.attribution(SurroundingsFactory.requestId(request), null));
    return Redirect.to("/single-sign-on").saying("identity.signOn.ended");
  }
}
