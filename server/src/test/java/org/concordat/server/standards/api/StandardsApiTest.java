package org.concordat.server.standards.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  void what_was_considered_in_vain_is_kept_entry_by_entry_and_in_the_library() {
    follows();
    officer.put(
        "/standards/crosswalks/ours", "{\"source\":\"iso27001-2022\",\"target\":\"itil-4\"}");
    String one = "/standards/crosswalks/ours/considered/iso27001-2022/A.7.9";

    Answer put = officer.put(one, "{\"because\":\"practices own no premises\"}");
    Answer nowhere = officer.put("/standards/crosswalks/ours/considered/itil-4/GEN-99", "{}");

    assertThat(put.status()).isEqualTo(201);
    assertThat(nowhere.status()).isEqualTo(422);
    assertThat(officer.get(one).at("/because")).isEqualTo("practices own no premises");
    assertThat(officer.get("/standards/crosswalks/ours/considered").at("/items/0/key/2"))
        .isEqualTo("A.7.9");
    assertThat(officer.get("/standards/library").body())
        .contains(
            "- {catalogue: \"iso27001-2022\", control: \"A.7.9\", because: \"practices own no"
                + " premises\"}");
    assertThat(officer.delete(one).status()).isEqualTo(428);
  }

  @Test
  void what_an_imported_file_says_besides_is_kept_when_its_mapping_is_changed() {
    follows();
    String file =
        """
        source,relation,target,Assessed by
        A.5.1,subset,GEN-03,Ann
        """;
    upload("/standards/imports?name=m.csv&source=iso27001-2022&target=itil-4", file);
    String mapping = "/standards/crosswalks/m/mappings/A.5.1/GEN-03";

    Answer imported = officer.get(mapping);
    Answer changed =
        officer.put(mapping, "{\"relation\":\"intersects\"}", "If-Match", imported.header("ETag"));

    assertThat(imported.at("/extra/Assessed by")).isEqualTo("Ann");
    assertThat(changed.at("/extra/Assessed by")).isEqualTo("Ann");
    assertThat(officer.get("/standards/library").body())
        .contains("relation: intersects, target: \"GEN-03\", extra: {\"Assessed by\": \"Ann\"}");
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

  @Test
  void two_organisations_that_merge_are_answered_as_on_the_page() {
    follows();
    String path = "/standards/scenarios/merge?from=iso27001-2022&to=itil-4";

    Answer answer =
        officer.post(
            path,
            "{\"name\":\"Northern\",\"controls\":[{\"control\":\"gen-03\",\"operation\":\"yes\"}]}");
    Answer wrong =
        officer.post(
            path,
            "{\"name\":\"Northern\",\"controls\":[{\"control\":\"GEN-3\",\"operation\":\"yes\"},"
                + "{\"control\":\"GEN-99\",\"operation\":\"no\"}]}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("sheets").size()).isEqualTo(2);
    assertThat(answer.body()).contains("Northern does it");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.places()).containsExactly("/controls/0/control", "/controls/1/control");
  }

  @Test
  void answers_and_coverage_come_as_documents_too() {
    follows();
    String pdf = "application/pdf";

    Answer left =
        officer.get("/standards/scenarios/left?from=itil-4&to=iso27001-2022", "Accept", pdf);
    Answer merged =
        officer.post(
            "/standards/scenarios/merge?from=iso27001-2022&to=itil-4",
            "{\"name\":\"Northern\",\"controls\":[]}",
            "Accept",
            pdf);
    Answer coverage = officer.get("/standards/catalogues/itil-4/coverage", "Accept", pdf);

    for (Answer each : List.of(left, merged, coverage)) {
      assertThat(each.status()).as(each.body()).isEqualTo(200);
      assertThat(each.header("Content-Type")).startsWith(pdf);
      assertThat(each.body()).startsWith("%PDF-");
    }
  }

  @Test
  void a_file_is_shown_before_it_is_imported_and_then_imported_at_once() {
    follows();
    String file =
        """
        catalogue: {id: acme-2026, title: Acme controls}
        controls: [{id: A.1, title: Access}]
        ---
        crosswalk: {id: acme-iso, source: iso27001-2022, target: itil-4}
        mappings: [{source: A.5.1, relation: none, target: GEN-03}]
        """;
    String path = "/standards/imports?name=acme.yaml";

    Answer shown = upload(path + "&dry-run=true", file);
    Answer before = officer.get("/standards/contradictions");
    Answer done = upload(path, file);
    Answer again = upload(path, file);

    assertThat(shown.at("/applied")).isEqualTo("false");
    assertThat(shown.at("/catalogues/0")).isEqualTo("acme-2026");
    assertThat(shown.json().path("contradictions").size()).isEqualTo(1);
    assertThat(before.at("/total")).isEqualTo("0");
    assertThat(done.at("/applied")).isEqualTo("true");
    assertThat(done.header("Concordat-Change")).startsWith("/api/v1/actions/");
    assertThat(officer.get("/standards/contradictions").at("/total")).isEqualTo("1");
    assertThat(again.at("/changes")).isEqualTo("0");
    assertThat(upload(path, "catalogue: {id: acme-2026}").status()).isEqualTo(422);
    assertThat(people.program(Role.SERVICE_OWNER).send("POST", path, FILE, file).status())
        .isEqualTo(403);
  }

  @Test
  void a_status_file_says_what_is_in_operation_and_comes_back_as_one() {
    follows();
    String file = "organisation: We\niso27001-2022:\n  A.5.1: yes\n  a.5.2: partly\n";

    Answer shown = upload("/standards/imports?name=ours.yaml&dry-run=true", file);
    Answer done = upload("/standards/imports?name=ours.yaml", file);

    assertThat(shown.at("/changes")).isEqualTo("2");
    assertThat(shown.at("/coverage/0/catalogue")).isNotEmpty();
    assertThat(done.at("/applied")).isEqualTo("true");
    Answer kept = officer.get("/standards/operations", "Accept", "application/yaml");
    assertThat(kept.body()).contains("\"A.5.1\": yes").contains("\"A.5.2\": partly");
    assertThat(upload("/standards/imports?name=again.yaml", kept.body()).at("/changes"))
        .isEqualTo("0");
    assertThat(upload("/standards/imports?name=bad.yaml", file + "  A.99: yes\n").body())
        .contains("A.99");
  }

  private static final String FILE = "application/octet-stream";

  private Answer upload(String path, String file) {
    return officer.send("POST", path, FILE, file);
  }
}
