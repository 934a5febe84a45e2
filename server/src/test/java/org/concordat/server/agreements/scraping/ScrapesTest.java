package org.concordat.server.agreements.scraping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.concordat.server.database.schema.Tables.SCRAPE_STATE;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.concordat.core.agreements.evaluation.TargetEvaluation;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.agreements.Measurements;
import org.concordat.server.agreements.SampleAgreement;
import org.concordat.server.agreements.TwoUnits;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Measurements that the server fetches, from an exporter on this machine. */
class ScrapesTest {
  /** What the exporter answers. */
  private record Answer(int status, String type, String body) {}

  /** A clock that somebody else winds. */
  private static final class Wound extends Clock {
    Instant now = Clock.systemUTC().instant();

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, TwoUnits.workspace());
  private final TenantTransactions transactions = server.part(TenantTransactions.class);
  private final AtomicReference<Answer> answer = new AtomicReference<>();
  private final Wound clock = new Wound();
  private HttpServer exporter;

  @BeforeEach
  void start() {
    try {
      exporter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    exporter.createContext(
        "/metrics",
        exchange -> {
          Answer now = answer.get();
          byte[] body = now.body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", now.type);
          if (now.status == 302) {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/");
          }
          exchange.sendResponseHeaders(now.status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    exporter.start();
    SampleAgreement.inForce(
        transactions,
        people.tenant(),
        people.person(Role.SERVICE_OWNER).account(),
        SampleAgreement.document(
            "mortgages", "Mortgages", "brokering/availability", "core-banking", "new-products"));
  }

  @AfterEach
  void stop() {
    exporter.stop(0);
  }

  private Scrapes scrapes(boolean local) {
    ScrapeGuard guard = new ScrapeGuard(List.of("127.0.0.1"), local);
    return new Scrapes(
        transactions,
        server.part(Agreements.class),
        server.part(Measurements.class),
        guard,
        new Fetcher(guard, Duration.ofSeconds(2), 10_000),
        clock);
  }

  private String address() {
    return "http://127.0.0.1:" + exporter.getAddress().getPort() + "/metrics";
  }

  private void keep(Scrapes scrapes, String mapping) {
    ScrapeSource source = new ScrapeSource("exporter", address(), Duration.ofMinutes(1), mapping);
    assertThat(
            scrapes.keep(
                people.tenant(), Attribution.ofServer("test"), SampleAgreement.KEY, source))
        .isInstanceOf(Scrapes.Result.Kept.class);
    // Later than the server's own turns, which allow no host, while the clock here runs ahead.
    clock.now = clock.now.plusSeconds(300);
    transactions.write(
        people.tenant(),
        Attribution.ofServer("test"),
        sql ->
            sql.update(SCRAPE_STATE)
                .set(SCRAPE_STATE.DUE_AT, clock.now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  private void answers(int status, String type, String body) {
    answer.set(new Answer(status, type, body));
  }

  private void prometheus(String body) {
    answers(200, "text/plain; version=0.0.4", body);
  }

  private ScrapeSource.Outcome fetched(Scrapes scrapes) {
    clock.now = clock.now.plusSeconds(61);
    assertThat(scrapes.fetchDue(people.tenant())).isEqualTo(1);
    return scrapes.of(people.tenant(), SampleAgreement.KEY).getFirst().outcome();
  }

  private TargetEvaluation target(String id) {
    AgreementState state =
        server.part(Agreements.class).find(people.tenant(), SampleAgreement.KEY).orElseThrow();
    return server
        .part(Measurements.class)
        .evaluation(people.tenant(), SampleAgreement.KEY, state.dossier().current())
        .targets()
        .stream()
        .filter(each -> each.target().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private long records(String id) {
    return target(id).results().stream().mapToLong(result -> result.records()).sum();
  }

  @Test
  void a_counter_counts_what_it_grew_by_from_fetch_to_fetch_and_is_not_fetched_early() {
    Scrapes scrapes = scrapes(true);
    keep(scrapes, "errors = app_errors_total{app=\"broker\"}");

    prometheus("app_errors_total{app=\"broker\"} 5\napp_errors_total{app=\"other\"} 900\n");
    assertThat(fetched(scrapes).records()).isZero();
    prometheus("app_errors_total{app=\"broker\"} 8\napp_errors_total{app=\"other\"} 950\n");
    assertThat(fetched(scrapes).records()).isEqualTo(1);
    assertThat(scrapes.fetchDue(people.tenant())).isZero();
    assertThat(scrapes(true).fetchDue(people.tenant())).as("another server").isZero();

    assertThat(records("errors")).isEqualTo(1);
    assertThat(
            target("errors").results().stream()
                .filter(result -> result.records() > 0)
                .findFirst()
                .orElseThrow()
                .value())
        .isEqualByComparingTo("3");
  }

  @Test
  void open_metrics_are_read_by_their_labels_without_a_mapping() {
    Scrapes scrapes = scrapes(true);
    keep(scrapes, "");
    answers(
        200,
        "application/openmetrics-text; version=1.0.0",
        "# TYPE load gauge\nload{target=\"load\"} 0.7\n# EOF\n");

    assertThat(fetched(scrapes).problem()).isNull();
    assertThat(records("load")).isEqualTo(1);
  }

  @Test
  void whatever_goes_wrong_is_told_and_the_next_turn_tries_again() {
    Scrapes scrapes = scrapes(true);
    keep(scrapes, "load = load");

    answers(302, "text/plain", "");
    assertThat(fetched(scrapes).problem()).isEqualTo(ScrapeProblem.REDIRECTED);
    answers(500, "text/plain", "no");
    assertThat(fetched(scrapes).problem()).isEqualTo(ScrapeProblem.REFUSED);
    prometheus("x".repeat(10_001));
    assertThat(fetched(scrapes).problem()).isEqualTo(ScrapeProblem.TOO_LARGE);
    prometheus("load NaN\n");
    assertThat(fetched(scrapes).problem()).isEqualTo(ScrapeProblem.NOT_READABLE);
    prometheus("load 1e400\n");
    assertThat(fetched(scrapes).problem()).isEqualTo(ScrapeProblem.NOT_READABLE);
    answers(200, "application/openmetrics-text", "load 0.5\n");
    ScrapeSource.Outcome cut = fetched(scrapes);
    assertThat(cut.problem()).isEqualTo(ScrapeProblem.NOT_READABLE);
    assertThat(cut.detail()).contains("cut off");
    assertThat(records("load")).isZero();

    prometheus("load 0.5\n");
    assertThat(fetched(scrapes).problem()).isNull();
    assertThat(records("load")).isEqualTo(1);
    exporter.stop(0);
    assertThat(fetched(scrapes).problem()).isEqualTo(ScrapeProblem.UNREACHABLE);
  }

  @Test
  void an_exporter_that_drips_is_cut_off_in_time() {
    Scrapes scrapes = scrapes(true);
    keep(scrapes, "load = load");
    exporter.removeContext("/metrics");
    exporter.createContext(
        "/metrics",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try {
            for (int i = 0; i < 100; i++) {
              exchange.getResponseBody().write('#');
              exchange.getResponseBody().flush();
              Thread.sleep(100);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    assertThat(fetched(scrapes).problem()).isEqualTo(ScrapeProblem.TOO_SLOW);
  }

  @Test
  void this_machine_is_not_fetched_from_unless_that_is_allowed_too() {
    Scrapes scrapes = scrapes(false);
    keep(scrapes, "load = load");
    prometheus("load 0.5\n");

    assertThat(fetched(scrapes).problem()).isEqualTo(ScrapeProblem.LOCAL_ADDRESS);
    assertThat(records("load")).isZero();
  }

  @Test
  void what_is_set_up_and_taken_away_stands_in_the_trail() {
    Scrapes scrapes = scrapes(true);
    keep(scrapes, "load = load");
    assertThat(
            scrapes.remove(
                people.tenant(), Attribution.ofServer("test"), SampleAgreement.KEY, "exporter"))
        .isTrue();

    assertThat(scrapes.of(people.tenant(), SampleAgreement.KEY)).isEmpty();
    List<String> operations =
        transactions.read(
            people.tenant(),
            sql ->
                sql.fetch(
                        "select operation from trail where table_name = 'agreement_scrape'"
                            + " order by number")
                    .getValues(0, String.class));
    assertThat(operations).containsExactly("INSERT", "DELETE");
  }
}
