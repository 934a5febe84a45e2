package org.concordat.bench.load;

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
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser: keeps cookies, takes compressed pages as they come, sends forms. */
final class Person implements AutoCloseable {
  static final String PASSWORD = "correct horse battery";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private final URI address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private String csrf = "";

  Person(URI address) {
    this.address = address;
  }

  /** An answer; its text is complete. */
  record Page(int status, String location, String text) {}

  Page get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)).GET());
  }

  /** Sends a form; names and values by turns. */
  Page post(String path, String... fields) throws IOException, InterruptedException {
    StringBuilder form = new StringBuilder("_csrf=" + encoded(csrf));
    for (int i = 0; i < fields.length; i += 2) {
      form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
    }
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString())));
  }

  /** Sends a file. */
  Page upload(String path, String name, byte[] content) throws IOException, InterruptedException {
    String boundary = "x-concordat-load-x";
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(boundary, csrf, boundary, name);
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                BodyPublishers.ofByteArrays(
                    List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        content,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8)))));
  }

  private Page send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(request.timeout(LONGEST).build(), BodyHandlers.ofString());
    Matcher token = CSRF.matcher(response.body());
    if (token.find()) {
      csrf = token.group(1);
    }
    return new Page(
        response.statusCode(),
        response.headers().firstValue("Location").orElse(""),
        response.body());
  }

  /** Comes in by a link that makes an account. */
  void enter(URI link, String email, String name) throws IOException, InterruptedException {
    get(link.getPath());
    Page page =
        post(
            link.getPath(),
            "email",
            email,
            "name",
            name,
            "password",
            PASSWORD,
            "repeated",
            PASSWORD);
    if (page.status() != 303) {
      throw new IOException(name + " could not enter: " + page.status());
    }
  }

  /** Signs in anew. */
  void signIn(String email) throws IOException, InterruptedException {
    get("/sign-in");
    Page page = post("/sign-in", "email", email, "password", PASSWORD);
    if (page.status() != 303) {
      throw new IOException(email + " could not sign in: " + page.status());
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.close();
  }
}
