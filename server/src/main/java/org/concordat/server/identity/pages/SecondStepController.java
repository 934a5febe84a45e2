package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.identity.OpenToAll;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.factors.AuthenticatorApps;
import org.concordat.server.identity.factors.Challenge;
import org.concordat.server.identity.factors.Passkeys;
import org.concordat.server.identity.factors.RecoveryCodes;
import org.concordat.server.identity.factors.SecondFactors;
import org.concordat.server.identity.pages.Tries.Try;
import org.concordat.server.identity.signin.AskedOnce;
import org.concordat.server.identity.signin.HalfSignedIn;
import org.concordat.server.identity.signin.SignedIn;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.web.SurroundingsFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of sign-in, for whoever has a second factor and gave the right password. */
@Controller
class SecondStepController {
  private static final String PASSKEY = "second step";
  private static final int LONGEST_CODE = 100;

  private final SecondFactors factors;
  private final AuthenticatorApps apps;
  private final RecoveryCodes codes;
  private final Passkeys passkeys;
  private final Accounts accounts;
  private final Tries tries;

  SecondStepController(
      SecondFactors factors,
      AuthenticatorApps apps,
      RecoveryCodes codes,
      Passkeys passkeys,
      Accounts accounts,
      Tries tries) {
    this.factors = factors;
    this.apps = apps;
    this.codes = codes;
    this.passkeys = passkeys;
    this.accounts = accounts;
    this.tries = tries;
  }

  @GetMapping(SecondStep.PATH)
  @OpenToAll(because = "whoever is half signed in is not signed in")
  Answer ask(HttpServletRequest request) {
    return HalfSignedIn.of(request)
        .<Answer>map(half -> page(half, null, 0))
        .orElseGet(SecondStepController::over);
  }

  private SecondStepPage page(HalfSignedIn half, @Nullable String problem, long seconds) {
    return new SecondStepPage(factors.of(half.tenant(), half.account()), problem, seconds);
  }

  private static Redirect over() {
    return Redirect.to("/sign-in").saying("identity.second.over");
  }

  @PostMapping(SecondStep.PATH)
  @OpenToAll(because = "whoever is half signed in is not signed in")
  Answer enter(
      @RequestParam String code, HttpServletRequest request, HttpServletResponse response) {
    return checked(
        request,
        response,
        half ->
            code.length() <= LONGEST_CODE
                && (apps.accepts(half.tenant(), half.account(), code)
                    || codes.use(half.tenant(), own(half, request), half.account(), code)));
  }

  private static Attribution own(HalfSignedIn half, HttpServletRequest request) {
    return new Attribution(
        half.account().toString(), SurroundingsFactory.requestId(request), Ids.next(), null);
  }

  private interface Proof {
    boolean holds(HalfSignedIn half);
  }

  private Answer checked(HttpServletRequest request, HttpServletResponse response, Proof proof) {
    HalfSignedIn half = HalfSignedIn.of(request).orElse(null);
    if (half == null || !accounts.isActive(half.tenant(), half.account())) {
      return over();
    }
    Try one = Try.at("second", half.tenant(), half.account(), request);
    long seconds = tries.secondsToWait(one, response);
    if (seconds > 0) {
      return page(half, "identity.signIn.wait", seconds);
    }
    if (!proof.holds(half)) {
      tries.failed(one);
      return page(half, "identity.second.wrong", 0);
    }
    tries.succeeded(one);
    SignedIn.begin(request, half.tenant(), half.account());
    return Redirect.to(half.then());
  }

  @PostMapping(SecondStep.PATH + "/passkey/options")
  @OpenToAll(because = "whoever is half signed in is not signed in")
  ResponseEntity<String> options(HttpServletRequest request) {
    HalfSignedIn half = HalfSignedIn.of(request).orElse(null);
    if (half == null) {
      return ResponseEntity.notFound().build();
    }
    Challenge challenge = Challenge.make();
    AskedOnce.ask(request, PASSKEY, challenge.text());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(passkeys.request(challenge, Optional.of(owner(half))));
  }

  private static Passkeys.Owner owner(HalfSignedIn half) {
    return new Passkeys.Owner(half.tenant(), half.account());
  }

  @PostMapping(SecondStep.PATH + "/passkey")
  @OpenToAll(because = "whoever is half signed in is not signed in")
  Answer enterByPasskey(
      @RequestParam("response") String answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Challenge> challenge =
        AskedOnce.take(request, PASSKEY, String.class).map(Challenge::new);
    return checked(
        request,
        response,
        half ->
            challenge
                .flatMap(asked -> passkeys.proven(answer, asked, Optional.of(owner(half))))
                .isPresent());
  }
}
