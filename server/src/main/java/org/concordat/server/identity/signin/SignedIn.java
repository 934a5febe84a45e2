package org.concordat.server.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a session remembers: who signed in, and when. What they may do is read from the database
 * with every request.
 */
public record SignedIn(UUID tenant, UUID account, Instant since) implements Serializable {
  /** A session ends at the latest after this time. */
  public static final Duration LONGEST = Duration.ofHours(12);

  private static final String ATTRIBUTE = "concordat.signed-in";

  /** Begins a session; one that the browser had before ends, so that nobody can prepare one. */
  public static void begin(HttpServletRequest request, UUID tenant, UUID account) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    request.getSession(true).setAttribute(ATTRIBUTE, new SignedIn(tenant, account, Instant.now()));
  }

  /** Ends the session. */
  public static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  static Optional<SignedIn> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(ATTRIBUTE) instanceof SignedIn signedIn
            && signedIn.since.plus(LONGEST).isAfter(Instant.now())
        ? Optional.of(signedIn)
        : Optional.empty();
  }
}
