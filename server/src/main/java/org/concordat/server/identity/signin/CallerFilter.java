package org.concordat.server.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.concordat.server.identity.Caller;
import org.concordat.server.identity.CallerAuthentication;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.ApiTokens;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who makes a request: for the API by a bearer token alone, for pages by the session
 * alone. So no foreign page can make a browser call the API, and no token opens pages.
 */
final class CallerFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";

  private final Accounts accounts;
  private final ApiTokens tokens;

  CallerFilter(Accounts accounts, ApiTokens tokens) {
    this.accounts = accounts;
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    caller(request).map(CallerAuthentication::new).ifPresent(context::setAuthentication);
    SecurityContextHolder.setContext(context);
    try {
      chain.doFilter(request, response);
    } finally {
      SecurityContextHolder.clearContext();
    }
  }

  /** Errors are told with the navigation of whoever made them. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private Optional<Caller> caller(HttpServletRequest request) {
    if (isStatic(request)) {
      return Optional.empty();
    }
    if (isForPrograms(request)) {
      String header = request.getHeader("Authorization");
      return header != null && header.startsWith(BEARER)
          ? tokens.caller(header.substring(BEARER.length()).strip())
          : Optional.empty();
    }
    return SignedIn.of(request)
        .flatMap(session -> accounts.caller(session.tenant(), session.account(), session.since()));
  }

  static boolean isForPrograms(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  private static boolean isStatic(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/static/");
  }
}
