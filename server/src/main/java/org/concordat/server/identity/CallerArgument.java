package org.concordat.server.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives handlers that take a {@link Caller} the present one. */
final class CallerArgument implements HandlerMethodArgumentResolver {
  private final CurrentCaller currentCaller;

  CallerArgument(CurrentCaller currentCaller) {
    this.currentCaller = currentCaller;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Caller resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return currentCaller
        .find()
        .orElseThrow(() -> new IllegalStateException("an open handler takes no caller"));
  }
}
