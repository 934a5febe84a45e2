package org.concordat.server.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.concordat.server.identity.CurrentCaller;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers of the API their {@link Call} and the part of a list that is asked for. */
final class ApiArguments implements HandlerMethodArgumentResolver {
  private final CurrentCaller currentCaller;

  ApiArguments(CurrentCaller currentCaller) {
    this.currentCaller = currentCaller;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Call.class
        || parameter.getParameterType() == Paging.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request =
        Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
    if (parameter.getParameterType() == Paging.class) {
      return Paging.of(request);
    }
    return currentCaller
        .find()
        .map(caller -> new Call(caller, request))
        .orElseThrow(() -> new IllegalStateException("an open handler takes no caller"));
  }
}
