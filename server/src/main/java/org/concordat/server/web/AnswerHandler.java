package org.concordat.server.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Writes the pages and redirects that handlers answer. */
public final class AnswerHandler implements HandlerMethodReturnValueHandler {
  /** The header of a request for a part of a page. */
  private static final String UPDATE = "HX-Request";

  private final TemplateEngine templates;
  private final SurroundingsFactory surroundings;

  AnswerHandler(TemplateEngine templates, SurroundingsFactory surroundings) {
    this.templates = templates;
    this.surroundings = surroundings;
  }

  @Override
  public boolean supportsReturnType(MethodParameter returnType) {
    return Answer.class.isAssignableFrom(returnType.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter returnType,
      ModelAndViewContainer container,
      NativeWebRequest webRequest)
      throws IOException {
    container.setRequestHandled(true);
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    HttpServletResponse response = webRequest.getNativeResponse(HttpServletResponse.class);
    if (request == null || response == null) {
      throw new IllegalStateException("pages are for HTTP alone");
    }
    switch ((Answer) Objects.requireNonNull(value)) {
      case PageModel page -> write(page, request, response);
      case Redirect redirect -> send(redirect, request, response);
    }
  }

  /** Renders a page into the response. */
  void write(PageModel page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StringOutput output = new StringOutput(16_384);
    String fragment = fragment(page, request);
    templates.render(
        (fragment == null ? page.template() : fragment) + ".jte",
        Map.of("here", surroundings.of(request), "page", page),
        output);
    response.addHeader("Vary", UPDATE);
    if (fragment != null) {
      tellAddress(page, request, response);
    }
    byte[] bytes = output.toString().getBytes(StandardCharsets.UTF_8);
    response.setStatus(page.status());
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /** The template of the part that a script asks for, or null for the whole page. */
  private static @Nullable String fragment(PageModel page, HttpServletRequest request) {
    String target = request.getHeader("HX-Target");
    boolean whole =
        request.getHeader(UPDATE) == null
            || request.getHeader("HX-History-Restore-Request") != null
            || target == null;
    return whole ? null : page.fragment(target);
  }

  /** Where a form has asked in other words than the page's own address, the browser is told. */
  private static void tellAddress(
      PageModel page, HttpServletRequest request, HttpServletResponse response) {
    String address = page.address();
    String asked = request.getRequestURI() + "?" + request.getQueryString();
    if (address != null && !address.equals(asked)) {
      response.setHeader("HX-Replace-Url", address);
    }
  }

  private static void send(
      Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
    if (redirect.saying() != null) {
      SurroundingsFactory.keep(redirect.saying(), request);
      RequestContextUtils.saveOutputFlashMap(redirect.path(), request, response);
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", redirect.path());
  }
}
