package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.OpenToAll;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.pages.Tries.Try;
import org.concordat.server.identity.signin.SignedIn;
import org.concordat.server.identity.signon.SingleSignOn;
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
  private final Organisations organisations;
  private final SingleSignOn singleSignOn;
  private final SecondStep secondStep;
  private final Tries tries;

  SignInController(
      Accounts accounts,
      Organisations organisations,
      SingleSignOn singleSignOn,
      SecondStep secondStep,
      Tries tries) {
    this.accounts = accounts;
    this.organisations = organisations;
    this.singleSignOn = singleSignOn;
    this.secondStep = secondStep;
    this.tries = tries;
  }

  @GetMapping("/sign-in")
  @OpenToAll(because = "nobody is signed in before")
  SignInPage ask(
      @RequestParam(defaultValue = "/") String then, @RequestParam Optional<String> organisation) {
    return page(then, organisation, "", null, 0);
  }

  /**
   * The page. Of several organisations none is named to strangers: whoever belongs to one types its
   * name, or comes by an address that has its id.
   */
  SignInPage page(
      String then,
      Optional<String> organisation,
      String email,
      @Nullable String problem,
      long seconds) {
    List<Organisations.Listed> all = organisations.all();
    Optional<UUID> known =
        all.size() == 1
            ? Optional.of(all.getFirst().id())
            : all.stream()
                .map(Organisations.Listed::id)
                .filter(id -> organisation.filter(id.toString()::equals).isPresent())
                .findFirst();
    return new SignInPage(
        local(then),
        email,
        all.size() == 1 ? null : known.map(UUID::toString).orElse(null),
        all.size() > 1 && known.isEmpty(),
        organisation.orElse(""),
        known.filter(id -> singleSignOn.of(id).isPresent()).map(UUID::toString).orElse(null),
        problem,
        seconds);
  }

  /**
   * The organisation that somebody means, by its id or name.
   *
   * @return the tenant that has no accounts when there is none, so that the answer takes as long
   *     and is the same
   */
  private UUID tenant(Optional<String> organisation) {
    List<Organisations.Listed> all = organisations.all();
    if (all.size() == 1) {
      return all.getFirst().id();
    }
    String typed = organisation.orElse("").strip();
    return all.stream()
        .filter(one -> one.id().toString().equals(typed) || one.name().equalsIgnoreCase(typed))
        .map(Organisations.Listed::id)
        .findFirst()
        .orElse(TenantTransactions.NO_TENANT);
  }

  @PostMapping("/sign-in")
  @OpenToAll(because = "nobody is signed in before")
  Answer signIn(
      @RequestParam String email,
      @RequestParam String password,
      @RequestParam Optional<String> organisation,
      @RequestParam(defaultValue = "/") String then,
      HttpServletRequest request,
      HttpServletResponse response) {
    UUID tenant = tenant(organisation);
    Try one = Try.at("account", tenant, email.strip().toLowerCase(Locale.ROOT), request);
    long seconds = tries.secondsToWait(one, response);
    if (seconds > 0) {
      return page(then, organisation, email, "identity.signIn.wait", seconds);
    }
    Optional<UUID> proven = accounts.proven(tenant, email, password);
    if (proven.isEmpty()) {
      tries.failed(one);
      return page(then, organisation, email, "identity.signIn.wrong", 0);
    }
    tries.succeeded(one);
    return secondStep.orIn(request, tenant, proven.get(), local(then));
  }

  @PostMapping("/sign-out")
  @OpenToAll(because = "whose session is over may leave too")
  Redirect signOut(HttpServletRequest request) {
    SignedIn.end(request);
    return Redirect.to("/sign-in");
  }

  /** A path of this server, never an address elsewhere. */
  static String local(String then) {
    boolean local =
        then.startsWith("/")
            && !then.startsWith("//")
            && then.chars().noneMatch(c -> c == '\\' || c < ' ');
    return local ? then : "/";
  }
}
