package org.concordat.server.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.concordat.server.web.SurroundingsFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every answer of the API the request's id, and makes problems of the errors of other
 * filters.
 */
final class ApiFilter extends OncePerRequestFilter {
  /** The header with the request's id. */
  static final String REQUEST_ID = "Request-Id";

  static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !isApi(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(REQUEST_ID, SurroundingsFactory.requestId(request));
    try {
      chain.doFilter(request, new Response(request, response));
    } catch (RuntimeException e) {
      // Of another filter; what handlers throw does not come so far.
      if (response.isCommitted()) {
        throw e;
      }
      ProblemResolver.write(ProblemResolver.failed(e, request), request, response);
    }
  }

  /** Answers errors itself instead of leaving them to the error page. */
  private static final class Response extends HttpServletResponseWrapper {
    private final HttpServletRequest request;

    Response(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
      Problem problem =
          status == SC_UNAUTHORIZED
              ? ProblemResolver.unauthenticated(request)
              : Problem.of(Problem.Kind.of(status), "The request was refused");
      ProblemResolver.write(problem, request, this);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      sendError(status);
    }
  }
}
