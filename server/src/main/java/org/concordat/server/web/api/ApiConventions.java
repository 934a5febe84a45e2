package org.concordat.server.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.concordat.core.findings.NearestName;
import org.concordat.server.identity.CurrentCaller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * What holds for every handler of the API: no parameter that means nothing, and no account that
 * takes the server for itself.
 */
final class ApiConventions implements HandlerInterceptor {
  /** An account may have so many requests under way at a time, on each server. */
  static final int AT_A_TIME = 16;

  private static final String PLACE = ApiConventions.class.getName();

  private final CurrentCaller currentCaller;
  private final Map<UUID, Semaphore> places = new ConcurrentHashMap<>();
  private final Map<HandlerMethod, Set<String>> parameters = new ConcurrentHashMap<>();

  ApiConventions(CurrentCaller currentCaller) {
    this.currentCaller = currentCaller;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      checkParameters(request, method);
    }
    currentCaller
        .find()
        .ifPresent(
            caller -> {
              Semaphore place =
                  places.computeIfAbsent(caller.account(), _ -> new Semaphore(AT_A_TIME));
              if (!place.tryAcquire()) {
                throw Problem.of(
                        Problem.Kind.TOO_MANY_REQUESTS,
                        "An account has at most " + AT_A_TIME + " requests at a time")
                    .header("Retry-After", "1")
                    .failure();
              }
              request.setAttribute(PLACE, place);
            });
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (request.getAttribute(PLACE) instanceof Semaphore place) {
      place.release();
    }
  }

  private void checkParameters(HttpServletRequest request, HandlerMethod method) {
    Set<String> known = parameters.computeIfAbsent(method, ApiConventions::known);
    List<Errors.Entry> errors = new ArrayList<>();
    for (Map.Entry<String, String[]> given : request.getParameterMap().entrySet()) {
      String name = given.getKey();
      if (!known.contains(name)) {
        String remedy = NearestName.among(known).remedyFor(name);
        String there =
            known.isEmpty() ? "there are none here" : "there are " + String.join(", ", known);
        errors.add(new Errors.InAddress(name, "is unknown; " + (remedy == null ? there : remedy)));
      } else if (given.getValue().length > 1) {
        errors.add(new Errors.InAddress(name, "is given more than once"));
      } else if (!Utf8.isStorable(given.getValue()[0])) {
        errors.add(new Errors.InAddress(name, "holds a NUL or half of a character"));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.of(Problem.Kind.WRONG_PARAMETERS, "Some parameters mean nothing here", errors)
          .failure();
    }
  }

  /** The names of the query parameters that a handler takes. */
  static Set<String> known(HandlerMethod method) {
    Set<String> names = new TreeSet<>();
    for (MethodParameter parameter : method.getMethodParameters()) {
      RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
      if (annotation != null) {
        names.add(
            annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name());
      }
      if (parameter.getParameterType() == Paging.class) {
        names.addAll(Paging.NAMES);
      }
    }
    return names;
  }
}
