package org.concordat.server.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The tokens that forms carry. Whoever is signed in has one that belongs to the session, begins and
 * ends with it; so one that was planted before, or copied from an earlier session, opens nothing.
 * Before that, a cookie holds one.
 */
final class FormTokens implements CsrfTokenRepository {
  private static final String ATTRIBUTE = "concordat.form-token";
  private static final String HEADER = "X-XSRF-TOKEN";
  private static final String FIELD = "_csrf";

  private final CookieCsrfTokenRepository before;

  /** Tokens of which a cookie holds those before signing in. */
  FormTokens(CookieCsrfTokenRepository before) {
    this.before = before;
  }

  /** Gives a new session its token. */
  static void begin(HttpSession session) {
    session.setAttribute(ATTRIBUTE, UUID.randomUUID().toString());
  }

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return new DefaultCsrfToken(HEADER, FIELD, UUID.randomUUID().toString());
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (SignedIn.of(request).isEmpty()) {
      before.saveToken(token, request, response);
    } else if (token == null) {
      request.getSession().removeAttribute(ATTRIBUTE);
    } else {
      request.getSession().setAttribute(ATTRIBUTE, token.getToken());
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    if (SignedIn.of(request).isEmpty()) {
      return before.loadToken(request);
    }
    return request.getSession().getAttribute(ATTRIBUTE) instanceof String token
        ? new DefaultCsrfToken(HEADER, FIELD, token)
        : null;
  }
}
