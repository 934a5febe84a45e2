package org.concordat.server.identity.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.concordat.server.identity.accounts.SignInThrottle;
import org.springframework.stereotype.Component;

/** Counts tries of every way to sign in, by what is tried and by the address that tries. */
@Component
final class Tries {
  private final SignInThrottle throttle;

  Tries(SignInThrottle throttle) {
    this.throttle = throttle;
  }

  /**
   * What is tried from where.
   *
   * @param at such as an account's password
   */
  record Try(String at, String from) {
    /** A try at something that an account has, such as its {@code second} factor. */
    static Try at(String what, UUID tenant, Object account, HttpServletRequest request) {
      return new Try(what + " " + tenant + " " + account, "address " + request.getRemoteAddr());
    }

    private List<String> subjects() {
      return List.of(at, from);
    }
  }

  /**
   * How long to wait before this try, in seconds; the answer says so in its head too.
   *
   * @return 0 when there is no need to
   */
  long secondsToWait(Try one, HttpServletResponse response) {
    var wait = throttle.wait(one.subjects());
    if (!wait.isPositive()) {
      return 0;
    }
    long seconds = wait.toSeconds() + 1;
    response.setHeader("Retry-After", String.valueOf(seconds));
    return seconds;
  }

  void failed(Try one) {
    throttle.failed(one.subjects());
  }

  void succeeded(Try one) {
    throttle.succeeded(one.at);
  }
}
