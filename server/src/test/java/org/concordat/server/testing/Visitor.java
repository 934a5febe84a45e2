package org.concordat.server.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser of their own: keeps cookies, sends forms with the hidden field. */
public final class Visitor {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  private final URI address;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /** A visitor of a server who has not been there before. */
  public Visitor(RunningServer server) {
    address = server.address();
  }

  /** The same browser at another server. */
  public Visitor(RunningServer server, Visitor before) {
    this(server);
    before
        .cookies
        .getCookieStore()
        .getCookies()
        .forEach(cookie -> cookies.getCookieStore().add(address, cookie));
  }

  /** The same visitor with a cookie of any making. */
  public Visitor withCookie(String name, String value) {
    HttpCookie cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookies.getCookieStore().add(address, cookie);
    return this;
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(address.resolve(path)));
  }

  /** Sends a form with the hidden field that the sign-in page gives; names and values by turns. */
  public HttpResponse<String> post(String path, String... fields) {
    Matcher token = CSRF.matcher(get("/sign-in").body());
    String csrf = token.find() ? token.group(1) : "";
    StringBuilder form = new StringBuilder("_csrf=" + encoded(csrf));
    for (int i = 0; i < fields.length; i += 2) {
      form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
    }
    return postRaw(path, form.toString());
  }

  /** Sends a form as it stands. */
  public HttpResponse<String> postRaw(String path, String form) {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Sends any request. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The value of a cookie, or nothing. */
  public String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  public URI address(String path) {
    return address.resolve(path);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
