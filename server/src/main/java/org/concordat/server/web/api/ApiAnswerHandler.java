package org.concordat.server.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;

/** Writes what handlers of the API answer. */
final class ApiAnswerHandler implements HandlerMethodReturnValueHandler {
  @Override
  public boolean supportsReturnType(MethodParameter returnType) {
    return returnType.getParameterType() == ApiAnswer.class;
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter returnType,
      ModelAndViewContainer container,
      NativeWebRequest webRequest)
      throws IOException {
    container.setRequestHandled(true);
    ApiAnswer answer = (ApiAnswer) Objects.requireNonNull(value);
    HttpServletRequest request =
        Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
    HttpServletResponse response =
        Objects.requireNonNull(webRequest.getNativeResponse(HttpServletResponse.class));
    answer.headers().forEach(response::setHeader);
    String tag = answer.tag();
    if (tag != null) {
      response.setHeader("ETag", "\"" + tag + "\"");
      response.setHeader("Cache-Control", "private, no-cache");
      if (isRead(request) && Precondition.isKnown(request, tag)) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
    }
    if (tag != null && !isRead(request) && Call.prefersMinimal(request)) {
      response.setHeader("Preference-Applied", "return=minimal");
      response.setStatus(answer.status() == 200 ? 204 : answer.status());
      return;
    }
    response.setStatus(answer.status());
    switch (answer.body()) {
      case ApiAnswer.Nothing() -> {}
      case ApiAnswer.Json(var json) -> write(json, "application/json", response);
      case ApiAnswer.Written(var mediaType, var writer) -> {
        response.setContentType(mediaType);
        writer.write(response.getOutputStream());
      }
    }
  }

  private static boolean isRead(HttpServletRequest request) {
    return Set.of("GET", "HEAD").contains(request.getMethod());
  }

  static void write(JsonNode json, String mediaType, HttpServletResponse response)
      throws IOException {
    byte[] bytes = JsonBody.MAPPER.writeValueAsBytes(json);
    response.setContentType(mediaType);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
