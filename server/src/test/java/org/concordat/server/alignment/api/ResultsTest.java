package org.concordat.server.alignment.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.concordat.core.alignment.priorities.Priorities;
import org.concordat.core.workspace.Workspace;
import org.concordat.formats.json.PrioritiesJson;
import org.concordat.formats.workspace.WorkspaceFiles;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What follows from the model, over the API: priorities, pictures, files. */
class ResultsTest {
  private static final String YAML = "application/yaml";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Program officer = people.program(Role.SECURITY_OFFICER);

  private static JsonNode printed(Workspace workspace, Priorities priorities) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrioritiesJson.write(workspace, priorities.list(Integer.MAX_VALUE, 3), out);
    return JsonMapper.builder().build().readTree(out.toString(UTF_8));
  }

  @Test
  void priorities_are_those_that_the_command_line_prints() {
    Workspace workspace = ShippedExample.archisurance();
    Program program = new People(server, workspace).program(Role.SECURITY_OFFICER);
    List<JsonNode> listed = new ArrayList<>();
    String next = "/api/v1/requirements?limit=7";
    while (!next.isEmpty()) {
      Answer part = program.get(next);
      part.json().path("requirements").forEach(listed::add);
      next = part.at("/next");
    }
    JsonNode expected = printed(workspace, Priorities.of(workspace)).path("requirements");

    assertThat(listed).hasSize(expected.size());
    for (int i = 0; i < listed.size(); i++) {
      assertThat(listed.get(i)).isEqualTo(expected.get(i));
    }
  }

  @Test
  void a_unit_sees_its_own_priorities() {
    Workspace workspace = Acme.workspace();
    JsonNode expected =
        printed(workspace, Priorities.ofUnit(workspace, "sales")).path("requirements");
    Answer answer = officer.get("/units/sales/priorities");
    Answer same = officer.get("/requirements?by=sales&none=false");

    assertThat(answer.json().path("requirements").get(0)).isEqualTo(expected.get(0));
    assertThat(same.json().path("requirements")).isEqualTo(answer.json().path("requirements"));
    assertThat(answer.at("/total")).isEqualTo("2");
    assertThat(officer.get("/units/nobody/priorities").status()).isEqualTo(404);
  }

  @Test
  void priorities_are_narrowed_as_on_the_page() {
    assertThat(officer.get("/requirements?level=critical").at("/total")).isEqualTo("2");
    assertThat(officer.get("/requirements?property=integrity").at("/total")).isEqualTo("1");
    assertThat(officer.get("/requirements?kind=technical&unit=-").at("/requirements/0/id"))
        .isEqualTo("server-1/availability");
    assertThat(officer.get("/assets/claims-db/requirements").at("/total")).isEqualTo("3");
    assertThat(officer.get("/requirements/claims-db/availability").at("/rank")).isEqualTo("1");
    assertThat(officer.get("/requirements/claims-db/safety").status()).isEqualTo(404);
    assertThat(
            officer
                .get("/requirements/claims-process/availability/explanation")
                .at("/judgements/0/because"))
        .isEqualTo("Nobody can work");
  }

  @Test
  void the_board_gets_the_summary_and_nothing_else() {
    Program board = people.program(Role.BOARD);

    assertThat(board.get("/summary").at("/figures/assets")).isEqualTo("4");
    assertThat(board.get("/requirements").status()).isEqualTo(403);
  }

  @Test
  void pictures_are_drawn() {
    for (String picture : List.of("impact", "dependencies", "heat")) {
      Answer answer = officer.get("/pictures/" + picture);
      assertThat(answer.header("Content-Type")).isEqualTo("image/svg+xml");
      assertThat(answer.body()).contains("<svg");
    }
    assertThat(officer.get("/pictures/other").status()).isEqualTo(404);
  }

  @Test
  void the_workspace_comes_in_all_forms_of_the_command_line() throws Exception {
    Answer yaml = officer.get("/workspace", "Accept", YAML);
    Answer json = officer.get("/workspace", "Accept", "application/json");
    Answer csv = officer.get("/workspace", "Accept", "text/csv");
    Answer xlsx =
        officer.get(
            "/workspace",
            "Accept",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    assertThat(WorkspaceFiles.parse("x", yaml.body()).workspace())
        .usingRecursiveComparison()
        .ignoringCollectionOrder()
        .isEqualTo(Acme.workspace());
    assertThat(WorkspaceFiles.parse("x", json.body()).workspace())
        .usingRecursiveComparison()
        .ignoringCollectionOrder()
        .isEqualTo(Acme.workspace());
    assertThat(csv.body()).startsWith("id,name");
    assertThat(xlsx.body()).startsWith("PK");
    assertThat(officer.get("/workspace", "Accept", YAML, "If-None-Match", yaml.etag()).status())
        .isEqualTo(304);
  }

  @Test
  void a_workspace_is_replaced_as_one_action_that_tells_what_differs() {
    Answer read = officer.get("/workspace", "Accept", YAML);
    String wanted = read.body().replace("Customer relations", "Our customers");

    Answer blind = officer.send("PUT", "/workspace", YAML, wanted);
    Answer done = officer.send("PUT", "/workspace", YAML, wanted, "If-Match", read.etag());
    Answer stale = officer.send("PUT", "/workspace", YAML, read.body(), "If-Match", read.etag());
    Answer broken =
        officer.send("PUT", "/workspace", YAML, "concordat: 1\nunits: 7\n", "If-Match", "*");

    assertThat(blind.status()).isEqualTo(428);
    assertThat(done.status()).as(done.body()).isEqualTo(200);
    assertThat(officer.get(done.at("/action")).json().path("changes").size()).isEqualTo(1);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(broken.status()).isEqualTo(422);
    assertThat(officer.get("/assets/crm").at("/name")).isEqualTo("Our customers");
  }

  @Test
  void an_import_is_shown_first_and_made_once() {
    String csv = "id,name,kind\nprinter,Printer,technical\ncrm,Customers,service\n";
    Answer shown =
        officer.send("POST", "/imports?name=../list.csv", "application/octet-stream", csv);
    String path = shown.header("Location");

    assertThat(shown.status()).as(shown.body()).isEqualTo(201);
    assertThat(shown.at("/name")).isEqualTo("list.csv");
    assertThat(shown.at("/changes")).isNotEqualTo("0");
    assertThat(officer.get("/assets/printer").status()).isEqualTo(404);
    assertThat(officer.get(path).json()).isEqualTo(shown.json());
    assertThat(people.program(Role.SECURITY_OFFICER).get(path).status())
        .as("of another account")
        .isEqualTo(404);
    Answer applied = officer.post(path + "/apply", "");
    assertThat(applied.status()).isEqualTo(200);
    assertThat(officer.post(path + "/apply", "").status()).isEqualTo(404);
    assertThat(officer.get("/assets?q=printer").at("/total")).isEqualTo("1");
    assertThat(officer.get(applied.at("/action")).at("/reason")).isEqualTo("Import: list.csv");
    Answer nonsense =
        officer.send("POST", "/imports?name=x.bin", "application/octet-stream", "\u0001\u0002");
    assertThat(nonsense.status()).isEqualTo(422);
    Answer second = officer.send("POST", "/imports?name=list.csv", "application/octet-stream", csv);
    assertThat(officer.delete(second.header("Location")).status()).isEqualTo(204);
    assertThat(officer.get(second.header("Location")).status()).isEqualTo(404);
  }
}
