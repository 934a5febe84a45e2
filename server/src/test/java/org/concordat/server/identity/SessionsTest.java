package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.workspace.Organisation;
import org.concordat.core.workspace.Workspace;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.testing.People;
import org.concordat.server.testing.People.Person;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;

/** Where somebody is signed in, and how browsers keep that. */
class SessionsTest {
  private static final Pattern END =
      Pattern.compile("action=\"(/account/sessions/[0-9a-f-]{36}/end)\"");

  private final RunningServer server = RunningServer.shared();
  private final People people =
      new People(server, Workspace.empty(new Organisation("acme", "Acme", null)));
  private final Person anna = people.person(Role.SECURITY_OFFICER);

  private static boolean isIn(Visitor visitor) {
    return visitor.get("/account").statusCode() == 200;
  }

  private Visitor firefox() {
    Visitor visitor = new Visitor(server);
    Matcher token =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"")
            .matcher(visitor.get("/sign-in").body());
    assertThat(token.find()).isTrue();
    visitor.send(
        HttpRequest.newBuilder(visitor.address("/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(
                "User-Agent",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0")
            .POST(BodyPublishers.ofString(form(token.group(1)))));
    assertThat(isIn(visitor)).isTrue();
    return visitor;
  }

  private String form(String csrf) {
    return "_csrf="
        + csrf
        + "&email="
        + anna.email()
        + "&password="
        + People.PASSWORD.replace(' ', '+')
        + "&organisation="
        + people.tenant();
  }

  /** The ways to end the other sessions that a page offers; the present one comes first. */
  private static List<String> others(Visitor visitor) {
    return END.matcher(visitor.get("/account").body())
        .results()
        .map(found -> found.group(1))
        .skip(1)
        .toList();
  }

  @Test
  void a_person_sees_their_sessions_in_plain_words_and_ends_one() {
    Visitor here = people.signedIn(anna);
    Visitor there = firefox();
    assertThat(here.get("/account").body()).contains("Firefox on Windows");
    assertThat(others(here)).hasSize(1);

    here.post(others(here).getFirst());

    assertThat(isIn(there)).isFalse();
    assertThat(isIn(here)).isTrue();
    assertThat(others(here)).isEmpty();
  }

  @Test
  void all_others_end_at_once_and_on_every_server() {
    Visitor here = people.signedIn(anna);
    Visitor second = people.signedIn(anna);
    Visitor third = people.signedIn(anna);

    here.post("/account/sessions/end");

    assertThat(isIn(here)).isTrue();
    assertThat(isIn(second)).isFalse();
    assertThat(isIn(third)).isFalse();
  }

  @Test
  void nobody_ends_or_sees_a_session_of_somebody_else() {
    Visitor here = people.signedIn(anna);
    Visitor there = people.signedIn(anna);
    Visitor stranger = people.signedIn(people.person(Role.ADMINISTRATOR));
    assertThat(others(stranger)).isEmpty();

    stranger.post(others(here).getFirst());
    stranger.post("/account/sessions/" + UUID.randomUUID() + "/end");

    assertThat(isIn(there)).isTrue();
  }

  @Test
  void another_password_ends_the_other_sessions_and_renews_this_one() {
    Visitor here = people.signedIn(anna);
    Visitor there = people.signedIn(anna);
    String before = here.cookie("session");

    here.post(
        "/account/password",
        "present",
        People.PASSWORD,
        "password",
        "another horse battery",
        "repeated",
        "another horse battery");

    assertThat(isIn(here)).isTrue();
    assertThat(isIn(there)).isFalse();
    assertThat(isIn(new Visitor(server).withCookie("session", before))).isFalse();
    assertThat(others(here)).isEmpty();
  }

  @Test
  void an_address_without_an_account_takes_as_long_as_a_wrong_password() {
    Accounts accounts = server.part(Accounts.class);
    long wrong = fastest(() -> accounts.proven(people.tenant(), anna.email(), "wrong wrong wrong"));
    long nobody =
        fastest(() -> accounts.proven(people.tenant(), "nobody@example.org", "wrong wrong wrong"));

    assertThat(nobody).isBetween(wrong / 2, wrong * 2);
  }

  /** In nanoseconds; the fastest of several is what a machine under load disturbs least. */
  private static long fastest(Runnable work) {
    long fastest = Duration.ofMinutes(1).toNanos();
    for (int i = 0; i < 7; i++) {
      long start = System.nanoTime();
      work.run();
      fastest = Math.min(fastest, System.nanoTime() - start);
    }
    return fastest;
  }

  @Test
  void cookies_go_over_https_alone_when_the_public_address_is_https() throws Exception {
    RunningServer behindProxy =
        RunningServer.start(
            TestDatabase.shared(), Map.of("concordat.address", "https://concordat.example.org"));
    try (HttpClient http = HttpClient.newBuilder().cookieHandler(new NoCookies()).build()) {
      URI signIn = behindProxy.address().resolve("/sign-in");
      var page = http.send(HttpRequest.newBuilder(signIn).build(), BodyHandlers.ofString());
      String csrf = setCookie(page, "__Host-csrf");
      Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"").matcher(page.body());
      assertThat(token.find()).isTrue();

      var signedIn =
          http.send(
              HttpRequest.newBuilder(signIn)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("Cookie", csrf.replaceAll(";.*", ""))
                  .POST(BodyPublishers.ofString(form(token.group(1))))
                  .build(),
              BodyHandlers.ofString());

      assertThat(signedIn.statusCode()).isEqualTo(303);
      for (String cookie : List.of(csrf, setCookie(signedIn, "__Host-session"))) {
        assertThat(cookie)
            .contains("Secure")
            .contains("HttpOnly")
            .contains("SameSite=Lax")
            .contains("Path=/;")
            .doesNotContain("Domain");
      }
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
    } finally {
      behindProxy.stop();
    }
  }

  private static String setCookie(HttpResponse<?> response, String name) {
    return response.headers().allValues("Set-Cookie").stream()
            .filter(cookie -> cookie.startsWith(name + "="))
            .findFirst()
            .orElseThrow(() -> new AssertionError(name + " in " + response.headers().map()))
        + ";";
  }

  /** Java's own keeper of cookies would refuse to send those for https. */
  private static final class NoCookies extends CookieHandler {
    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
      return Map.of();
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) {}
  }
}
