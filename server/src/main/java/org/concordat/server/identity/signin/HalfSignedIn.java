package org.concordat.server.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a session remembers of somebody whose password was right and whose second factor is awaited.
 * It opens nothing but the page that asks for that.
 *
 * @param then where they want to go
 */
public record HalfSignedIn(UUID tenant, UUID account, String then, Instant since)
    implements Serializable {
  /** After this time the password is asked for again. */
  public static final Duration LONGEST = Duration.ofMinutes(5);

  private static final String ATTRIBUTE = "concordat.half-signed-in";

  /** Begins to wait; a session that the browser had before ends. */
  public static void begin(HttpServletRequest request, UUID tenant, UUID account, String then) {
    SignedIn.anew(request)
        .setAttribute(ATTRIBUTE, new HalfSignedIn(tenant, account, then, Instant.now()));
  }

  /** What the session of a request waits for, or empty when it waits no more. */
  public static Optional<HalfSignedIn> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(ATTRIBUTE) instanceof HalfSignedIn half
            && half.since.plus(LONGEST).isAfter(Instant.now())
        ? Optional.of(half)
        : Optional.empty();
  }
}
