package org.concordat.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A real Keycloak, with two realms, that the build has fetched and unpacked. */
public final class Keycloak implements AutoCloseable {
  /** The password of everybody there. */
  public static final String PASSWORD = "at the provider";

  /** The secret of every client there. */
  public static final String SECRET = "the-secret-of-the-client";

  private static final Path HOME = Path.of("target/keycloak/keycloak-26.7.3");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"id_token\":\"([^\"]+)\"");

  private final Process process;
  private final int port;

  private Keycloak(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one, and waits until it answers.
   *
   * @param realms the realms by name, as Keycloak imports them
   */
  public static Keycloak start(Map<String, String> realms) throws IOException {
    assertThat(HOME.resolve("lib/quarkus/quarkus-application.dat"))
        .as("the build unpacks Keycloak; where a start was cut off, remove target first")
        .exists();
    Path imports = Files.createDirectories(HOME.resolve("data/import"));
    for (var realm : realms.entrySet()) {
      Files.writeString(imports.resolve(realm.getKey() + ".json"), realm.getValue());
    }
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            "/bin/sh",
            HOME.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--db=dev-mem",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--http-management-port=0",
            "--cache=local");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    builder.redirectErrorStream(true).redirectOutput(Path.of("target/keycloak.log").toFile());
    Keycloak keycloak = new Keycloak(builder.start(), port);
    for (String realm : realms.keySet()) {
      keycloak.await(realm);
    }
    return keycloak;
  }

  private void await(String realm) {
    Instant last = Instant.now().plus(PATIENCE);
    URI asked = URI.create(issuer(realm) + "/.well-known/openid-configuration");
    while (Instant.now().isBefore(last) && process.isAlive()) {
      try (HttpClient http = HttpClient.newHttpClient()) {
        if (http.send(HttpRequest.newBuilder(asked).build(), BodyHandlers.discarding()).statusCode()
            == 200) {
          return;
        }
        Thread.sleep(200);
      } catch (IOException e) {
        pause();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    close();
    throw new IllegalStateException("Keycloak did not start; see target/keycloak.log");
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How a realm calls itself. */
  public String issuer(String realm) {
    return "http://localhost:" + port + "/realms/" + realm;
  }

  /**
   * Signs somebody in where a server has sent them.
   *
   * @return where the realm sends them back to
   */
  public URI signIn(URI authorization, String user) throws IOException, InterruptedException {
    try (HttpClient http =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()) {
      HttpResponse<String> page =
          http.send(HttpRequest.newBuilder(authorization).build(), BodyHandlers.ofString());
      // Java's own keeper of cookies sends secure ones by https alone; browsers trust localhost.
      String cookies =
          page.headers().allValues("Set-Cookie").stream()
              .map(cookie -> cookie.replaceAll(";.*", ""))
              .collect(Collectors.joining("; "));
      Matcher form = FORM.matcher(page.body());
      assertThat(form.find()).as(page.statusCode() + " " + page.body()).isTrue();
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                  .header("Cookie", cookies)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString(
                          "username=" + user + "&password=" + encoded(PASSWORD)))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
      return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }
  }

  /** An ID token that a realm makes for a client without us. */
  public String idToken(String realm, String client, String user)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/token"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString(
                          "grant_type=password&scope=openid&client_id="
                              + client
                              + "&client_secret="
                              + SECRET
                              + "&username="
                              + user
                              + "&password="
                              + encoded(PASSWORD)))
                  .build(),
              BodyHandlers.ofString());
      Matcher token = TOKEN.matcher(answer.body());
      assertThat(token.find()).as(answer.body()).isTrue();
      return token.group(1);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
