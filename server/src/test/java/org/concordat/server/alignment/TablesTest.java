package org.concordat.server.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.concordat.core.alignment.live.AssetQuery;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.testing.TestDatabase;
import org.concordat.server.testing.Visitor;
import org.concordat.server.workspace.Models;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One definition of a table makes its page, its partial update and its files. */
class TablesTest {
  private static final List<String> FORMULAS =
      List.of("=1+1", "+1", "-1+2", "@SUM(A1)", "\tx", "\rx", "=cmd|' /C calc'!A0", "'=1");

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final People.Person person = people.person(Role.SECURITY_OFFICER);
  private final Visitor officer = people.signedIn(person);

  private static List<CsvRecord> csv(String text) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> update(String path, String target) {
    return officer.send(
        HttpRequest.newBuilder(officer.address(path))
            .header("HX-Request", "true")
            .header("HX-Target", target));
  }

  @Test
  void a_file_has_what_is_filtered_in_the_order_of_the_page() {
    List<String> expected =
        server
            .part(Models.class)
            .of(people.tenant())
            .read(
                model ->
                    model
                        .assets(
                            AssetQuery.ALL
                                .withText("claim")
                                .descendingBy(AssetQuery.Order.NAME)
                                .withRows(0, 500))
                        .rows()
                        .stream()
                        .map(row -> row.asset().name())
                        .toList());

    List<CsvRecord> file = csv(officer.get("/assets.csv?q=claim&sort=-name").body());

    assertThat(file.getFirst().getFields()).startsWith("Name", "Kind", "Unit", "Highest need");
    assertThat(file.stream().skip(1).map(row -> row.getField(0)).toList())
        .isEqualTo(expected)
        .hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"assets", "priorities", "dependencies", "factors"})
  void both_kinds_of_file_have_the_same_cells(String table) throws IOException {
    List<CsvRecord> rows = csv(officer.get("/" + table + ".csv").body());

    byte[] bytes = bytes("/" + table + ".xlsx");

    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      List<Row> sheet = workbook.getFirstSheet().read();
      assertThat(sheet).hasSameSizeAs(rows).hasSizeGreaterThan(5);
      for (int i = 0; i < rows.size(); i++) {
        Row row = sheet.get(i);
        for (int column = 0; column < rows.get(i).getFieldCount(); column++) {
          String text = rows.get(i).getField(column);
          String other = column < row.getCellCount() ? text(row.getCell(column)) : "";
          assertThat(other).isEqualTo(text);
        }
      }
    }
  }

  @Test
  void the_matrix_comes_back_as_it_was_left() {
    String filter = "q=claim&kind=TECHNICAL";
    assertThat(officer.get("/impacts?" + filter).statusCode()).isEqualTo(200);

    assertThat(officer.get("/impacts").headers().firstValue("Location"))
        .contains("/impacts?" + filter);

    assertThat(officer.get("/impacts?q=&kind=").statusCode()).isEqualTo(200);
    assertThat(officer.get("/impacts").statusCode()).as("unfiltered").isEqualTo(200);
  }

  private static String text(Cell cell) {
    return cell == null || cell.getType() == CellType.EMPTY ? "" : cell.getText();
  }

  private byte[] bytes(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(officer.address(path))
                  .header("Cookie", "session=" + officer.cookie("session"))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_spreadsheet_takes_no_cell_for_a_formula() throws IOException {
    for (int i = 0; i < FORMULAS.size(); i++) {
      assertThat(
              officer
                  .post(
                      "/assets",
                      "name",
                      FORMULAS.get(i),
                      "kind",
                      "TECHNICAL",
                      "id",
                      "attack-" + i,
                      "description",
                      FORMULAS.get(i))
                  .statusCode())
          .isEqualTo(303);
    }
    officer.post("/tables/assets/columns", "columns", "description", "columns", "id");

    String csv = officer.get("/assets.csv?q=attack").body();
    byte[] xlsx = bytes("/assets.xlsx?q=attack");

    List<String> cells = new ArrayList<>();
    for (CsvRecord row : csv(csv)) {
      cells.addAll(row.getFields());
    }
    assertThat(cells).hasSizeGreaterThan(12);
    assertThat(cells).noneMatch(cell -> cell.matches("(?s)[=+\\-@\t\r].*"));
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      List<Cell> all = rows.flatMap(Row::stream).filter(cell -> cell != null).toList();
      assertThat(all).hasSizeGreaterThan(12);
      assertThat(all).noneMatch(cell -> cell.getType() == CellType.FORMULA);
      assertThat(all).anyMatch(cell -> cell.getText().startsWith("=1+1"));
    }
  }

  @Test
  void who_may_not_read_the_model_takes_nothing_away() {
    Visitor board = people.signedIn(people.person(Role.BOARD));

    for (String path : List.of("/assets.csv", "/priorities.xlsx", "/dependencies.csv")) {
      assertThat(board.get(path).statusCode()).as(path).isEqualTo(403);
    }
  }

  @Test
  void a_part_of_a_page_is_the_same_as_in_the_whole_page() {
    String whole = officer.get("/assets?q=claim&sort=kind").body();

    String part = update("/assets?q=claim&sort=kind", "table-assets").body();

    assertThat(part).startsWith("<div id=\"table-assets\"").doesNotContain("<html");
    assertThat(whole).contains(part.strip());
  }

  @Test
  void a_form_that_asks_in_other_words_is_told_the_address() {
    var answer = update("/assets?q=claim&kind=&unit=&sort=&rows=50", "table-assets");

    assertThat(answer.headers().firstValue("HX-Replace-Url")).contains("/assets?q=claim");
    assertThat(answer.headers().firstValue("Vary")).isPresent();
  }

  @Test
  void what_was_looked_at_last_comes_back_on_every_server_and_can_be_cleared() {
    officer.get("/assets?kind=PEOPLE&sort=-name");
    RunningServer second = RunningServer.start(TestDatabase.shared());
    try {
      String again = new Visitor(second, officer).get("/assets").body();
      assertThat(again).contains("data-address=\"/assets?kind=PEOPLE&amp;sort=-name\"");
      assertThat(again).contains("Filtered by");
    } finally {
      second.stop();
    }

    assertThat(officer.get("/assets?page=1").body()).doesNotContain("Filtered by");
    assertThat(officer.get("/assets").body()).doesNotContain("Filtered by");
  }

  @Test
  void what_one_chose_is_nobody_elses() {
    Visitor other = people.officer();
    officer.get("/assets?kind=PEOPLE");
    officer.post("/tables/assets/columns", "columns", "description");
    officer.post("/tables/assets/views", "name", "My people", "query", "kind=PEOPLE");

    String theirs = other.get("/assets").body();

    assertThat(theirs).doesNotContain("Filtered by").doesNotContain("My people");
    assertThat(theirs).contains("sort-assets-unit");
  }

  @Test
  void chosen_columns_are_those_of_the_page_and_of_the_files() {
    officer.post("/tables/assets/columns", "columns", "id", "columns", "nonsense");

    String page = officer.get("/assets").body();

    assertThat(page).contains("sort-assets-id").doesNotContain("sort-assets-unit");
    assertThat(csv(officer.get("/assets.csv").body()).getFirst().getFields())
        .containsExactly("Name", "Id");

    officer.post("/tables/assets/columns", "usual", "true");

    assertThat(officer.get("/assets").body()).contains("sort-assets-unit");
  }

  @Test
  void a_kept_list_comes_back_by_its_name_until_it_is_forgotten() {
    officer.post("/tables/assets/views", "name", "My people", "query", "kind=PEOPLE");

    assertThat(officer.get("/assets?page=1").body())
        .contains("<a href=\"/assets?kind=PEOPLE\">My people</a>");

    officer.post("/tables/assets/views/remove", "name", "My people");

    assertThat(officer.get("/assets?page=1").body()).doesNotContain("My people");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q=%00",
        "sort=-nonsense",
        "sort=%27%3B--",
        "page=-3",
        "page=99999999999",
        "rows=7",
        "kind=DRAGON",
        "unit=nowhere",
        "level=99"
      })
  void an_address_that_makes_no_sense_shows_a_list_all_the_same(String query) {
    assertThat(officer.get("/assets?" + query).statusCode()).isEqualTo(200);
    assertThat(officer.get("/assets").statusCode()).isEqualTo(200);
  }
}
