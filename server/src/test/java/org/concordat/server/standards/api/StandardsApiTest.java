package org.concordat.server.standards.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.concordat.core.alignment.live.Snapshot;
import org.concordat.server.identity.Role;
import org.concordat.server.launch.ShippedExample;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.concordat.server.workspace.Models;
import org.junit.jupiter.api.Test;

/** Standards over the API: what is put down, and what follows from it. */
class StandardsApiTest {
  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, ShippedExample.archisurance());
  private final Program officer = people.program(Role.SECURITY_OFFICER);

  private void follows() {
    assertThat(officer.put("/standards/catalogues/itil-4/adoption", "{}").status()).isEqualTo(201);
    officer.put("/standards/catalogues/iso27001-2022/adoption", "{\"because\":\"customers\"}");
    officer.put("/standards/crosswalks/iso27001-2022-itil-4/use", "{}");
  }

  @Test
  void what_is_in_operation_of_one_catalogue_covers_controls_of_the_other_with_a_proof() {
    follows();
    Answer operated =
        officer.put(
            "/standards/catalogues/itil-4/controls/GEN-03/operation",
            "{\"operation\":\"yes\",\"owner\":\"Sam\"}");

    assertThat(operated.status()).isEqualTo(201);
    Answer policies =
        officer.get("/standards/catalogues/iso27001-2022/controls?q=Policies+for&degree=covered");
    assertThat(policies.at("/items/0/id")).isEqualTo("A.5.1");
    assertThat(policies.at("/items/0/via/0/0/crosswalk")).isEqualTo("iso27001-2022-itil-4");
    assertThat(policies.at("/items/0/via/0/0/relation")).isEqualTo("subset");
    assertThat(officer.get("/standards/catalogues?limit=1").at("/items/0/followed"))
        .isEqualTo("true");
  }

  @Test
  void nothing_is_overwritten_unseen() {
    follows();
    String path = "/standards/catalogues/itil-4/controls/GEN-03/operation";
    officer.put(path, "{\"operation\":\"yes\"}");
    String tag = officer.get(path).header("ETag");

    assertThat(officer.put(path, "{\"operation\":\"no\"}").status()).isEqualTo(428);
    assertThat(officer.put(path, "{\"operation\":\"no\"}", "If-Match", tag).status())
        .isEqualTo(200);
    Answer stale = officer.put(path, "{\"operation\":\"partly\"}", "If-Match", tag);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.at("/present/operation")).isEqualTo("no");
  }

  @Test
  void everything_that_is_wrong_is_told_and_nothing_is_stored() {
    follows();

    Answer shape =
        officer.put("/standards/obligations/gdpr", "{\"kind\":\"lax\",\"ownr\":\"Dora\"}");
    Answer control =
        officer.put(
            "/standards/catalogues/itil-4/controls/GEN-99/operation", "{\"operation\":\"yes\"}");

    assertThat(shape.status()).isEqualTo(422);
    assertThat(shape.body()).contains("/kind").contains("did you mean 'law'").contains("/ownr");
    assertThat(control.status()).isEqualTo(422);
    assertThat(control.body()).contains("catalogue itil-4 has no control GEN-99");
    assertThat(officer.get("/standards/obligations").at("/total")).isEqualTo("0");
  }

  @Test
  void whoever_runs_services_says_what_is_in_operation_and_follows_nothing() {
    follows();
    Program owner = people.program(Role.SERVICE_OWNER);

    assertThat(
            owner
                .put(
                    "/standards/catalogues/itil-4/controls/GEN-03/operation",
                    "{\"operation\":\"partly\"}")
                .status())
        .isEqualTo(201);
    assertThat(owner.put("/standards/catalogues/csf-2.0/adoption", "{}").status()).isEqualTo(403);
  }

  @Test
  void what_binds_somewhere_is_listed_with_the_controls_that_it_leads_to() {
    follows();
    officer.put(
        "/standards/obligations/gdpr",
        "{\"title\":\"GDPR\",\"kind\":\"law\",\"geography\":[\"EU\"]}");
    officer.put(
        "/standards/obligations/gdpr/controls/iso27001-2022/A.5.1", "{\"because\":\"Article 32\"}");

    assertThat(officer.get("/standards/obligations?place=eu").at("/items/0/entry/title"))
        .isEqualTo("GDPR");
    assertThat(officer.get("/standards/obligations?place=Japan").at("/total")).isEqualTo("0");
    assertThat(officer.get("/standards/obligations/gdpr/controls").at("/items/0/key/2"))
        .isEqualTo("A.5.1");
  }

  @Test
  void a_control_that_satisfies_a_requirement_tells_its_importance() {
    follows();
    String requirement =
        server
            .part(Models.class)
            .of(people.tenant())
            .read((Snapshot model) -> model.top(1, 0).getFirst().requirement().id());

    Answer linked =
        officer.put(
            "/standards/requirement-links/" + requirement + "/iso27001-2022/A.5.1",
            "{\"extent\":\"fully\"}");
    Answer gone =
        officer.put(
            "/standards/requirement-links/no/no/iso27001-2022/A.5.1", "{\"extent\":\"fully\"}");

    assertThat(linked.status()).isEqualTo(201);
    assertThat(gone.status()).isEqualTo(422);
    assertThat(
            officer.get("/standards/catalogues/itil-4/controls?q=GEN-03").at("/items/0/importance"))
        .isNotEmpty();
  }

  @Test
  void an_own_mapping_that_contradicts_is_found() {
    follows();
    officer.put(
        "/standards/crosswalks/ours", "{\"source\":\"iso27001-2022\",\"target\":\"itil-4\"}");
    officer.put("/standards/crosswalks/ours/mappings/A.5.1/GEN-03", "{\"relation\":\"none\"}");

    Answer found = officer.get("/standards/contradictions");

    assertThat(found.at("/total")).isEqualTo("1");
    assertThat(found.body()).contains("\"ours\"").contains("\"iso27001-2022-itil-4\"");
  }

  @Test
  void pairs_come_with_chains_and_scenarios_with_sheets() {
    follows();

    Answer pairs = officer.get("/standards/pairs?from=iso27001-2022&to=itil-4&limit=5");
    Answer left = officer.get("/standards/scenarios/left?from=itil-4&to=iso27001-2022");

    assertThat(pairs.json().path("items").size()).isEqualTo(5);
    assertThat(pairs.at("/items/0/via/0/0/relation")).isNotEmpty();
    assertThat(pairs.body()).contains("iso27001-2022-itil-4");
    assertThat(left.at("/answered-by")).isEqualTo("crosswalks");
    assertThat(left.at("/sheets/0/columns/0")).isEqualTo("control");
    assertThat(officer.get("/standards/pairs?from=nowhere&to=itil-4").status()).isEqualTo(400);
  }
}
