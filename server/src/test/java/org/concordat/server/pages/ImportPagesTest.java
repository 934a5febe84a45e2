package org.concordat.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.concordat.server.database.schema.Tables.IMPORT_JOB;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.concordat.server.database.Attribution;
import org.concordat.server.database.Ids;
import org.concordat.server.database.TenantTransactions;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an import shows itself, at each stage. */
class ImportPagesTest {
  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final People.Person olga = people.person(Role.SECURITY_OFFICER);
  private final Visitor visitor = people.signedIn(olga);

  /** An import that another server works on. */
  private UUID job(String stage) {
    return job(stage, null);
  }

  private UUID job(String stage, @Nullable UUID takesBack) {
    UUID id = Ids.next();
    server
        .part(TenantTransactions.class)
        .write(
            people.tenant(),
            Attribution.ofServer("test"),
            sql ->
                sql.insertInto(IMPORT_JOB)
                    .set(IMPORT_JOB.ID, id)
                    .set(IMPORT_JOB.ACCOUNT, olga.account())
                    .set(IMPORT_JOB.NAME, "all-assets-of-the-group-as-of-november.csv")
                    .set(IMPORT_JOB.BYTES, 1_000L)
                    .set(IMPORT_JOB.DAY, LocalDate.of(2026, 1, 2))
                    .set(IMPORT_JOB.STAGE, stage)
                    .set(IMPORT_JOB.TAKES_BACK, takesBack)
                    .set(IMPORT_JOB.ROWS_WRITTEN, 123_000L)
                    .set(IMPORT_JOB.ROWS_IN_ALL, 507_000L)
                    .set(
                        IMPORT_JOB.FINDINGS,
                        JSONB.valueOf(
                            "{\"findings\": [{\"severity\": \"ERROR\", \"place\": {\"file\":"
                                + " \"list.csv\", \"line\": 7, \"column\": 6, \"key\": \"depends"
                                + " on\"}, \"problem\": \"there is no 'claims'\", \"remedy\":"
                                + " null}]}"))
                    .set(IMPORT_JOB.RUNNER, Ids.next())
                    .set(IMPORT_JOB.ALIVE_UNTIL, OffsetDateTime.now(ZoneOffset.UTC).plusHours(1))
                    .execute());
    return id;
  }

  private Page open(int width, boolean dark, String path) {
    Page page = Browser.signedIn(server, visitor, width, dark);
    page.navigate(path);
    return page;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "reading|Reading the file",
        "writing|123,000 of 507,000 changes written",
        "failed|there is no 'claims'",
        "cancelled|Nothing of the file is in the model"
      })
  void each_stage_is_good_to_read(String stage, String says) {
    String path = "/import/" + job(stage);
    for (boolean phone : new boolean[] {false, true}) {
      try (Page page = open(phone ? 360 : 1280, phone, path)) {
        assertThat(page.getByText(says)).isVisible();
        Browser.assertGood(page, "import-" + stage + (phone ? "-phone-dark" : ""));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reading|Reading what it changed",
        "comparing|Looking whether later changes stand in the way",
        "writing|123,000 of 507,000 changes written",
        "failed|Nothing was taken back",
        "done|Nothing was different"
      })
  void each_stage_of_taking_back_is_good_to_read(String stage, String says) {
    String path = "/import/" + job(stage, Ids.next());
    for (boolean phone : new boolean[] {false, true}) {
      try (Page page = open(phone ? 360 : 1280, phone, path)) {
        assertThat(page.getByText(says)).isVisible();
        Browser.assertGood(page, "taking-back-" + stage + (phone ? "-phone-dark" : ""));
      }
    }
  }

  @Test
  void the_page_follows_the_import_by_itself() {
    UUID id = job("writing");
    try (Page page = open(1280, false, "/import/" + id)) {
      assertThat(page.getByText("123,000 of 507,000")).isVisible();

      server
          .part(TenantTransactions.class)
          .write(
              people.tenant(),
              Attribution.ofServer("test"),
              sql ->
                  sql.update(IMPORT_JOB)
                      .set(IMPORT_JOB.STAGE, "done")
                      .set(IMPORT_JOB.MOVED, 7)
                      .set(IMPORT_JOB.CHANGE, Ids.next())
                      .where(IMPORT_JOB.ID.eq(id))
                      .execute());

      assertThat(page.getByText("Imported; 7 scores moved.")).isVisible();
    }
  }

  @Test
  void a_phone_has_room_for_what_can_be_brought() {
    try (Page page = open(360, true, "/import")) {
      Browser.assertGood(page, "import-teaches-phone-dark");
      assertThat(page.locator(".facts.stacked dd").first()).isVisible();
      double width = page.locator(".facts.stacked dd").first().boundingBox().width;
      org.assertj.core.api.Assertions.assertThat(width).isGreaterThan(250);
    }
  }

  @Test
  void what_was_found_names_the_file_as_its_sender_does_and_is_no_alarm() {
    try (Page page = open(1280, false, "/import")) {
      assertThat(page.getByText("The headers of ServiceNow")).isVisible();
      Browser.assertGood(page, "import-teaches");
      byte[] list = "name;type\nFax;Telefax\n".getBytes(StandardCharsets.UTF_8);
      page.setInputFiles("[name=file]", new FilePayload("list.csv", "text/csv", list));
      page.locator("main form button.primary").click();

      assertThat(page.locator(".findings.mild")).containsText("list.csv:2:2");
      assertThat(page.locator(".findings")).not().containsText("concordat-import");
    }
  }

  @Test
  void the_list_shows_how_far_each_is() {
    job("writing");
    job("failed");
    try (Page page = open(360, true, "/import")) {
      assertThat(page.locator("td").getByText("Failed")).isVisible();
      Browser.assertGood(page, "import-list-phone-dark");
    }
  }
}
