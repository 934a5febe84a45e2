package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
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

/** Somebody who uses the pages of a server without a browser, in a session of their own. */
final class WebVisitor {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();

  /** Makes an account by a personal link, and is signed in then. */
  static WebVisitor welcomed(URI link, String fields) throws IOException, InterruptedException {
    WebVisitor visitor = new WebVisitor();
    String password = "password=correct+horse+battery&repeated=correct+horse+battery";
    HttpResponse<String> entered = visitor.post(link, visitor.csrf(link), fields + "&" + password);
    assertThat(entered.statusCode()).isEqualTo(303);
    return visitor;
  }

  HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(URI address, String csrf, String form)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    form + "&_csrf=" + URLEncoder.encode(csrf, StandardCharsets.UTF_8)))
            .build(),
        BodyHandlers.ofString());
  }

  /** What the forms of a page carry against forgery. */
  String csrf(URI page) throws IOException, InterruptedException {
    return found(CSRF, get(page).body());
  }

  /** What a form's answer holds. */
  String answered(URI page, URI action, String form, Pattern pattern)
      throws IOException, InterruptedException {
    return found(pattern, post(action, csrf(page), form).body());
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }
}
