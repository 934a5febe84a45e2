package org.concordat.server.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.database.Ids;
import org.springframework.session.FindByIndexNameSessionRepository;

/**
 * What a session remembers: who signed in, when, and with what. What they may do is read from the
 * database with every request.
 *
 * @param id names the session to its owner; it proves nothing, unlike the session's own id
 * @param agent what the browser calls itself
 */
public record SignedIn(UUID tenant, UUID account, Instant since, UUID id, String agent)
    implements Serializable {
  /** A session ends at the latest after this time. */
  public static final Duration LONGEST = Duration.ofHours(12);

  /** So long after signing in somebody may change how they sign in. */
  public static final Duration FRESH = Duration.ofMinutes(15);

  static final String ATTRIBUTE = "concordat.signed-in";

  private static final int LONGEST_AGENT = 400;

  /** Begins a session; one that the browser had before ends, so that nobody can prepare one. */
  public static void begin(HttpServletRequest request, UUID tenant, UUID account) {
    HttpSession session = anew(request);
    session.setAttribute(
        ATTRIBUTE, new SignedIn(tenant, account, Instant.now(), Ids.next(), agent(request)));
    FormTokens.begin(session);
    session.setAttribute(
        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, principal(tenant, account));
  }

  /** A session with nothing in it, under an id that nobody has seen. */
  static HttpSession anew(HttpServletRequest request) {
    end(request);
    return request.getSession(true);
  }

  private static String agent(HttpServletRequest request) {
    String agent = request.getHeader("User-Agent");
    return agent == null ? "" : agent.substring(0, Math.min(agent.length(), LONGEST_AGENT));
  }

  /** How the sessions of an account are found. */
  static String principal(UUID tenant, UUID account) {
    return tenant + "/" + account;
  }

  /** Ends the session. */
  public static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** What the session of a request remembers, or empty when nobody is signed in. */
  public static Optional<SignedIn> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof SignedIn signedIn
        ? Optional.of(signedIn).filter(SignedIn::lasts)
        : Optional.empty();
  }

  /** Whether it is not over; one that an earlier release began is. */
  @SuppressWarnings("ConstantValue") // what was stored without an id has none
  boolean lasts() {
    return id != null && since.plus(LONGEST).isAfter(Instant.now());
  }

  /** Whether somebody has proved who they are a moment ago. */
  public static boolean isFresh(HttpServletRequest request) {
    return of(request).filter(one -> one.since.plus(FRESH).isAfter(Instant.now())).isPresent();
  }
}
