package org.concordat.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.concordat.core.alignment.Impact.Link;
import org.concordat.core.alignment.Judgement;
import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.database.Attribution;
import org.concordat.server.identity.accounts.Accounts;
import org.concordat.server.identity.accounts.Links;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Guests who judge by a link. */
class JudgingLinkTest {
  private static final Attribution TEST = Attribution.ofServer("test");
  private static final Pattern LINK = Pattern.compile("(/judge/start/[A-Za-z0-9_.-]+)");
  private static final Pattern FIELD = Pattern.compile("name=\"([a-z]+)\" value=\"([^\"]*)\"");

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final Visitor officer = people.officer();
  private final String unit =
      server.part(Models.class).of(people.tenant()).read(Snapshot::units).getFirst().id();

  private String link(String email) {
    var answer =
        officer.post("/judges", "name", "Hanna Head", "email", email, "units", unit, "days", "30");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    Matcher link = LINK.matcher(answer.body());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private Visitor started(String link) {
    Visitor guest = new Visitor(server);
    assertThat(guest.post(link).headers().firstValue("Location")).contains("/judge");
    return guest;
  }

  private static String field(String page, String name) {
    Matcher field = FIELD.matcher(page);
    while (field.find()) {
      if (field.group(1).equals(name)) {
        return field.group(2);
      }
    }
    throw new AssertionError("no " + name + " in " + page);
  }

  private static int answer(Visitor guest, String page, String level) {
    return guest
        .post(
            "/judge",
            "from",
            field(page, "from"),
            "to",
            field(page, "to"),
            "tag",
            field(page, "tag"),
            "n",
            field(page, "n"),
            "level",
            level,
            "because",
            "I know it")
        .statusCode();
  }

  @Test
  void a_link_opens_nothing_until_somebody_presses_start_and_then_as_often_as_needed() {
    String link = link("hanna@example.org");
    Visitor scanner = new Visitor(server);
    for (int i = 0; i < 3; i++) {
      assertThat(scanner.get(link).statusCode()).isEqualTo(200);
    }
    assertThat(scanner.get("/judge").statusCode()).isEqualTo(303);

    assertThat(started(link).get("/judge").statusCode()).isEqualTo(200);
    assertThat(started(link).get("/judge").statusCode()).isEqualTo(200);
  }

  @Test
  void none_at_all_is_an_answer_that_is_remembered_seen_and_in_the_trail() {
    Visitor guest = started(link("hanna@example.org"));
    String first = guest.get("/judge").body();

    assertThat(answer(guest, first, "0")).isEqualTo(303);

    assertThat(guest.get("/judge").body()).contains("Question 2 of");
    guest = started(link("hanna@example.org"));
    assertThat(guest.get("/judge").body()).as("by a new link, too").contains("Question 2 of");
    assertThat(guest.get("/judge?n=0").body()).contains("your answer").contains("I know it");
    Link asked = new Link(field(first, "from"), field(first, "to"));
    assertThat(officer.get(matrixOf(asked)).body()).contains("None at all, says Hanna Head");
    assertThat(officer.get("/history").body()).contains("no impact at all");

    String again = guest.get("/judge?n=0").body();
    assertThat(answer(guest, again, "2")).isEqualTo(303);
    assertThat(officer.get(matrixOf(asked)).body()).doesNotContain("None at all, says");
  }

  /** Where the officer sees the cell of a question. */
  private static String matrixOf(Link asked) {
    return asked.from().contains("/") ? "/impacts?q=" : "/impacts/goals";
  }

  @Test
  void an_answer_to_what_nobody_asked_is_not_kept() {
    Visitor guest = started(link("hanna@example.org"));
    String page = guest.get("/judge").body();

    guest.post(
        "/judge", "from", "made-up", "to", field(page, "to"), "tag", "", "n", "0", "level", "0");

    assertThat(guest.get("/judge").body()).contains("Question 1 of");
  }

  @Test
  void a_guest_answers_in_their_own_name_and_goes_on_where_they_stopped() {
    Visitor guest = started(link("hanna@example.org"));
    String first = guest.get("/judge").body();
    assertThat(first).contains("Question 1 of");

    assertThat(answer(guest, first, "2")).isEqualTo(303);

    assertThat(guest.get("/judge").body()).contains("Question 2 of").doesNotContain("href=\"/\"");
    String again = guest.get("/judge?n=0").body();
    assertThat(again).contains("your answer").contains("I know it");
    Link asked = new Link(field(first, "from"), field(first, "to"));
    List<Judgement> judgements =
        server.part(Models.class).of(people.tenant()).read(m -> m.judgements(asked));
    assertThat(judgements).anyMatch(judgement -> "Hanna Head".equals(judgement.by()));
  }

  @Test
  void a_guest_may_nothing_but_judge() {
    Visitor guest = started(link("hanna@example.org"));
    Set<String> open = new TreeSet<>();
    server
        .part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              boolean page =
                  info.getMethodsCondition().getMethods().stream()
                      .anyMatch(method -> method.name().equals("GET"));
              for (String path : info.getPatternValues()) {
                if (page && handler.hasMethodAnnotation(Needs.class)) {
                  String filled =
                      path.replaceAll("\\{\\w+:([^|}]*)[^}]*}", "$1").replaceAll("\\{[^}]*}", "x");
                  if (guest.get(filled).statusCode() != 403 && !filled.startsWith("/api/")) {
                    open.add(path);
                  }
                }
              }
            });

    assertThat(open)
        .containsExactly(
            "/judge", "/judge/rounds", "/judge/rounds/{id}", "/judge/rounds/{id}/order");
    assertThat(guest.post("/account/name", "name", "Mallory").statusCode()).isEqualTo(403);
  }

  @Test
  void a_guest_judges_for_no_other_unit() {
    Visitor guest = started(link("hanna@example.org"));
    String page = guest.get("/judge").body();
    var units = server.part(Models.class).of(people.tenant()).read(Snapshot::units);
    String foreign =
        units.stream()
            .filter(one -> !one.id().equals(unit) && !one.goals().isEmpty())
            .findFirst()
            .orElseThrow()
            .goals()
            .getFirst()
            .id();
    String factor =
        server.part(Models.class).of(people.tenant()).read(Snapshot::factors).getFirst().id();

    int status =
        guest
            .post(
                "/judge",
                "from",
                factor,
                "to",
                foreign,
                "tag",
                field(page, "tag"),
                "n",
                "0",
                "level",
                "3")
            .statusCode();

    assertThat(status).isIn(403, 409);
  }

  @Test
  void a_link_that_is_taken_back_ends_the_guests_session_too() {
    String link = link("hanna@example.org");
    Visitor guest = started(link);
    String revoke =
        officer
            .get("/judges")
            .body()
            .replaceAll("(?s).*action=\"(/judges/[0-9a-f-]+/revoke)\".*", "$1");

    officer.post(revoke);

    assertThat(guest.get("/judge").statusCode()).isEqualTo(303);
    assertThat(new Visitor(server).get(link).statusCode()).isEqualTo(410);
    assertThat(new Visitor(server).post(link).statusCode()).isEqualTo(410);
  }

  @Test
  void a_new_link_for_the_same_person_replaces_the_old_one() {
    String old = link("hanna@example.org");
    Visitor guest = started(old);

    String fresh = link("Hanna@Example.org");

    assertThat(new Visitor(server).get(old).statusCode()).isEqualTo(410);
    assertThat(guest.get("/judge").statusCode()).isEqualTo(303);
    assertThat(started(fresh).get("/judge").statusCode()).isEqualTo(200);
  }

  @Test
  void a_link_that_is_too_old_opens_nothing_and_its_session_is_over() {
    String link = link("hanna@example.org");
    Visitor guest = started(link);

    TestDatabase.shared()
        .transactions()
        .write(
            people.tenant(),
            TEST,
            sql ->
                sql.execute("update judging_link set valid_until = now() - interval '1 second'"));

    assertThat(guest.get("/judge").statusCode()).isEqualTo(303);
    assertThat(new Visitor(server).post(link).statusCode()).isEqualTo(410);
  }

  @Test
  void whoever_has_an_account_needs_no_link_and_a_guest_has_no_password() {
    var person = people.person(Role.AUDITOR);
    var refused =
        officer.post("/judges", "name", "A", "email", person.email(), "units", unit, "days", "30");
    assertThat(refused.statusCode()).isEqualTo(422);

    link("hanna@example.org");
    assertThat(people.signIn(new Visitor(server), "hanna@example.org", "")).isEqualTo(401);
    People.forgetFailures();
  }

  @Test
  void a_guest_becomes_a_person_like_others_by_a_link_to_a_password() {
    String link = link("hanna@example.org");
    UUID guest =
        server.part(Accounts.class).all(people.tenant()).stream()
            .filter(Accounts.Listed::guest)
            .findFirst()
            .orElseThrow()
            .id();
    String reset = server.part(Links.class).reset(people.tenant(), TEST, guest);
    Visitor visitor = new Visitor(server);

    visitor.post("/welcome/" + reset, "password", People.PASSWORD, "repeated", People.PASSWORD);

    assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
    assertThat(new Visitor(server).get(link).statusCode()).isEqualTo(410);
  }

  @Test
  void who_looks_after_people_does_not_say_who_judges() {
    Visitor administrator = people.signedIn(people.person(Role.ADMINISTRATOR));

    assertThat(administrator.get("/judges").statusCode()).isEqualTo(403);
    assertThat(people.officer().get("/judges").statusCode()).isEqualTo(200);
  }
}
