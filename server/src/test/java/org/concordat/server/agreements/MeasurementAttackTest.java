package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;

/** Tries to hand in, see or break what is not one's own. */
class MeasurementAttackTest {
  private static final String PATH = "/agreements/sample/1";
  private static final String RECORDS = PATH + "/measurements";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, TwoUnits.workspace());
  private final Program supply = people.program(Role.SERVICE_OWNER);

  MeasurementAttackTest() {
    SampleAgreement.inForce(
        server.part(TenantTransactions.class),
        people.tenant(),
        people.person(Role.SERVICE_OWNER).account(),
        SampleAgreement.document(
            "mortgages",
            "=HYPERLINK(1)",
            "brokering/availability",
            "core-banking",
            "new-products"));
  }

  private static String record(String rest) {
    return ("{'measurements':[{'target':'load'," + rest + "}]}").replace('\'', '"');
  }

  private Answer post(String rest) {
    return supply.post(RECORDS, record(rest));
  }

  private String records() {
    return supply.get(PATH + "/results").body();
  }

  @Test
  void whoever_may_not_measure_hands_in_nothing_in_any_form() {
    String good = record("'at':'2026-03-02T09:30:00Z','value':'1'");
    for (Program other :
        List.of(
            people.program(Role.AUDITOR),
            people.program(Role.BOARD),
            people.program(Role.UNIT_HEAD, "mortgages"),
            people.program(Role.UNIT_HEAD, "payments"))) {
      assertThat(other.post(RECORDS, good).status()).isEqualTo(403);
      assertThat(other.send("POST", RECORDS, "text/csv", "id,target,at,value\n").status())
          .isEqualTo(403);
      assertThat(other.send("POST", RECORDS, "application/openmetrics-text", "# EOF\n").status())
          .isEqualTo(403);
      assertThat(
              other
                  .post(PATH + "/scrapes", "{\"name\":\"x\",\"address\":\"http://127.0.0.1/\"}")
                  .status())
          .isEqualTo(403);
    }
  }

  @Test
  void another_organisation_neither_sees_nor_reaches_it() {
    Program stranger = new People(server, TwoUnits.workspace()).program(Role.SERVICE_OWNER);

    assertThat(stranger.post(RECORDS, record("'at':'2026-03-02T09:30:00Z','value':'1'")).status())
        .isEqualTo(404);
    assertThat(
            stranger.send("POST", RECORDS, "text/csv", "id,target,at,value\na,load,x,1\n").status())
        .isEqualTo(404);
    assertThat(stranger.get(PATH + "/results").status()).isEqualTo(404);
    assertThat(stranger.get(PATH + "/results", "Accept", "application/pdf").status())
        .isEqualTo(404);
    assertThat(stranger.get(PATH + "/price").status()).isEqualTo(404);
    assertThat(stranger.get(PATH + "/scrapes").status()).isEqualTo(404);
    assertThat(stranger.post(PATH + "/scrapes/x/removal", "").status()).isEqualTo(404);
  }

  @Test
  void numbers_and_days_beyond_all_bounds_are_refused_and_nothing_is_kept() {
    String before = records();
    for (String value : List.of("NaN", "Infinity", "1e999999999", "1e30", "0x10", "1E-40", "")) {
      assertThat(post("'at':'2026-03-02T09:30:00Z','value':'" + value + "'").status())
          .as(value)
          .isEqualTo(422);
    }
    for (String at :
        List.of(
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "2200-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z")) {
      assertThat(post("'at':'" + at + "','value':'1'").status()).as(at).isEqualTo(422);
    }
    for (String rest :
        List.of(
            "'good':5,'total':4",
            "'good':-1,'total':4",
            "'total':1000000000001",
            "'until':'2026-03-02T09:29:59Z'",
            "'until':'2028-03-02T09:29:59Z'",
            "'seconds':'1e99'",
            "'seconds':'-1'",
            "'seconds':'99999999999'")) {
      assertThat(post("'at':'2026-03-02T09:30:00Z'," + rest).status()).as(rest).isEqualTo(422);
    }
    assertThat(records()).isEqualTo(before);
  }

  @Test
  void what_is_not_for_the_caller_to_say_is_refused() {
    assertThat(
            post("'at':'2026-03-02T09:30:00Z','value':'1','receivedAt':'2026-01-01T00:00:00Z'")
                .status())
        .isEqualTo(422);
    assertThat(post("'at':'2026-03-02T09:30:00Z','value':'1','tenant':'x'").status())
        .isEqualTo(422);
    assertThat(
            supply
                .post(
                    PATH + "/scrapes",
                    "{\"name\":\"x\",\"address\":\"http://127.0.0.1/\",\"problem\":\"refused\"}")
                .status())
        .isEqualTo(422);
    assertThat(post("'at':'2026-03-02T09:30:00Z','value':'1','id':'a\\u0000b'").status())
        .isEqualTo(422);
  }

  @Test
  void a_server_that_allows_no_host_fetches_from_none() {
    Answer refused =
        supply.post(
            PATH + "/scrapes",
            "{\"name\":\"x\",\"address\":\"http://169.254.169.254/latest/meta-data/\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("host not allowed");
    assertThat(supply.get(PATH + "/scrapes").at("/total")).isEqualTo("0");
  }

  @Test
  void a_body_that_is_too_large_is_refused_before_it_is_read() {
    String large = "x".repeat((16 << 20) + 1);

    assertThat(supply.send("POST", RECORDS, "text/csv", large).status()).isEqualTo(413);
    assertThat(supply.send("POST", RECORDS, "application/openmetrics-text", large).status())
        .isEqualTo(413);
  }

  @Test
  void handed_in_again_counts_once_and_a_later_one_corrects() {
    String day = java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1).toString();
    for (String value : List.of("0.5", "0.5", "0.7")) {
      String line =
          """
          {"id":"r1","target":"load","at":"%sT00:00:00Z","value":"%s"}
          """
              .formatted(day, value);
      assertThat(supply.lines(RECORDS, line.strip()).at("/kept")).isEqualTo("1");
    }

    assertThat(
            supply
                .get(PATH + "/results")
                .json()
                .path("items")
                .valueStream()
                .filter(each -> each.path("target").stringValue().equals("load"))
                .flatMap(each -> each.path("results").valueStream())
                .filter(each -> each.path("records").intValue() > 0)
                .map(each -> each.path("value").stringValue())
                .toList())
        .containsExactly("0.7");
  }

  @Test
  void one_wrong_line_keeps_all_others_out_and_every_line_is_told() {
    Answer lines =
        supply.lines(
            RECORDS,
            "{\"target\":\"load\",\"at\":\"2026-03-02T09:30:00Z\",\"value\":\"1\"}",
            "{\"target\":\"load\"}",
            "not json",
            "{\"target\":\"nobody\",\"at\":\"soon\",\"value\":\"1\"}");
    Answer table =
        supply.send(
            "POST",
            RECORDS,
            "text/csv",
            """
            id,target,at,value
            a,load,2026-03-02T09:30:00Z,1
            b,load,soon,1
            c,no,2026-03-02T09:30:00Z,1
            """);

    assertThat(lines.status()).isEqualTo(422);
    assertThat(lines.places()).contains("/2/at", "/3", "/4/at");
    assertThat(table.status()).isEqualTo(422);
    assertThat(table.body()).contains("body:3").contains("body:4");
    assertThat(records()).doesNotContain("\"records\":1");
  }

  @Test
  void what_looks_like_a_formula_stays_text_in_tables() {
    String table = supply.get(PATH + "/results", "Accept", "text/csv").body();

    assertThat(table).contains(",'=HYPERLINK(1),").doesNotContain(",=HYPERLINK");
  }

  @Test
  void every_form_of_a_report_is_what_it_says() {
    assertThat(supply.get(PATH + "/results", "Accept", "application/pdf").body())
        .startsWith("%PDF-");
    assertThat(
            supply
                .get(
                    PATH + "/results",
                    "Accept",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .body())
        .startsWith("PK");
    assertThat(supply.get(PATH + "/results/up").body()).contains("<svg");
    assertThat(supply.get(PATH + "/price").body()).contains("<svg");
    assertThat(supply.get(PATH + "/results/nobody").status()).isEqualTo(404);
    assertThat(supply.get(PATH + "/results?from=2026-02-30").status()).isEqualTo(400);
    assertThat(supply.get(PATH + "/results?from=2026-03-01&until=2026-01-01").status())
        .isEqualTo(400);
  }
}
