package org.concordat.server.agreements;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.agreements.Agreement;
import org.concordat.core.agreements.MaintenanceWindow;
import org.concordat.core.agreements.OpenHours;
import org.concordat.core.agreements.Provision;
import org.concordat.core.agreements.negotiation.AgreementState;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Offers are written in a form: lines, hours of service, holidays, maintenance windows. */
class OfferFormTest {
  private static final String PATH = "/agreements/mortgages/1";
  private static final String LINE = "brokering.availability";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, TwoUnits.workspace());
  private final People.Person person = people.person(Role.SERVICE_OWNER);
  private final Visitor owner = people.signedIn(person);

  @BeforeEach
  void draft() {
    SampleServices.into(server, people.tenant());
    assertThat(
            new Program(server, people.token(person))
                .post("/agreements", "{\"unit\":\"mortgages\"}")
                .status())
        .isEqualTo(201);
  }

  private AgreementState state() {
    return server
        .part(Agreements.class)
        .find(people.tenant(), new AgreementKey("mortgages", 1))
        .orElseThrow();
  }

  private Agreement document() {
    return state().dossier().current();
  }

  private String target() {
    return document().line(LINE).orElseThrow().targets().getFirst().id();
  }

  private HttpResponse<String> offer(String... fields) {
    return send("/offer", fields);
  }

  private HttpResponse<String> send(String to, String... fields) {
    List<String> all = new ArrayList<>(List.of("party", "supply"));
    all.addAll(List.of("seen", String.valueOf(state().dossier().moves().size())));
    all.addAll(List.of(fields));
    return owner.post(PATH + to, all.toArray(String[]::new));
  }

  private static final String[] OFFICE_HOURS = {
    "calendar", "1",
    "zone", "Europe/Berlin",
    "open", "hours",
    "hours.monday", "08:00-12:00, 13:00-24:00",
    "hours.tuesday", "8:00 – 18:00",
    "hours.saturday", "",
    "holidays", "2026-12-25\n1.1.2027\n",
    "weekly.0.day", "sunday",
    "weekly.0.at", "02:00",
    "weekly.0.length", "1.5",
    "weekly.0.lengthUnit", "hours",
    "once.0.from", "2026-12-05T20:00",
    "once.0.until", "2026-12-06T04:00",
    "once.1.from", "",
    "once.1.until", ""
  };

  @Test
  void hours_holidays_and_maintenance_are_part_of_the_offer() {
    assertThat(offer(OFFICE_HOURS).statusCode()).isEqualTo(303);

    Agreement document = document();
    assertThat(document.calendar().zone().getId()).isEqualTo("Europe/Berlin");
    assertThat(document.calendar().hours().get(DayOfWeek.MONDAY))
        .containsExactly(
            new OpenHours(LocalTime.of(8, 0), LocalTime.of(12, 0)),
            new OpenHours(LocalTime.of(13, 0), LocalTime.MIDNIGHT));
    assertThat(document.calendar().hours()).containsOnlyKeys(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
    assertThat(document.calendar().holidays())
        .containsExactly(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));
    assertThat(document.maintenance())
        .containsExactly(
            new MaintenanceWindow.Weekly(
                DayOfWeek.SUNDAY, LocalTime.of(2, 0), Duration.ofMinutes(90)),
            new MaintenanceWindow.Once(
                Instant.parse("2026-12-05T19:00:00Z"), Instant.parse("2026-12-06T03:00:00Z")));
    assertThat(owner.get(PATH).body())
        .contains("Monday: 08:00 – 12:00, 13:00 – 24:00", "Wednesday – Sunday: closed")
        .contains("Dec 25, 2026", "Every Sunday at 2:00", "for 90 minutes");
    assertThat(owner.get(PATH + "/document.pdf").body()).startsWith("%PDF-");
  }

  @Test
  void what_is_wrong_is_told_at_its_field_and_what_was_typed_stays() {
    HttpResponse<String> page =
        offer(
            "calendar",
            "1",
            "zone",
            "Europe/Nowhere",
            "open",
            "hours",
            "hours.monday",
            "18:00-08:00",
            "hours.tuesday",
            "08:00-12:00, 11:00-13:00",
            "holidays",
            "Christmas",
            "weekly.0.day",
            "sunday",
            "weekly.0.at",
            "soon",
            "weekly.0.length",
            "200",
            "weekly.0.lengthUnit",
            "hours",
            "once.0.from",
            "2026-12-06T20:00",
            "once.0.until",
            "2026-12-05T04:00",
            "quantity." + LINE,
            "0",
            "price." + LINE,
            "-1",
            "threshold." + target(),
            "120",
            "carriers." + LINE,
            "1",
            "carrier." + LINE,
            "moon-base",
            "reviewOn",
            "1999-01-01");

    assertThat(page.statusCode()).isEqualTo(422);
    for (String field :
        List.of(
            "zone",
            "hours-monday",
            "hours-tuesday",
            "holidays",
            "weekly-0-at",
            "once-0-until",
            "quantity-brokering-availability",
            "price-brokering-availability",
            "threshold-" + target().replace('.', '-'),
            "carrier-brokering-availability",
            "reviewOn")) {
      assertThat(page.body()).as(field).contains("id=\"" + field + "-problem\"");
    }
    assertThat(page.body()).contains("moon-base", "value=\"18:00-08:00\"", "Christmas");
    assertThat(state().dossier().moves()).as("nothing is offered").hasSize(1);
  }

  @Test
  void windows_come_and_go_in_the_form_without_an_offer() {
    List<String> fields = new ArrayList<>(List.of(OFFICE_HOURS));
    fields.addAll(List.of("do", "add.weekly"));
    String more = offer(fields.toArray(String[]::new)).body();
    fields.set(fields.size() - 1, "remove.weekly.0");
    String fewer = offer(fields.toArray(String[]::new)).body();

    assertThat(more).contains("weekly.1.at", "once.1.from").doesNotContain("weekly.2.at");
    assertThat(fewer).doesNotContain("weekly.0.at").contains("once.0.from");
    assertThat(state().dossier().moves()).hasSize(1);
  }

  @Test
  void another_service_brings_its_own_price_and_targets_before_it_is_offered() {
    String foreseen =
        send(
                "/offer/foreseen",
                "serve." + LINE,
                "continuity/high",
                "was." + LINE,
                "continuity/raised",
                "price." + LINE,
                "1")
            .body();

    assertThat(foreseen)
        .contains("€28,800.00")
        .contains("id=\"terms-brokering-availability\" hx-swap-oob=\"true\"")
        .contains("name=\"price.brokering.availability\"", "value=\"2400\"", "value=\"99.9\"");

    offer(
        "serve." + LINE, "continuity/high",
        "was." + LINE, "continuity/high",
        "quantity." + LINE, "2",
        "price." + LINE, "2000,50",
        "threshold." + target(), "99.95");

    Provision.Served served = (Provision.Served) document().line(LINE).orElseThrow().provision();
    assertThat(served.level()).isEqualTo("high");
    assertThat(served.quantity()).isEqualByComparingTo("2");
    assertThat(served.price().perUnit().amount()).isEqualByComparingTo("2000.5");
    assertThat(document().line(LINE).orElseThrow().targets().getFirst().terms().threshold())
        .isEqualByComparingTo("0.9995");
  }

  @Test
  void the_assets_that_carry_a_line_are_ticked_or_named() {
    assertThat(owner.get(PATH + "/offer").body())
        .containsPattern("value=\"core-banking\" checked")
        .containsPattern("value=\"data-centre\" checked");

    offer(
        "carriers." + LINE, "1",
        "carriedBy." + LINE, "data-centre",
        "carrier." + LINE, "brokering");

    assertThat(document().line(LINE).orElseThrow().carriedBy())
        .containsExactly("data-centre", "brokering");
  }
}
