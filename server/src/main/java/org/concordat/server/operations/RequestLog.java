package org.concordat.server.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.concordat.server.web.SurroundingsFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Puts the request's id beside every line that is logged meanwhile, and into the answer; tells of
 * requests that took long. Addresses are never logged as they are, for some hold secrets: the route
 * is, such as {@code /welcome/{link}}.
 */
final class RequestLog extends OncePerRequestFilter {
  /** The name that logs have the id under. */
  static final String NAME = "request";

  /** A request that takes longer than this is told of. */
  private static final Duration LONG = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = SurroundingsFactory.requestId(request);
    response.setHeader("X-Request-Id", id);
    MDC.put(NAME, id);
    long begin = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      Duration taken = Duration.ofNanos(System.nanoTime() - begin);
      if (taken.compareTo(LONG) > 0) {
        LOG.info(
            "{} {} answered {} after {} ms",
            request.getMethod(),
            route(request),
            response.getStatus(),
            taken.toMillis());
      }
      MDC.remove(NAME);
    }
  }

  private static Object route(HttpServletRequest request) {
    Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return route == null ? "(no route)" : route;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return true;
  }
}
