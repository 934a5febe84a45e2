package org.concordat.server.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.core.findings.Finding;
import org.concordat.core.findings.InvalidInput;
import org.concordat.server.web.SurroundingsFactory;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers whatever goes wrong in the API with a problem, and nothing of the server's inside. */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {
  /** Classes of what the database says when it is not there, full, or going away. */
  private static final Set<String> AWAY = Set.of("08", "53", "57");

  private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception exception) {
    if (!ApiFilter.isApi(request)) {
      return null;
    }
    if (response.isCommitted()) {
      LOG.warn(
          "request {} broke off: {}", SurroundingsFactory.requestId(request), exception.toString());
      return new ModelAndView();
    }
    Problem problem = problem(exception, request);
    try {
      response.resetBuffer();
      write(problem, request, response);
    } catch (IOException e) {
      LOG.debug("nobody waits for the problem", e);
    }
    return new ModelAndView();
  }

  static void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problem.headers().forEach(response::setHeader);
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(problem.kind().status());
    ApiAnswerHandler.write(
        problem.json(SurroundingsFactory.requestId(request)), Problem.MEDIA_TYPE, response);
  }

  private static Problem problem(Exception exception, HttpServletRequest request) {
    return switch (exception) {
      case ApiFailure failure -> failure.problem();
      case InvalidInput invalid ->
          Problem.of(
              Problem.Kind.INVALID,
              "What was sent cannot be used",
              invalid.findings().stream()
                  .limit(Errors.TOLD)
                  .map(Finding::message)
                  .<Errors.Entry>map(message -> new Errors.InBody("", message))
                  .toList());
      case AuthenticationException _ -> unauthenticated(request);
      case AccessDeniedException _ ->
          Problem.of(Problem.Kind.FORBIDDEN, "The token's permissions do not go so far");
      case HttpRequestMethodNotSupportedException e -> methodNotAllowed(e);
      case HttpMediaTypeNotAcceptableException e ->
          Problem.of(
              Problem.Kind.NOT_ACCEPTABLE, "It comes as " + types(e.getSupportedMediaTypes()));
      case HttpMediaTypeNotSupportedException e ->
          Problem.of(
              Problem.Kind.UNSUPPORTED_MEDIA_TYPE,
              "Send it as " + types(e.getSupportedMediaTypes()));
      case MissingServletRequestParameterException e ->
          Parameters.wrong(e.getParameterName(), "is missing").problem();
      case MethodArgumentTypeMismatchException e ->
          e.getParameter()
                  .hasParameterAnnotation(
                      org.springframework.web.bind.annotation.PathVariable.class)
              ? Parameters.notFound().problem()
              : Parameters.wrong(
                      e.getName(), "is no " + e.getParameter().getParameterType().getSimpleName())
                  .problem();
      case NoHandlerFoundException _, NoResourceFoundException _ ->
          Problem.of(Problem.Kind.NOT_FOUND, "The API has no such address");
      default -> failed(exception, request);
    };
  }

  /** The problem of what nobody foresaw; the log tells more. */
  static Problem failed(Exception exception, HttpServletRequest request) {
    LOG.error("request {} failed", SurroundingsFactory.requestId(request), exception);
    boolean away =
        exception instanceof DataAccessException database
            && AWAY.contains(database.sqlState().substring(0, 2));
    return away
        ? Problem.of(Problem.Kind.UNAVAILABLE, "The database does not answer")
            .header("Retry-After", "5")
        : Problem.of(Problem.Kind.FAILED, "The log tells more of this request");
  }

  /** No token is told apart from a wrong one only where the caller has sent one (RFC 6750, 3.1). */
  static Problem unauthenticated(HttpServletRequest request) {
    boolean sent = request.getHeader("Authorization") != null;
    return Problem.of(
            Problem.Kind.UNAUTHENTICATED,
            sent
                ? "The token is none, or over, or revoked"
                : "Send a token: Authorization: Bearer ccd_...")
        .header(
            "WWW-Authenticate",
            "Bearer realm=\"Concordat\"" + (sent ? ", error=\"invalid_token\"" : ""));
  }

  private static Problem methodNotAllowed(HttpRequestMethodNotSupportedException e) {
    Set<HttpMethod> allowed = Objects.requireNonNullElse(e.getSupportedHttpMethods(), Set.of());
    String methods =
        allowed.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    return Problem.of(Problem.Kind.METHOD_NOT_ALLOWED, "Here is " + methods)
        .header("Allow", methods);
  }

  private static String types(List<MediaType> types) {
    return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
  }
}
