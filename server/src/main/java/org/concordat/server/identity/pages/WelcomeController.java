package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.concordat.server.identity.OpenToAll;
import org.concordat.server.identity.accounts.Links;
import org.concordat.server.identity.accounts.Links.Used;
import org.concordat.server.identity.accounts.Links.Valid;
import org.concordat.server.identity.accounts.Passwords;
import org.concordat.server.web.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes one-time links: the first administrator's, invitations, new passwords. */
@Controller
class WelcomeController {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final int LONGEST = 200;

  private final Links links;
  private final SecondStep secondStep;

  WelcomeController(Links links, SecondStep secondStep) {
    this.links = links;
    this.secondStep = secondStep;
  }

  @GetMapping("/welcome/{link}")
  @OpenToAll(because = "the link is the proof")
  WelcomePage ask(@PathVariable String link) {
    return links
        .find(link)
        .map(valid -> page(link, valid, "", "", null))
        .orElseGet(() -> over(link));
  }

  private static WelcomePage page(
      String link, Valid valid, String email, String name, @Nullable String problem) {
    String fixed = valid.email();
    return new WelcomePage(
        link,
        valid.purpose(),
        fixed == null ? email : fixed,
        fixed != null,
        name.isEmpty() && valid.name() != null ? valid.name() : name,
        problem);
  }

  private static WelcomePage over(String link) {
    return new WelcomePage(link, null, "", false, "", null);
  }

  @PostMapping("/welcome/{link}")
  @OpenToAll(because = "the link is the proof")
  Answer enter(
      @PathVariable String link,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String name,
      @RequestParam String password,
      @RequestParam String repeated,
      HttpServletRequest request) {
    Valid valid = links.find(link).orElse(null);
    if (valid == null) {
      return over(link);
    }
    String problem = problem(valid, email, name, password, repeated);
    if (problem != null) {
      return page(link, valid, email, name, problem);
    }
    return switch (links.use(link, email, name, password)) {
      case Used.Over _ -> over(link);
      case Used.EmailTaken _ -> page(link, valid, email, name, "identity.welcome.taken");
      case Used.Entered(var tenant, var account) -> {
        // Whoever takes a link to a new password from a mailbox has not taken the phone as well.
        yield secondStep.orIn(request, tenant, account, "/");
      }
    };
  }

  private static @Nullable String problem(
      Valid valid, String email, String name, String password, String repeated) {
    if (valid.email() == null && (!EMAIL.matcher(email).matches() || email.length() > LONGEST)) {
      return "identity.welcome.noEmail";
    }
    if (valid.purpose() != Links.Purpose.RESET && (name.isBlank() || name.length() > LONGEST)) {
      return "identity.welcome.noName";
    }
    if (!Passwords.isAcceptable(password)) {
      return "identity.welcome.password";
    }
    return password.equals(repeated) ? null : "identity.welcome.repeated";
  }
}
