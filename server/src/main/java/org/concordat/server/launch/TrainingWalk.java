package org.concordat.server.launch;

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
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody's first day on a server that only trains: enters by the first administrator's link and
 * looks at the pages that are used most, again and again. So Java learns which classes a server
 * needs and which methods it runs often, and keeps both for later starts.
 */
final class TrainingWalk implements AutoCloseable {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
  private static final Pattern REASON = Pattern.compile("href=\"(/priorities/[^\"?/]+/[^\"?]+)\"");
  private static final String PASSWORD = "only for this training";
  private static final List<String> OPEN = List.of("/actuator/health", "/", "/sign-in", "/nowhere");
  private static final List<String> PAGES =
      List.of(
          "/",
          "/assets?q=claim&sort=name",
          "/assets?sort=-need",
          "/assets",
          "/priorities?q=claim",
          "/priorities",
          "/impacts",
          "/dependencies",
          "/factors",
          "/import",
          "/history",
          "/people");

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .cookieHandler(new CookieManager())
          .build();
  private String token = "";

  /** A walk through the server at an address. */
  TrainingWalk(URI address) {
    this.address = address;
  }

  /**
   * Walks.
   *
   * @param link makes the first administrator; without it, for whoever signs in at a provider needs
   *     none, the walk ends at the pages that everybody may see
   * @param rounds how often to look at each page
   * @throws IOException when the server does not answer, or otherwise than with a page
   */
  void walk(Optional<URI> link, int rounds) throws IOException, InterruptedException {
    for (String path : OPEN) {
      get(path);
    }
    if (link.isPresent()) {
      enter(link.get());
      look(rounds);
    }
  }

  private void enter(URI link) throws IOException, InterruptedException {
    shown(link.getPath());
    submit(
        link.getPath(),
        "email",
        "training@localhost.example",
        "name",
        "Training",
        "password",
        PASSWORD,
        "repeated",
        PASSWORD);
  }

  private void look(int rounds) throws IOException, InterruptedException {
    for (int round = 0; round < rounds; round++) {
      for (String path : PAGES) {
        shown(path);
      }
      Matcher reason = REASON.matcher(shown("/priorities"));
      if (reason.find()) {
        shown(reason.group(1));
      }
      submit("/assets", "name", "Asset of round " + round, "kind", "TECHNICAL");
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)));
  }

  private String shown(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    if (!response.uri().getPath().equals(address.resolve(path).getPath())) {
      throw new IOException(path + " led to " + response.uri().getPath());
    }
    return page(path, response);
  }

  private void submit(String path, String... fields) throws IOException, InterruptedException {
    StringBuilder form = new StringBuilder("_csrf=" + encoded(token));
    for (int i = 0; i < fields.length; i += 2) {
      form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
    }
    page(
        path,
        send(
            HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))));
  }

  private static String page(String path, HttpResponse<String> response) throws IOException {
    if (response.statusCode() != 200) {
      throw new IOException(path + " answered " + response.statusCode());
    }
    return response.body();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    Matcher found = CSRF.matcher(response.body());
    if (found.find()) {
      token = found.group(1);
    }
    return response;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
