package org.concordat.server.web;

import java.time.Duration;
import org.concordat.server.identity.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the reader's choice of language and colours in cookies. */
@Controller
class PreferencesController {
  private static final Duration KEPT = Duration.ofDays(365);

  private final Texts texts;

  PreferencesController(Texts texts) {
    this.texts = texts;
  }

  @PostMapping("/preferences")
  @OpenToAll(because = "the sign-in page has languages and colours too")
  ResponseEntity<Void> choose(
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String scheme,
      @RequestParam(defaultValue = "/") String back) {
    HttpHeaders headers = new HttpHeaders();
    if (language != null && texts.languages().contains(language)) {
      headers.add(HttpHeaders.SET_COOKIE, cookie(SurroundingsFactory.LANGUAGE, language));
    }
    if (scheme != null) {
      headers.add(
          HttpHeaders.SET_COOKIE,
          cookie(SurroundingsFactory.SCHEME, ColourScheme.of(scheme).word()));
    }
    headers.add(HttpHeaders.LOCATION, isLocal(back) ? back : "/");
    return ResponseEntity.status(HttpStatus.SEE_OTHER).headers(headers).build();
  }

  private static boolean isLocal(String path) {
    return path.startsWith("/")
        && !path.startsWith("//")
        && path.chars().noneMatch(c -> c == '\\' || c < ' ');
  }

  private static String cookie(String name, String value) {
    return ResponseCookie.from(name, value)
        .path("/")
        .maxAge(KEPT)
        .httpOnly(true)
        .sameSite("Lax")
        .build()
        .toString();
  }
}
