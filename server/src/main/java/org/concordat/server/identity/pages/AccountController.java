package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.ApiTokens;
import org.concordat.server.identity.accounts.Passwords;
import org.concordat.server.identity.factors.Passkeys;
import org.concordat.server.identity.factors.RecoveryCodes;
import org.concordat.server.identity.factors.SecondFactors;
import org.concordat.server.identity.signin.Sessions;
import org.concordat.server.identity.signin.SignedIn;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own name, password, sessions and tokens. */
@Controller
class AccountController {
  private static final int LONGEST_NAME = 200;

  private final Accounts accounts;
  private final ApiTokens tokens;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final Passkeys passkeys;
  private final RecoveryCodes codes;

  AccountController(
      Accounts accounts,
      ApiTokens tokens,
      Sessions sessions,
      SecondFactors factors,
      Passkeys passkeys,
      RecoveryCodes codes) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.sessions = sessions;
    this.factors = factors;
    this.passkeys = passkeys;
    this.codes = codes;
  }

  @GetMapping("/account")
  @Needs(Permission.OWN_ACCOUNT)
  AccountPage show(Caller caller, HttpServletRequest request) {
    return page(caller, request, null, null);
  }

  private AccountPage page(
      Caller caller, HttpServletRequest request, @Nullable String made, @Nullable String problem) {
    UUID tenant = caller.tenant();
    UUID account = caller.account();
    return new AccountPage(
        accounts.find(tenant, account).orElseThrow(),
        caller.allowed(),
        new AccountPage.Entrance(
            accounts.hasPassword(tenant, account),
            factors.of(tenant, account).app(),
            passkeys.of(tenant, account),
            codes.left(tenant, account),
            SignedIn.isFresh(request)),
        SignedIn.of(request).map(sessions::of).orElse(List.of()),
        tokens.of(tenant, account),
        made,
        problem);
  }

  @PostMapping("/account/name")
  @Needs(Permission.OWN_ACCOUNT)
  Answer rename(Caller caller, @RequestParam String name, HttpServletRequest request) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return page(caller, request, null, "identity.welcome.noName");
    }
    accounts.rename(
        caller.tenant(),
        caller.attribution(SurroundingsFactory.requestId(request), null),
        caller.account(),
        name);
    return Redirect.to("/account").saying("identity.account.renamed");
  }

  @PostMapping("/account/password")
  @Needs(Permission.OWN_ACCOUNT)
  Answer changePassword(
      Caller caller,
      @RequestParam String present,
      @RequestParam String password,
      @RequestParam String repeated,
      HttpServletRequest request) {
    if (!accounts.proves(caller.tenant(), caller.account(), present)) {
      return page(caller, request, null, "identity.account.notPresent");
    }
    if (!Passwords.isAcceptable(password)) {
      return page(caller, request, null, "identity.welcome.password");
    }
    if (!password.equals(repeated)) {
      return page(caller, request, null, "identity.welcome.repeated");
    }
    accounts.setPassword(
        caller.tenant(),
        caller.attribution(SurroundingsFactory.requestId(request), null),
        caller.account(),
        password);
    sessions.endAll(caller.tenant(), caller.account());
    SignedIn.begin(request, caller.tenant(), caller.account());
    return Redirect.to("/account").saying("identity.account.passwordChanged");
  }

  @PostMapping("/account/sessions/end")
  @Needs(Permission.OWN_ACCOUNT)
  Answer endOtherSessions(HttpServletRequest request) {
    SignedIn.of(request).ifPresent(sessions::endOthers);
    return Redirect.to("/account").saying("identity.account.othersEnded");
  }

  @PostMapping("/account/sessions/{session}/end")
  @Needs(Permission.OWN_ACCOUNT)
  Answer endSession(@PathVariable UUID session, HttpServletRequest request) {
    SignedIn.of(request).ifPresent(present -> sessions.end(present, session));
    return Redirect.to("/account").saying("identity.account.sessionEnded");
  }

  @PostMapping("/account/tokens")
  @Needs(Permission.OWN_ACCOUNT)
  Answer makeToken(
      Caller caller,
      @RequestParam String name,
      @RequestParam(defaultValue = "") List<Permission> permissions,
      @RequestParam int days,
      HttpServletRequest request) {
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || permissions.isEmpty()
        || days < 1
        || days > ApiTokens.LONGEST.toDays()) {
      return page(caller, request, null, "identity.account.noToken");
    }
    String token =
        tokens.make(
            caller,
            caller.attribution(SurroundingsFactory.requestId(request), null),
            name,
            permissions,
            Duration.ofDays(days));
    return page(caller, request, token, null);
  }

  @PostMapping("/account/tokens/{token}/revoke")
  @Needs(Permission.OWN_ACCOUNT)
  Answer revoke(Caller caller, @PathVariable UUID token, HttpServletRequest request) {
    tokens.revoke(
        caller.tenant(),
        caller.attribution(SurroundingsFactory.requestId(request), null),
        caller.account(),
        token);
    return Redirect.to("/account").saying("identity.account.revoked");
  }
}
