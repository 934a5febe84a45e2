package org.concordat.server.agreements.scraping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the server may be sent by people who type addresses. */
class ScrapeGuardTest {
  private final ScrapeGuard guard =
      new ScrapeGuard(
          List.of("metrics.example.org", "*.probe.example.org", "db.example.org:9187"), false);

  private ScrapeProblem problem(String address) {
    return catchThrowableOfType(ScrapeFailure.class, () -> guard.checked(address)).problem();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://metrics.example.org/metrics",
        "http://METRICS.example.org.:8080/a?b=c",
        "https://a.b.probe.example.org/",
        "http://db.example.org:9187/metrics"
      })
  void what_the_administrator_lists_is_allowed(String address) {
    assertThatCode(() -> guard.checked(address)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "https://metrics.example.org.evil.example/",
        "https://xmetrics.example.org/",
        "https://probe.example.org/",
        "http://db.example.org/",
        "http://db.example.org:22/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/"
      })
  void everything_else_is_not(String address) {
    assertThat(problem(address)).isEqualTo(ScrapeProblem.HOST_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "metrics.example.org",
        "file:///etc/passwd",
        "ftp://metrics.example.org/",
        "gopher://metrics.example.org/",
        "jar:http://metrics.example.org/!/",
        "http://user:secret@metrics.example.org/",
        "http://evil.example@metrics.example.org/",
        "http:///metrics",
        "http://metrics.example.org/\r\nX: y",
        "http://metrics .example.org/"
      })
  void what_is_no_plain_address_of_the_web_is_refused(String address) {
    assertThat(problem(address)).isEqualTo(ScrapeProblem.NO_ADDRESS);
  }

  @Test
  void without_a_list_nothing_is_allowed() {
    ScrapeGuard none = new ScrapeGuard(List.of(), true);

    assertThat(none.allowsAny()).isFalse();
    assertThat(
            catchThrowableOfType(
                    ScrapeFailure.class, () -> none.checked("https://metrics.example.org/"))
                .problem())
        .isEqualTo(ScrapeProblem.HOST_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::"
      })
  void an_address_of_this_machine_or_its_link_is_known_in_every_spelling(String address)
      throws UnknownHostException {
    assertThat(ScrapeGuard.isLocal(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.1.2.3", "192.168.0.1", "203.0.113.7", "2001:db8::1", "fd00::1"})
  void others_are_not(String address) throws UnknownHostException {
    assertThat(ScrapeGuard.isLocal(InetAddress.getByName(address))).isFalse();
  }
}
