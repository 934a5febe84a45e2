package org.concordat.server.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.identity.CurrentCaller;
import org.concordat.server.web.Surroundings.Csrf;
import org.concordat.server.web.Surroundings.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.util.WebUtils;

/** Finds out where a page will be shown. */
public final class SurroundingsFactory {
  static final String LANGUAGE = "language";
  static final String SCHEME = "scheme";

  /** The groups of the navigation that a script has found open, with points between them. */
  static final String MENU = "menu";

  /** Those that are open for whoever has not chosen yet. */
  private static final String USUAL_MENU = "decide.model";

  /** The request attribute, and the log's name, of a request's id. */
  public static final String REQUEST_ID = "concordat.request";

  private static final String NOTICE = "notice";

  private final Texts texts;
  private final AssetFiles assets;
  private final CurrentCaller currentCaller;
  private final List<NavigationItem> navigation;

  SurroundingsFactory(
      Texts texts,
      AssetFiles assets,
      CurrentCaller currentCaller,
      List<NavigationItem> navigation) {
    this.texts = texts;
    this.assets = assets;
    this.currentCaller = currentCaller;
    this.navigation =
        navigation.stream().sorted(Comparator.comparingInt(NavigationItem::order)).toList();
  }

  /** The surroundings of the page that answers a request. */
  public Surroundings of(HttpServletRequest request) {
    Locale locale = locale(request);
    return new Surroundings(
        texts,
        assets,
        locale,
        currentCaller.find().orElse(null),
        request.getRequestURI(),
        csrf(request),
        notice(request, locale),
        navigation,
        Set.copyOf(List.of(cookie(request, MENU).orElse(USUAL_MENU).split("\\.", -1))),
        ColourScheme.of(cookie(request, SCHEME).orElse("")),
        requestId(request));
  }

  /** The id of a request; the same for as long as it lasts. */
  public static String requestId(HttpServletRequest request) {
    Object id = request.getAttribute(REQUEST_ID);
    if (id instanceof String known) {
      return known;
    }
    String fresh = UUID.randomUUID().toString();
    request.setAttribute(REQUEST_ID, fresh);
    return fresh;
  }

  /** The language that the reader has chosen, or else one that the browser asks for. */
  public Locale locale(HttpServletRequest request) {
    Optional<String> chosen = cookie(request, LANGUAGE).filter(texts.languages()::contains);
    if (chosen.isPresent()) {
      return Locale.forLanguageTag(chosen.get());
    }
    for (Locale wanted : Collections.list(request.getLocales())) {
      if (texts.languages().contains(wanted.getLanguage())) {
        return wanted;
      }
    }
    return Locale.ENGLISH;
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
  }

  private static Csrf csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Csrf(token.getParameterName(), token.getToken())
        : new Csrf("_csrf", "");
  }

  private @Nullable Notice notice(HttpServletRequest request, Locale locale) {
    Map<String, ?> flash = RequestContextUtils.getInputFlashMap(request);
    if (flash == null || !(flash.get(NOTICE) instanceof SavedNotice saved)) {
      return null;
    }
    return new Notice(
        texts.text(saved.key, locale, saved.values.toArray()),
        saved.link,
        saved.linkKey == null ? null : texts.text(saved.linkKey, locale));
  }

  /** Keeps what a redirect says for the page that it leads to. */
  static void keep(Redirect.Saying saying, HttpServletRequest request) {
    RequestContextUtils.getOutputFlashMap(request)
        .put(
            NOTICE,
            new SavedNotice(
                saying.key(), new ArrayList<>(saying.values()), saying.link(), saying.linkKey()));
  }

  /** A notice as the session keeps it. */
  private record SavedNotice(
      String key, ArrayList<Object> values, @Nullable String link, @Nullable String linkKey)
      implements Serializable {}
}
