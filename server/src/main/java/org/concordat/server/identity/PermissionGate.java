package org.concordat.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a request through to a handler that is open, or whose permission the caller has; everything
 * else is refused, a handler that names no permission to everybody.
 */
public final class PermissionGate implements HandlerInterceptor {
  /** Where somebody makes the second factor that they owe. */
  public static final String OWED_FACTOR = "/account/second-factor";

  private final CurrentCaller currentCaller;

  /** A gate that asks who is calling. */
  public PermissionGate(CurrentCaller currentCaller) {
    this.currentCaller = currentCaller;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)) {
      throw new AccessDeniedException("no handler");
    }
    if (method.hasMethodAnnotation(OpenToAll.class)) {
      return true;
    }
    Needs needs = method.getMethodAnnotation(Needs.class);
    if (needs == null) {
      throw new AccessDeniedException("the handler " + method.getShortLogMessage() + " is closed");
    }
    Caller caller =
        currentCaller
            .find()
            .orElseThrow(() -> new InsufficientAuthenticationException("nobody is signed in"));
    if (caller.owesFactor()) {
      if (!needs.towardsFactor()) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", OWED_FACTOR);
      }
      return needs.towardsFactor();
    }
    if (!caller.may(needs.value())) {
      throw new AccessDeniedException("needs " + needs.value());
    }
    return true;
  }
}
