package org.concordat.server.deciding;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.Browser;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classic ratings as people bring them: in an asset list, read in on the page for imports. */
class ClassicJourneyTest {
  /**
   * The claims database is what goals hang on, and the brochure is what the list thinks much of.
   */
  private static final String LIST =
      """
      id,name,type,Confidentiality,Integrity,Availability,depends on
      brochure,Brochure for visitors of the head office,information,high,high,high,
      tariff-book,Tariff book,information,low,high,medium,
      claims-archive,Archive of settled claims,information,medium,medium,low,
      mail-room,Mail room,technical,,,low,
      """;

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Visitor officer = people.officer();

  private Page window(int width, String language) {
    return Browser.signedIn(server, officer, width, false, language);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** Reads the list in, and says that two of its assets carry what goals need. */
  private void readIn() {
    try (Page page = window(1280, "en")) {
      page.navigate("/import");
      page.getByLabel("File")
          .setInputFiles(
              new FilePayload("inventory.csv", "text/csv", LIST.getBytes(StandardCharsets.UTF_8)));
      button(page, "Show what would change").click();
      assertThat(button(page, "Import")).isVisible();
      Browser.assertGood(page, "classic-import-shown");
      button(page, "Import").click();
      assertThat(page.getByText("Imported")).isVisible();
    }
    for (String asset : List.of("claims-archive", "tariff-book")) {
      Assertions.assertThat(
              people
                  .program(Role.SECURITY_OFFICER)
                  .put(
                      "/api/v1/dependencies/claims-process/" + asset,
                      "{\"ways\":[{\"strength\":\"critical\"}]}")
                  .status())
          .isEqualTo(201);
    }
  }

  @Test
  void ratings_of_a_list_stand_beside_the_priorities_each_with_its_reason() {
    readIn();

    try (Page page = window(1280, "en")) {
      page.navigate("/classic");
      assertThat(page.locator("table.list tbody tr")).hasCount(10);
      assertThat(page.locator("table.list tbody tr").first()).containsText("Loss of productivity");
      assertThat(page.locator("table.list tbody tr").nth(2))
          .containsText("No business reason is stated for this rating");
      Browser.assertGood(page, "classic-list");
      page.navigate("/classic/assets");
      assertThat(page.locator("table.list tbody tr")).hasCount(4);
      Browser.assertGood(page, "classic-list-assets");
    }
    Assertions.assertThat(officer.get("/classic.csv").body()).contains("Brochure for visitors");
    Assertions.assertThat(officer.get("/classic/assets.csv").body()).contains("; By goals ");
  }

  @ParameterizedTest
  @CsvSource({"1280,de", "1920,en", "360,de", "360,en"})
  void they_are_good_to_read_in_both_languages_wide_and_on_a_phone(int width, String language) {
    readIn();

    try (Page page = window(width, language)) {
      page.navigate("/classic");
      Browser.assertGood(page, "classic-list-" + language + "-" + width);
      page.navigate("/classic/assets");
      Browser.assertGood(page, "classic-list-assets-" + language + "-" + width);
    }
  }
}
