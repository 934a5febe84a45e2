package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.identity.OpenToAll;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.SignInThrottle;
import org.concordat.server.identity.signin.SignedIn;
import org.concordat.server.web.Answer;
import org.concordat.server.web.Redirect;
import org.concordat.server.workspace.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs people in by email and password, and out. */
@Controller
class SignInController {
  private final Accounts accounts;
  private final SignInThrottle throttle;
  private final Organisations organisations;

  SignInController(Accounts accounts, SignInThrottle throttle, Organisations organisations) {
    this.accounts = accounts;
    this.throttle = throttle;
    this.organisations = organisations;
  }

  @GetMapping("/sign-in")
  @OpenToAll(because = "nobody is signed in before")
  SignInPage ask(@RequestParam(defaultValue = "/") String then) {
    return page(then, "", null, 0);
  }

  private SignInPage page(String then, String email, @Nullable String problem, long seconds) {
    List<Organisations.Listed> all = organisations.all();
    return new SignInPage(local(then), email, all.size() > 1 ? all : List.of(), problem, seconds);
  }

  @PostMapping("/sign-in")
  @OpenToAll(because = "nobody is signed in before")
  Answer signIn(
      @RequestParam String email,
      @RequestParam String password,
      @RequestParam Optional<UUID> organisation,
      @RequestParam(defaultValue = "/") String then,
      HttpServletRequest request,
      HttpServletResponse response) {
    UUID tenant = organisation.orElseGet(() -> organisations.all().getFirst().id());
    String account = "account " + tenant + " " + email.strip().toLowerCase(Locale.ROOT);
    List<String> subjects = List.of(account, "address " + request.getRemoteAddr());
    Duration wait = throttle.wait(subjects);
    if (wait.isPositive()) {
      long seconds = wait.toSeconds() + 1;
      response.setHeader("Retry-After", String.valueOf(seconds));
      return page(then, email, "identity.signIn.wait", seconds);
    }
    Optional<UUID> proven = accounts.proven(tenant, email, password);
    if (proven.isEmpty()) {
      throttle.failed(subjects);
      return page(then, email, "identity.signIn.wrong", 0);
    }
    throttle.succeeded(account);
    SignedIn.begin(request, tenant, proven.get());
    return Redirect.to(local(then));
  }

  @PostMapping("/sign-out")
  @OpenToAll(because = "whose session is over may leave too")
  Redirect signOut(HttpServletRequest request) {
    SignedIn.end(request);
    return Redirect.to("/sign-in");
  }

  /** A path of this server, never an address elsewhere. */
  private static String local(String then) {
    boolean local =
        then.startsWith("/")
            && !then.startsWith("//")
            && then.chars().noneMatch(c -> c == '\\' || c < ' ');
    return local ? then : "/";
  }
}
