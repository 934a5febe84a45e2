package org.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.cli.Shell.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A private PostgreSQL, backed up while its server runs, and brought back elsewhere. */
@Timeout(300)
class BackupCommandTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  @TempDir private Path folder;

  private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request)
      throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static int post(HttpClient http, URI address, String form) throws Exception {
    Matcher token = CSRF.matcher(send(http, HttpRequest.newBuilder(address)).body());
    assertThat(token.find()).isTrue();
    return send(
            http,
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        form
                            + "&_csrf="
                            + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))))
        .statusCode();
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  @Test
  void a_running_server_is_backed_up_and_comes_back_in_another_directory() throws Exception {
    Path data = folder.resolve("data");
    Path file = folder.resolve("monday.backup");
    try (Served first = Served.start("demo", data);
        HttpClient http = browser()) {
      assertThat(
              post(
                  http,
                  URI.create(first.link()),
                  "email=anna@example.org&name=Anna&password=correct+horse+battery"
                      + "&repeated=correct+horse+battery"))
          .isEqualTo(303);

      Result backup = new Shell().run("backup", "--data", data, file);

      assertThat(backup.status()).as(backup.err()).isZero();
      assertThat(backup.err()).contains("Wrote " + file).doesNotContain("warning");
      Result early = new Shell().run("restore", "--data", data, file);
      assertThat(early.status()).isEqualTo(1);
      assertThat(early.err()).contains("Another Concordat");
      first.process().destroy();
      first.process().waitFor();
    }
    Result again = new Shell().run("backup", "--data", data, file);
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).contains("add --force");
    Result stopped = new Shell().run("backup", "--data", data, "--force", file);
    assertThat(stopped.status()).as(stopped.err()).isZero();

    Path copy = folder.resolve("copy");
    Result restored = new Shell().run("restore", "--data", copy, file);
    assertThat(restored.status()).as(restored.err()).isZero();
    assertThat(restored.err()).contains("The trail of ArchiSurance is sound");
    assertThat(Files.readString(copy.resolve("trail-key.pem")))
        .isEqualTo(Files.readString(data.resolve("trail-key.pem")));
    try (Served second = Served.start("serve", copy);
        HttpClient http = browser()) {
      assertThat(second.link()).as("there is an administrator").isEmpty();
      assertThat(
              post(
                  http,
                  second.address().resolve("/sign-in"),
                  "email=anna@example.org&password=correct+horse+battery"))
          .isEqualTo(303);
      assertThat(send(http, HttpRequest.newBuilder(second.address())).body())
          .contains("ArchiSurance");
      second.process().destroy();
      second.process().waitFor();
    }
    Result twice = new Shell().run("restore", "--data", copy, file);
    assertThat(twice.status()).isEqualTo(1);
    assertThat(twice.err()).contains("holds an organisation already");
  }

  @Test
  void where_there_is_nothing_to_back_up_or_restore_it_says_so() {
    Result nothing =
        new Shell().run("backup", "--data", folder.resolve("none"), folder.resolve("x.backup"));
    assertThat(nothing.status()).isEqualTo(1);
    assertThat(nothing.err()).contains("there is no database in").contains("--data");
    assertThat(folder.resolve("x.backup")).doesNotExist();

    Result missing =
        new Shell().run("restore", "--data", folder.resolve("new"), folder.resolve("x.backup"));
    assertThat(missing.status()).isEqualTo(1);
    assertThat(missing.err()).contains("there is no such file");
    assertThat(folder.resolve("new")).doesNotExist();
  }
}
