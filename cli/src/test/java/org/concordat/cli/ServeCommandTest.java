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
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as a stranger starts it: a process of its own with a database of its own. */
@Timeout(180)
class ServeCommandTest {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

  @TempDir private Path folder;

  private Served start(String command) throws IOException {
    return Served.start(command, folder.resolve("data"));
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request)
      throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void what_was_acknowledged_survives_a_kill_and_the_link_is_given_until_it_is_used()
      throws Exception {
    try (Served first = start("demo");
        HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
      assertThat(first.said()).anyMatch(line -> line.contains("/welcome/"));
      URI link = URI.create(first.link());
      Matcher token = CSRF.matcher(send(http, HttpRequest.newBuilder(link)).body());
      assertThat(token.find()).isTrue();

      int status =
          send(
                  http,
                  HttpRequest.newBuilder(link)
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(
                          BodyPublishers.ofString(
                              "email=anna@example.org&name=Anna&password=correct+horse+battery"
                                  + "&repeated=correct+horse+battery&_csrf="
                                  + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))))
              .statusCode();

      assertThat(status).isEqualTo(303);
      assertThat(send(http, HttpRequest.newBuilder(first.address())).body())
          .contains("ArchiSurance");
      first.process().destroyForcibly().waitFor();
    }

    try (Served second = start("serve")) {
      assertThat(second.address().getHost()).isEqualTo("localhost");
      assertThat(second.link()).as("there is an administrator").isEmpty();

      second.process().destroy();
      assertThat(second.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(
            ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(folder.toString()))
                .toList())
        .as("no process is left behind")
        .isEmpty();
  }

  @Test
  void wrong_settings_are_told_before_anything_starts() {
    Shell shell = new Shell();

    assertThat(shell.run("serve", "--port", "99999").status()).isEqualTo(2);
  }
}
