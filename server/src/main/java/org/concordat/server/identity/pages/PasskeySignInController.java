package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.concordat.server.identity.OpenToAll;
import org.concordat.server.identity.factors.Challenge;
import org.concordat.server.identity.factors.Passkeys;
import org.concordat.server.identity.pages.Tries.Try;
import org.concordat.server.identity.signin.AskedOnce;
import org.concordat.server.identity.signin.SignedIn;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs people in by a passkey alone: the device knows who they are and has checked it. */
@Controller
class PasskeySignInController {
  private static final String PURPOSE = "sign-in";

  private final Passkeys passkeys;
  private final Tries tries;
  private final SignInController pages;

  PasskeySignInController(Passkeys passkeys, Tries tries, SignInController pages) {
    this.passkeys = passkeys;
    this.tries = tries;
    this.pages = pages;
  }

  @PostMapping("/sign-in/passkey/options")
  @OpenToAll(because = "nobody is signed in before")
  ResponseEntity<String> options(HttpServletRequest request) {
    Challenge challenge = Challenge.make();
    AskedOnce.ask(request, PURPOSE, challenge.text());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(passkeys.request(challenge, Optional.empty()));
  }

  @PostMapping("/sign-in/passkey")
  @OpenToAll(because = "nobody is signed in before")
  Answer signIn(
      @RequestParam("response") String answer,
      @RequestParam(defaultValue = "/") String then,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Challenge> challenge =
        AskedOnce.take(request, PURPOSE, String.class).map(Challenge::new);
    Try one =
        passkeys
            .named(answer)
            .map(owner -> Try.at("passkey", owner.tenant(), owner.account(), request))
            .orElseGet(() -> new Try("passkey of nobody", "address " + request.getRemoteAddr()));
    long seconds = tries.secondsToWait(one, response);
    if (seconds > 0) {
      return pages.page(then, Optional.empty(), "", "identity.signIn.wait", seconds);
    }
    Optional<Passkeys.Owner> owner =
        challenge.flatMap(asked -> passkeys.proven(answer, asked, Optional.empty()));
    if (owner.isEmpty()) {
      tries.failed(one);
      return pages.page(then, Optional.empty(), "", "identity.signIn.noPasskey", 0);
    }
    tries.succeeded(one);
    SignedIn.begin(request, owner.get().tenant(), owner.get().account());
    return Redirect.to(SignInController.local(then));
  }
}
