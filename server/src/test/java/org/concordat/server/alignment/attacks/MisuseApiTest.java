package org.concordat.server.alignment.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import org.concordat.server.identity.Role;
import org.concordat.server.testing.Acme;
import org.concordat.server.testing.People;
import org.concordat.server.testing.Program;
import org.concordat.server.testing.Program.Answer;
import org.concordat.server.testing.RunningServer;
import org.junit.jupiter.api.Test;

/** Misuse cases and attack trees over the API. */
class MisuseApiTest {
  private static final String CASE =
      "{\"name\":\"Claims stand still\",\"asset\":\"claims-db\",\"property\":\"availability\","
          + "\"who\":\"Extortionist\",\"course\":[\"Gets in\",\"Encrypts\"]}";
  private static final String TREE =
      "{\"attack-tree\":\"t\",\"root\":\"goal\",\"units\":{\"cost\":\"EUR\"},\"nodes\":["
          + "{\"id\":\"goal\",\"or\":[\"one\",\"two\"]},"
          + "{\"id\":\"one\",\"and\":[\"a\",\"b\"]},"
          + "{\"id\":\"two\",\"and\":[\"b\",\"c\"]},"
          + "{\"id\":\"a\",\"cost\":3,\"probability\":0.5},"
          + "{\"id\":\"b\",\"cost\":2,\"probability\":0.5,\"countered-by\":[\"wall\"]},"
          + "{\"id\":\"c\",\"cost\":9,\"probability\":1},"
          + "{\"id\":\"wall\",\"actor\":\"defender\",\"cost\":100}]}";

  private final RunningServer server = RunningServer.shared();
  private final People people = new People(server, Acme.workspace());
  private final Program officer = people.program(Role.SECURITY_OFFICER);

  private String withTree() {
    Answer made = officer.put("/misuse-cases/stand-still", CASE);
    assertThat(made.status()).isEqualTo(201);
    Answer tree =
        officer.put("/misuse-cases/stand-still/tree", TREE, "If-Match", made.header("ETag"));
    assertThat(tree.status()).as(tree.body()).isEqualTo(200);
    return tree.header("ETag");
  }

  @Test
  void a_case_and_its_tree_come_back_as_they_were_put() {
    withTree();

    Answer misuse = officer.get("/misuse-cases/stand-still");
    assertThat(misuse.at("/who")).isEqualTo("Extortionist");
    assertThat(misuse.at("/course/1")).isEqualTo("Encrypts");
    assertThat(misuse.at("/tree")).isEqualTo("true");
    assertThat(officer.get("/misuse-cases?asset=claims-db").at("/items/0/id"))
        .isEqualTo("stand-still");
    assertThat(officer.get("/misuse-cases?asset=crm").at("/total")).isEqualTo("0");
    Answer tree = officer.get("/misuse-cases/stand-still/tree", "Accept", "application/json");
    assertThat(tree.at("/nodes/4/countered-by/0")).isEqualTo("wall");
    assertThat(officer.get("/misuse-cases/stand-still/tree", "Accept", "application/xml").body())
        .contains("<label>wall</label>");
    assertThat(officer.get("/misuse-cases/stand-still/tree", "Accept", "image/svg+xml").body())
        .startsWith("<svg");
  }

  @Test
  void an_evaluation_is_exact_on_shared_steps() {
    withTree();

    Answer today = officer.get("/misuse-cases/stand-still/evaluation");
    assertThat(today.at("/cheapest/cost")).isEqualTo("5.0");
    // P(b) * (1 - P(not a) P(not c))
    assertThat(today.at("/success")).isEqualTo("0.5");
    assertThat(today.at("/likeliest/steps/1")).isEqualTo("c");
    Answer defended = officer.get("/misuse-cases/stand-still/evaluation?on=wall");
    assertThat(defended.at("/possible")).isEqualTo("false");
    assertThat(officer.get("/misuse-cases/stand-still/evaluation?on=moat").status()).isEqualTo(400);
  }

  @Test
  void what_a_file_of_adtool_says_beyond_the_tree_comes_back() {
    String tag = withTree();
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <adtree>
          <node refinement="disjunctive">
            <label>steal</label>
            <comment>at night</comment>
            <parameter domainId="Likes9" category="basic">many</parameter>
          </node>
          <domain id="Likes9"><class>org.example.Likes</class></domain>
        </adtree>
        """;
    Answer put =
        officer.send(
            "PUT", "/misuse-cases/stand-still/tree", "application/xml", xml, "If-Match", tag);
    assertThat(put.status()).as(put.body()).isEqualTo(200);
    assertThat(officer.get("/misuse-cases/stand-still/tree", "Accept", "application/xml").body())
        .isEqualTo(xml);

    Answer changed =
        officer.put(
            "/misuse-cases/stand-still/tree",
            "{\"attack-tree\":\"t\",\"root\":\"steal\",\"nodes\":["
                + "{\"id\":\"steal\",\"name\":\"take\",\"cost\":7}]}",
            "If-Match",
            put.header("ETag"));
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(officer.get("/misuse-cases/stand-still/tree", "Accept", "application/xml").body())
        .contains("<label>take</label>", ">7.0<", ">many<", "org.example.Likes", "at night");

    officer.delete("/misuse-cases/stand-still/tree", "If-Match", "*");
    officer.put("/misuse-cases/stand-still/tree", TREE, "If-Match", "*");
    assertThat(officer.get("/misuse-cases/stand-still/tree", "Accept", "application/xml").body())
        .doesNotContain("Likes");
  }

  @Test
  void an_evaluation_is_a_table_too() {
    withTree();

    Answer table = officer.get("/misuse-cases/stand-still/evaluation", "Accept", "text/csv");
    Answer workbook =
        officer.get(
            "/misuse-cases/stand-still/evaluation",
            "Accept",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    assertThat(table.body().lines())
        .startsWith("answer,price,cost,probability,skill,time,success,nodes,names")
        .contains("cheapest,,5.0,0.25,0,0.0,,a; b,a; b")
        .anyMatch(line -> line.startsWith("with,,,0.0,,,0.0,wall"));
    assertThat(workbook.status()).isEqualTo(200);
    assertThat(workbook.body()).startsWith("PK");
  }

  @Test
  void what_there_is_to_choose_between_is_drawn() {
    withTree();

    Answer usual = officer.get("/misuse-cases/stand-still/evaluation", "Accept", "image/svg+xml");
    Answer plans =
        officer.get(
            "/misuse-cases/stand-still/evaluation?front=plan-cost&on=", "Accept", "image/svg+xml");
    Answer wrong =
        officer.get("/misuse-cases/stand-still/evaluation?front=price", "Accept", "image/svg+xml");

    assertThat(usual.status()).isEqualTo(200);
    assertThat(usual.body()).startsWith("<svg").contains("What more money buys an attacker");
    assertThat(plans.body()).contains("What further countermeasures buy: dearer attacks");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("cost-probability, cost-time, plan-cost, plan-success");
  }

  @Test
  void nothing_is_overwritten_unseen() {
    String tag = withTree();

    assertThat(officer.put("/misuse-cases/stand-still", CASE).status()).isEqualTo(428);
    assertThat(officer.put("/misuse-cases/stand-still/tree", TREE, "If-Match", "\"old\"").status())
        .isEqualTo(412);
    assertThat(officer.delete("/misuse-cases/stand-still/tree", "If-Match", tag).status())
        .isEqualTo(204);
    assertThat(officer.get("/misuse-cases/stand-still/tree", "Accept", "application/json").status())
        .isEqualTo(404);
    assertThat(officer.delete("/misuse-cases/stand-still", "If-Match", "*").status())
        .isEqualTo(204);
  }

  @Test
  void everything_that_is_wrong_with_a_tree_is_told() {
    withTree();

    Answer wrong =
        officer.put(
            "/misuse-cases/stand-still/tree",
            "{\"attack-tree\":\"t\",\"root\":\"goal\",\"nodes\":["
                + "{\"id\":\"goal\",\"or\":[\"x\"]},{\"id\":\"a\",\"probability\":2}]}",
            "If-Match",
            "*");

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("which is no node", "2.0 is no probability");
  }

  @Test
  void who_may_only_read_changes_nothing() {
    withTree();
    Program auditor = people.program(Role.AUDITOR);

    assertThat(auditor.get("/misuse-cases/stand-still/evaluation").status()).isEqualTo(200);
    assertThat(auditor.delete("/misuse-cases/stand-still", "If-Match", "*").status())
        .isEqualTo(403);
  }
}
