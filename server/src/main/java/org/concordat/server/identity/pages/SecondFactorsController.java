package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.Needs;
import org.concordat.server.identity.Permission;
import org.concordat.server.identity.PermissionGate;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.factors.AuthenticatorApps;
import org.concordat.server.identity.factors.Challenge;
import org.concordat.server.identity.factors.Passkeys;
import org.concordat.server.identity.factors.RecoveryCodes;
import org.concordat.server.identity.factors.SecondFactors;
import org.concordat.server.identity.signin.AskedOnce;
import org.concordat.server.identity.signin.SignedIn;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One's own app, passkeys and recovery codes. Changing them asks for a sign-in of a moment ago, so
 * that an open browser does not hand the account over for good.
 */
@Controller
class SecondFactorsController {
  private static final String NEW_PASSKEY = "new passkey";
  private static final int LONGEST_NAME = 100;

  private final Accounts accounts;
  private final SecondFactors factors;
  private final AuthenticatorApps apps;
  private final RecoveryCodes codes;
  private final Passkeys passkeys;

  SecondFactorsController(
      Accounts accounts,
      SecondFactors factors,
      AuthenticatorApps apps,
      RecoveryCodes codes,
      Passkeys passkeys) {
    this.accounts = accounts;
    this.factors = factors;
    this.apps = apps;
    this.codes = codes;
    this.passkeys = passkeys;
  }

  private static Attribution by(Caller caller, HttpServletRequest request) {
    return caller.attribution(SurroundingsFactory.requestId(request), null);
  }

  private static Redirect staleSignIn() {
    return Redirect.to("/sign-in?then=%2Faccount").saying("identity.account.signInAgain");
  }

  /** For somebody whose role needs a second factor and who has none. */
  @GetMapping(PermissionGate.OWED_FACTOR)
  @Needs(value = Permission.OWN_ACCOUNT, towardsFactor = true)
  Answer owed(Caller caller, HttpServletRequest request) {
    return caller.owesFactor()
        ? new OwedFactorPage(SignedIn.isFresh(request))
        : Redirect.to("/account");
  }

  @PostMapping("/account/app/start")
  @Needs(value = Permission.OWN_ACCOUNT, towardsFactor = true)
  Answer startApp(Caller caller, HttpServletRequest request) {
    if (!SignedIn.isFresh(request)) {
      return staleSignIn();
    }
    return apps.start(caller.tenant(), by(caller, request), caller.account())
        ? Redirect.to("/account/app")
        : Redirect.to("/account");
  }

  @GetMapping("/account/app")
  @Needs(value = Permission.OWN_ACCOUNT, towardsFactor = true)
  Answer showApp(Caller caller, HttpServletRequest request) {
    return SignedIn.isFresh(request) ? app(caller, null) : staleSignIn();
  }

  private Answer app(Caller caller, @Nullable String problem) {
    String email =
        accounts
            .find(caller.tenant(), caller.account())
            .map(Accounts.Listed::email)
            .orElse(caller.name());
    return apps.waiting(caller.tenant(), caller.account(), email)
        .<Answer>map(setUp -> new AppPage(setUp.text(), QrPicture.of(setUp.uri()), problem))
        .orElseGet(() -> Redirect.to("/account"));
  }

  @PostMapping("/account/app")
  @Needs(value = Permission.OWN_ACCOUNT, towardsFactor = true)
  Answer confirmApp(Caller caller, @RequestParam String code, HttpServletRequest request) {
    if (!SignedIn.isFresh(request)) {
      return staleSignIn();
    }
    if (!apps.confirm(caller.tenant(), by(caller, request), caller.account(), code)) {
      return app(caller, "identity.app.wrong");
    }
    return firstCodes(caller, request, "identity.app.done");
  }

  /** Whoever has a first factor gets codes to fall back on. */
  private Answer firstCodes(Caller caller, HttpServletRequest request, String done) {
    return codes.left(caller.tenant(), caller.account()) > 0
        ? Redirect.to("/account").saying(done)
        : newCodes(caller, request);
  }

  private RecoveryCodesPage newCodes(Caller caller, HttpServletRequest request) {
    return new RecoveryCodesPage(
        codes.make(caller.tenant(), by(caller, request), caller.account()));
  }

  @PostMapping("/account/app/remove")
  @Needs(Permission.OWN_ACCOUNT)
  Answer removeApp(Caller caller, HttpServletRequest request) {
    if (!SignedIn.isFresh(request)) {
      return staleSignIn();
    }
    factors.removeApp(caller.tenant(), by(caller, request), caller.account());
    return Redirect.to("/account").saying("identity.app.removed");
  }

  @PostMapping("/account/recovery-codes")
  @Needs(Permission.OWN_ACCOUNT)
  Answer renewCodes(Caller caller, HttpServletRequest request) {
    if (!SignedIn.isFresh(request)) {
      return staleSignIn();
    }
    return factors.of(caller.tenant(), caller.account()).any()
        ? newCodes(caller, request)
        : Redirect.to("/account");
  }

  @PostMapping("/account/passkeys/options")
  @Needs(value = Permission.OWN_ACCOUNT, towardsFactor = true)
  ResponseEntity<String> passkeyOptions(Caller caller, HttpServletRequest request) {
    Optional<Accounts.Listed> account = accounts.find(caller.tenant(), caller.account());
    if (!SignedIn.isFresh(request) || account.isEmpty()) {
      return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }
    Challenge challenge = Challenge.make();
    AskedOnce.ask(request, NEW_PASSKEY, challenge.text());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            passkeys.creation(
                owner(caller), account.get().email(), account.get().name(), challenge));
  }

  private static Passkeys.Owner owner(Caller caller) {
    return new Passkeys.Owner(caller.tenant(), caller.account());
  }

  @PostMapping("/account/passkeys")
  @Needs(value = Permission.OWN_ACCOUNT, towardsFactor = true)
  Answer registerPasskey(
      Caller caller,
      @RequestParam String name,
      @RequestParam String response,
      HttpServletRequest request) {
    Optional<Challenge> challenge =
        AskedOnce.take(request, NEW_PASSKEY, String.class).map(Challenge::new);
    if (!SignedIn.isFresh(request)) {
      return staleSignIn();
    }
    boolean kept =
        !name.isBlank()
            && name.length() <= LONGEST_NAME
            && challenge
                .map(c -> passkeys.register(owner(caller), by(caller, request), name, c, response))
                .orElse(false);
    return kept
        ? firstCodes(caller, request, "identity.passkey.done")
        : Redirect.to("/account").saying("identity.passkey.notKept");
  }

  @PostMapping("/account/passkeys/{passkey}/remove")
  @Needs(Permission.OWN_ACCOUNT)
  Answer removePasskey(Caller caller, @PathVariable UUID passkey, HttpServletRequest request) {
    if (!SignedIn.isFresh(request)) {
      return staleSignIn();
    }
    factors.removePasskey(caller.tenant(), by(caller, request), caller.account(), passkey);
    return Redirect.to("/account").saying("identity.passkey.removed");
  }
}
